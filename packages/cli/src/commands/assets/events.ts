/** `momiji assets events`: what has happened to assets, newest first. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readLimit } from "../../server/read-limit.ts";
import { readList } from "../../server/read-list.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";

const COLUMNS = ["id", "timestamp", "name", "source", "extra", "runs"];

interface Options extends AssetOptions, PlaceOptions {
  readonly output: string;
  readonly limit: string;
}

export const registerEvents: Register = (parent, context) => {
  acting(parent.command("events"))
    .description("list the events of assets, newest first, with the runs that they started")
    .option("--name <name>", "only of the asset with this name")
    .option("--uri <uri>", "only of the asset with this URI")
    .option("--limit <n>", "how many at the most", "100")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const most = readLimit(options.limit);
      const isAny = options.name === undefined && options.uri === undefined;
      const events = await withReads(context, options, async (client) => {
        const all = { params: { query: { only_active: false } } };
        const asset = isAny ? null : findAsset(await readList(client, "/api/v2/assets", all), options);
        const query = { order_by: ["-timestamp" as const], ...(asset === null ? {} : { asset_id: asset.id }) };
        return readList(client, "/api/v2/assets/events", { params: { query }, most });
      });
      const rows = events.map((event) =>
        format === "json" || format === "yaml"
          ? event
          : {
              ...event,
              source:
                event.source_task_id === null
                  ? ""
                  : `${event.source_dag_id}.${event.source_task_id} ${event.source_run_id}`,
              runs: event.created_dagruns.map((run) => `${run.dag_id} ${run.state}`).join(", "),
            },
      );
      context.print(await formatRows(rows, COLUMNS, format));
    });
};
