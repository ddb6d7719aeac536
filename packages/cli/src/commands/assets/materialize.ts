/** `momiji assets materialize`: asks the running server for a run of the DAG that makes the asset. */
import { connect } from "../../server/connect.ts";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const COLUMNS = ["dag_id", "dag_run_id", "state", "run_type", "run_after"];

export const registerMaterialize: Register = (parent, context) => {
  acting(parent.command("materialize"))
    .description("run the DAG that makes an asset")
    .option("--name <name>", "its name")
    .option("--uri <uri>", "its URI")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: AssetOptions & PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const client = await connect(context, options);
      const { items } = await import("@momiji/client");
      const assets = await Array.fromAsync(items(client, "/api/v2/assets"));
      const { id } = findAsset(assets, options);
      const params = { path: { asset_id: id } };
      const run = await client.post("/api/v2/assets/{asset_id}/materialize", { params, body: {} });
      context.print(await formatRows([run], COLUMNS, format));
    });
};
