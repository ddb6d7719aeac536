/** `momiji assets materialize`: asks the running server for a run of the DAG that makes the asset. */
import { connect } from "../../client.ts";
import type { Register } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";

const COLUMNS = ["dag_id", "dag_run_id", "state", "run_type", "run_after"];

export const registerMaterialize: Register = (parent, context) => {
  parent
    .command("materialize")
    .description("run the DAG that makes an asset")
    .option("--name <name>", "its name")
    .option("--uri <uri>", "its URI")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: AssetOptions & { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const home = context.home(options);
      const { id } = findAsset(await context.readStore(home, (store) => store.listAssets()), options);
      const run = (await connect(home).send("POST", `/api/v2/assets/${id}/materialize`, {})) as Row;
      context.print(await formatRows([run], COLUMNS, format));
    });
};
