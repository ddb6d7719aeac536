/** Where an attempt's log lies below the folder of logs: Airflow's layout, with names that cannot leave the folder. */
import { createHash } from "node:crypto";
import { join } from "node:path";

export interface LogName {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** -1: not mapped. */
  readonly mapIndex: number;
  readonly tryNumber: number;
}

/** Bytes of one name, well below the 255 that file systems allow. */
const LONGEST_NAME = 200;

/** `FOLDER/dag_id=D/run_id=R/task_id=T[/map_index=M]/attempt=N.log`, ids percent-encoded. */
export function logPath(folder: string, name: LogName): string {
  const mapped = name.mapIndex < 0 ? [] : [`map_index=${name.mapIndex}`];
  return join(
    runLogFolder(folder, name),
    `task_id=${fileName(name.taskId)}`,
    ...mapped,
    `attempt=${name.tryNumber}.log`,
  );
}

/** The folder of all logs of a run. */
export function runLogFolder(folder: string, { dagId, runId }: Pick<LogName, "dagId" | "runId">): string {
  return join(folder, `dag_id=${fileName(dagId)}`, `run_id=${fileName(runId)}`);
}

/** Which callback: of a task's (beside the log of the attempt that it is about) or, without a task, of the run's. */
export interface CallbackLogName {
  readonly taskId: string | null;
  readonly event: string;
  readonly ordinal: number;
}

/** `.../attempt=N.on_failure-1.log`, or `FOLDER/dag_id=D/run_id=R/on_failure-1.log` of a DAG's; all deliveries in one. */
export function callbackLogPath(folder: string, name: LogName, { taskId, event, ordinal }: CallbackLogName): string {
  const last = `${event}-${ordinal + 1}.log`;
  if (taskId !== null) return `${logPath(folder, name).slice(0, -".log".length)}.${last}`;
  return join(folder, `dag_id=${fileName(name.dagId)}`, `run_id=${fileName(name.runId)}`, last);
}

/** `:` and `+` stay as they are, since run ids are full of them; an id too long for a file name ends in its hash. */
function fileName(id: string): string {
  const encoded = encodeURIComponent(id.toWellFormed()).replaceAll("%3A", ":").replaceAll("%2B", "+");
  if (encoded.length <= LONGEST_NAME) return encoded;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 32);
  return `${encoded.slice(0, LONGEST_NAME - hash.length - 1)}~${hash}`;
}
