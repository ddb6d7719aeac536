/** `momiji backfill list` and `show`. */
import type { Command } from "commander";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { BACKFILL_COLUMNS } from "./columns.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";

const DATE_COLUMNS = ["ordinal", "logical_date", "dag_run_id", "state", "exception_reason"];

interface Options extends PlaceOptions {
  readonly dagId?: string;
  readonly active?: boolean;
  readonly output: string;
}

export function registerBackfillList(parent: Command, context: CommandContext): void {
  acting(parent.command("list"))
    .description("list the backfills, the newest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--active", "only those that are not complete")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const query = {
        ...(options.dagId === undefined ? {} : { dag_id: options.dagId }),
        ...(options.active === true ? { active: true } : {}),
      };
      const backfills = await withReads(context, options, (client) =>
        readList(client, "/api/v2/backfills", { params: { query } }),
      );
      context.print(await formatRows(backfills, BACKFILL_COLUMNS, readFormat(options.output)));
    });
  acting(parent.command("show"))
    .description("show what has become of each date of a backfill")
    .argument("<id>", "number of the backfill")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (id: string, options: Options) => {
      const params = { path: { backfill_id: Number(id) } };
      const answer = await withReads(context, options, (client) =>
        client.get("/api/v2/backfills/{backfill_id}", { params }),
      );
      const { dates } = answer as { readonly dates: readonly Row[] };
      context.print(await formatRows(dates, DATE_COLUMNS, readFormat(options.output)));
    });
}
