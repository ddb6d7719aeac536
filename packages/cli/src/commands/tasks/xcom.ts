/** `momiji tasks xcom DAG RUN [TASK]`: what tasks of a run handed on, with secrets hidden. */
import type { Client } from "../../client.ts";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, type Row, readFormat } from "../../output.ts";
import { withApi } from "../../presets/api-in-process.ts";

interface Options {
  readonly key?: string;
  readonly mapIndex?: string;
  readonly home?: string;
  readonly output: string;
}

interface Entry {
  readonly key: string;
  readonly task_id: string;
  readonly map_index: number;
}

const COLUMNS = ["task_id", "map_index", "key", "value"];
const PAGE = 100;

export const registerXCom: Register = (parent, context) => {
  parent
    .command("xcom")
    .description("show the XComs of a run or of one task in it, with secrets hidden")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("[task_id]", "id of the task; without it all tasks")
    .option("--key <key>", "only XComs of this key")
    .option("--map-index <n>", "only of this instance of a mapped task")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string | undefined, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const format = readFormat(options.output);
      const of = { dagId, runId, taskId: taskId ?? "~" };
      const rows = await withApi(context, context.home(options), (client) => readAll(client, of, options));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

interface Of {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
}

async function readAll(client: Client, of: Of, { key, mapIndex }: Options): Promise<readonly Row[]> {
  if (mapIndex !== undefined && !/^-?\d+$/.test(mapIndex))
    throw new CliError("usage", `--map-index must be a whole number, not ${mapIndex}`);
  const rows: Row[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const query = new URLSearchParams({ limit: String(PAGE), offset: String(offset) });
    if (key !== undefined) query.set("xcom_key", key);
    if (mapIndex !== undefined) query.set("map_index", mapIndex);
    const page = (await client.get(`${pathOf(of)}?${query.toString()}`)) as {
      xcom_entries: Entry[];
      total_entries: number;
    };
    for (const entry of page.xcom_entries) rows.push(await readOne(client, of, entry));
    if (offset + PAGE >= page.total_entries) return rows;
  }
}

async function readOne(client: Client, of: Of, { key, task_id: taskId, map_index: mapIndex }: Entry): Promise<Row> {
  const path = `${pathOf({ ...of, taskId })}/${encodeURIComponent(key)}?map_index=${mapIndex}`;
  return (await client.get(path)) as Row;
}

function pathOf({ dagId, runId, taskId }: Of): string {
  const [dag, run, task] = [dagId, runId, taskId].map(encodeURIComponent);
  return `/api/v2/dags/${dag}/dagRuns/${run}/taskInstances/${task}/xcomEntries`;
}
