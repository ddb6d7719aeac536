/** `momiji dags delete`: a DAG goes with all that was recorded of it. */
import type { MomijiClient } from "@momiji/client";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withApi } from "../../presets/api-in-process.ts";
import { type ActOptions, isMeant, tellHow } from "../would-change.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

interface Options extends ActOptions, PlaceOptions {}

const DAG = "/api/v2/dags/{dag_id}";
const COLUMNS = ["dag_id", "fileloc", "runs", "unfinished_runs"];

export const registerDelete: Register = (parent, context) => {
  acting(parent.command("delete"))
    .description(
      "delete everything recorded about a DAG: runs, task instances, XComs, logs; without --yes only list it",
    )
    .argument("<dag_id>", "id of the DAG")
    .option("--dry-run", "only list what would go")
    .option("-y, --yes", "do it")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const format = readFormat(options.output);
      await withApi(context, options, async (client) => {
        const params = { path: { dag_id: dagId } };
        const row = await client.delete("/api/momiji/v1/dags/{dag_id}/dry_run", { params });
        if (isMeant(options)) await client.delete(DAG, { params });
        context.print(await formatRows([row], COLUMNS, format));
        tellHow(context, options);
        if (isMeant(options) && (await isThere(client, dagId)))
          context.warn(`${dagId} came back without its history: ${row.fileloc} still defines it\n`);
      });
    });
};

async function isThere(client: MomijiClient, dagId: string): Promise<boolean> {
  return client.get(DAG, { params: { path: { dag_id: dagId } } }).then(
    (dag) => !dag.is_stale,
    () => false,
  );
}
