/** The log of one attempt, line by line, also while it is written. */
import { chunksOf } from "./chunks.ts";
import type { MomijiClient } from "./create-client.ts";
import { ndjson } from "./ndjson.ts";
import { pause as pauseByTimer, type Pause } from "./pause.ts";

/** One try of a task instance. */
export interface AttemptName {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** -1, the default: the task is not mapped. */
  readonly mapIndex?: number;
  readonly tryNumber: number;
}

export interface LogLine {
  /** Number of the line, from 1. */
  readonly n: number;
  /** When, ISO 8601 in UTC. */
  readonly t: string;
  /** `debug`, `info`, `warning`, `error`, `critical`. */
  readonly lv: string;
  /** Where it came from: `stdout`, `stderr`, `momiji`, ... */
  readonly src: string;
  readonly m: string;
}

export interface LogOptions {
  /** The first line that is wanted; by default 1. Go on after line `n` with `n + 1`. */
  readonly from?: number;
  /** Go on until the attempt has ended; by default what there is now. */
  readonly follow?: boolean;
  /** Only lines of these levels. */
  readonly level?: readonly string[];
  /** Only lines of these sources. */
  readonly src?: readonly string[];
  /** How long to wait for more lines, while it is followed; by default 1. */
  readonly everySeconds?: number;
  readonly signal?: AbortSignal;
  readonly pause?: Pause;
}

const LOG =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log";

/** Lines of a request; the server's limit. */
const PAGE = 10_000;

/** @throws MomijiError `log_not_found` */
export async function* logLines(
  { http }: Pick<MomijiClient, "http">,
  attempt: AttemptName,
  options: LogOptions = {},
): AsyncGenerator<LogLine, void> {
  const {
    follow = false,
    level,
    src,
    everySeconds = 1,
    signal = new AbortController().signal,
    pause = pauseByTimer,
  } = options;
  const path = {
    dag_id: attempt.dagId,
    dag_run_id: attempt.runId,
    task_id: attempt.taskId,
    map_index: attempt.mapIndex ?? -1,
    try_number: attempt.tryNumber,
  };
  const wanted = { ...(level === undefined ? {} : { level }), ...(src === undefined ? {} : { src }) };
  for (let from = options.from ?? 1; ;) {
    const query = { from, limit: PAGE, ...wanted };
    const { data, response } = await http.get(LOG, { params: { path, query }, parseAs: "stream", signal });
    let count = 0;
    for await (const line of ndjson<LogLine>(chunksOf(data, signal))) {
      yield line;
      count++;
      from = line.n + 1;
    }
    if (count === PAGE) continue;
    if (!follow || response.headers.get("x-log-complete") === "true") return;
    await pause(everySeconds, signal);
  }
}
