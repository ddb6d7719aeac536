/** `momiji dags delete`: a DAG goes with all that was recorded of it. */
import type { Client } from "../../client.ts";
import type { Register } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { withApi } from "../../presets/api-in-process.ts";
import { type ActOptions, isMeant, tellHow } from "../would-change.ts";

interface Options extends ActOptions {
  readonly home?: string;
}

const COLUMNS = ["dag_id", "fileloc", "runs", "unfinished_runs"];

export const registerDelete: Register = (parent, context) => {
  parent
    .command("delete")
    .description(
      "delete everything recorded about a DAG: runs, task instances, XComs, logs; without --yes only list it",
    )
    .argument("<dag_id>", "id of the DAG")
    .option("--dry-run", "only list what would go")
    .option("-y, --yes", "do it")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const format = readFormat(options.output);
      await withApi(context, context.home(options), async (client) => {
        const id = encodeURIComponent(dagId);
        const row = (await client.send("DELETE", `/api/momiji/v1/dags/${id}/dry_run`)) as Row;
        if (isMeant(options)) await client.send("DELETE", `/api/v2/dags/${id}`);
        context.print(await formatRows([row], COLUMNS, format));
        tellHow(context, options);
        if (isMeant(options) && (await isThere(client, id)))
          context.warn(`${dagId} came back without its history: ${String(row["fileloc"])} still defines it\n`);
      });
    });
};

async function isThere(client: Client, id: string): Promise<boolean> {
  return client.get(`/api/v2/dags/${id}`).then(
    (dag) => (dag as { is_stale?: boolean }).is_stale !== true,
    () => false,
  );
}
