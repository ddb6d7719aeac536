/** Waits until a run has ended. */
import { chunksOf } from "./chunks.ts";
import type { MomijiClient } from "./create-client.ts";
import { MomijiError } from "./momiji-error.ts";
import { ndjson } from "./ndjson.ts";
import { backoffSeconds, pause as pauseByTimer, type Pause } from "./pause.ts";

export interface RunProgress {
  /** `queued`, `running`, `success`, `failed`. */
  readonly state: string;
  /** In seconds, when it has ended. */
  readonly duration?: number;
  /** What the tasks of `results` returned, by their ids, when it has ended; a mapped task's values are a list. */
  readonly results?: { readonly [taskId: string]: unknown };
}

export interface WaitOptions {
  /** Ids of tasks whose return values are wanted. */
  readonly results?: readonly string[];
  /** How often the server tells how it stands, in seconds; the end itself comes at once. By default 10. */
  readonly everySeconds?: number;
  /** Told how it stands, each time the server says so. */
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
  readonly pause?: Pause;
}

const WAIT = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/wait";
const ENDED = new Set(["success", "failed"]);

/**
 * Resolves with how the run ended, `failed` included. A connection that breaks meanwhile is made again.
 * @throws MomijiError `run_not_found`, also when the run is deleted meanwhile; `unreachable` if no connection could be made at all
 */
export async function waitForRun(
  { http }: Pick<MomijiClient, "http">,
  { dagId, runId }: { readonly dagId: string; readonly runId: string },
  options: WaitOptions = {},
): Promise<RunProgress> {
  const {
    results = [],
    everySeconds = 10,
    onProgress,
    signal = new AbortController().signal,
    pause = pauseByTimer,
  } = options;
  const path = { dag_id: dagId, dag_run_id: runId };
  const query = { interval: everySeconds, ...(results.length === 0 ? {} : { result: [...results] }) };
  let hasBegun = false;
  for (let failures = 0; ; failures++) {
    try {
      const { data } = await http.get(WAIT, { params: { path, query }, parseAs: "stream", signal });
      hasBegun = true;
      for await (const progress of ndjson<RunProgress>(chunksOf(data, signal))) {
        failures = 0;
        onProgress?.(progress);
        if (ENDED.has(progress.state)) return progress;
      }
    } catch (error) {
      const isGone = error instanceof MomijiError && error.code !== "unreachable" && error.status < 500;
      if (!hasBegun || isGone || signal.aborted) throw error;
    }
    // The server stopped, or the run was deleted: asked again, it says which.
    await pause(backoffSeconds(failures), signal);
  }
}
