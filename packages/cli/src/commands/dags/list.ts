/** `momiji dags list`: the DAGs of a home, or of a server elsewhere. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";

/** One with import errors goes on as it was before its file was broken. */
const COLUMNS = [
  "dag_id",
  "fileloc",
  "owners",
  "is_paused",
  "has_import_errors",
  "timetable_summary",
  "held_reason",
  "paused_reason",
];

export const registerList: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list all the DAGs")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const dags = await withReads(context, options, (client) => readList(client, "/api/v2/dags"));
      context.print(await formatRows(dags, COLUMNS, format));
    });
};
