/** `momiji assets list`: the assets of a home, or of a server elsewhere. */
import type { components } from "@momiji/client";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";

const COLUMNS = ["name", "uri", "group", "scheduled_dags", "producing_tasks", "last_event"];

export const registerListAssets: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list all the assets")
    .option("--alias", "list the aliases instead")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: PlaceOptions & { output: string; alias?: true }) => {
      const format = readFormat(options.output);
      if (options.alias) {
        const aliases = await withReads(context, options, (client) => readList(client, "/api/v2/assets/aliases"));
        return context.print(await formatRows(aliases, ["id", "name", "group"], format));
      }
      const assets = await withReads(context, options, (client) => readList(client, "/api/v2/assets"));
      const rows = assets.map((asset) => (format === "json" || format === "yaml" ? asset : rowOf(asset)));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

function rowOf(asset: components["schemas"]["AssetResponse"]) {
  return {
    name: asset.name,
    uri: asset.uri,
    group: asset.group,
    scheduled_dags: asset.scheduled_dags.map((dag) => dag.dag_id).join(" "),
    producing_tasks: asset.producing_tasks.map((task) => `${task.dag_id}.${task.task_id}`).join(" "),
    last_event: asset.last_asset_event?.timestamp ?? null,
  };
}
