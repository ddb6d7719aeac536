/** `momiji tasks xcom DAG RUN [TASK]`: what tasks of a run handed on, with secrets hidden. */
import type { MomijiClient } from "@momiji/client";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, type Row, readFormat } from "../../output.ts";
import { withApi } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

interface Options extends PlaceOptions {
  readonly key?: string;
  readonly mapIndex?: string;
  readonly output: string;
}

interface Entry {
  readonly key: string;
  readonly task_id: string;
  readonly map_index: number;
}

const COLUMNS = ["task_id", "map_index", "key", "value"];
const PAGE = 100;
const XCOMS = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries";
const XCOM = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}";

export const registerXCom: Register = (parent, context) => {
  acting(parent.command("xcom"))
    .description("show the XComs of a run or of one task in it, with secrets hidden")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("[task_id]", "id of the task; without it all tasks")
    .option("--key <key>", "only XComs of this key")
    .option("--map-index <n>", "only of this instance of a mapped task")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string | undefined, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const format = readFormat(options.output);
      const of = { dagId, runId, taskId: taskId ?? "~" };
      const rows = await withApi(context, options, (client) => readAll(client, of, options));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

interface Of {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
}

async function readAll(client: MomijiClient, of: Of, { key, mapIndex }: Options): Promise<readonly Row[]> {
  if (mapIndex !== undefined && !/^-?\d+$/.test(mapIndex))
    throw new CliError("usage", `--map-index must be a whole number, not ${mapIndex}`);
  const { items } = await import("@momiji/client");
  const query = {
    limit: PAGE,
    ...(key === undefined ? {} : { xcom_key: key }),
    ...(mapIndex === undefined ? {} : { map_index: Number(mapIndex) }),
  };
  const rows: Row[] = [];
  for await (const entry of items(client, XCOMS, { params: { path: pathOf(of), query } }))
    rows.push(await readOne(client, of, entry));
  return rows;
}

async function readOne(
  client: MomijiClient,
  of: Of,
  { key, task_id: taskId, map_index: mapIndex }: Entry,
): Promise<Row> {
  const path = { ...pathOf({ ...of, taskId }), xcom_key: key };
  return client.get(XCOM, { params: { path, query: { map_index: mapIndex } } });
}

function pathOf({ dagId, runId, taskId }: Of) {
  return { dag_id: dagId, dag_run_id: runId, task_id: taskId };
}
