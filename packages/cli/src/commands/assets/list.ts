/** `momiji assets list`: the assets of a home. */
import { presentAlias, presentAsset } from "@momiji/api";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["name", "uri", "group", "scheduled_dags", "producing_tasks", "last_event"];

export const registerListAssets: Register = (parent, context) => {
  parent
    .command("list")
    .description("list all the assets")
    .option("--alias", "list the aliases instead")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: { home?: string; output: string; alias?: true }) => {
      const format = readFormat(options.output);
      const home = context.home(options);
      if (options.alias) {
        const aliases = await context.readStore(home, (store) => store.listAssetAliases());
        return context.print(await formatRows(aliases.map(presentAlias), ["id", "name", "group"], format));
      }
      const assets = (await context.readStore(home, (store) => store.listAssets())).map(presentAsset);
      const rows = assets.map((asset) => (format === "json" || format === "yaml" ? asset : rowOf(asset)));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

function rowOf(asset: ReturnType<typeof presentAsset>) {
  return {
    name: asset.name,
    uri: asset.uri,
    group: asset.group,
    scheduled_dags: asset.scheduled_dags.map((dag) => dag.dag_id).join(" "),
    producing_tasks: asset.producing_tasks.map((task) => `${task.dag_id}.${task.task_id}`).join(" "),
    last_event: asset.last_asset_event.timestamp,
  };
}
