/** `momiji assets events`: what has happened to assets, newest first. */
import { presentAssetEvent } from "@momiji/api";
import { allDags } from "@momiji/store";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";

const COLUMNS = ["id", "timestamp", "name", "source", "extra", "runs"];

interface Options extends AssetOptions {
  readonly home?: string;
  readonly output: string;
  readonly limit: string;
}

export const registerEvents: Register = (parent, context) => {
  parent
    .command("events")
    .description("list the events of assets, newest first, with the runs that they started")
    .option("--name <name>", "only of the asset with this name")
    .option("--uri <uri>", "only of the asset with this URI")
    .option("--limit <n>", "how many at the most", "100")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const limit = readLimit(options.limit);
      const { events } = await context.readStore(context.home(options), async (store) => {
        const isAny = options.name === undefined && options.uri === undefined;
        const assets = isAny ? [] : [findAsset(await store.listAssets({ includeInactive: true }), options).id];
        return store.listAssetEvents({
          scope: allDags,
          newestFirst: true,
          limit,
          ...(isAny ? {} : { assetIds: assets }),
        });
      });
      const rows = events.map(presentAssetEvent).map((event) =>
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

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new CliError("usage", `--limit must be a whole number from 1, not ${JSON.stringify(text)}`);
}
