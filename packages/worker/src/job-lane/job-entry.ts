/** What this worker must know of a job outside to go on with it after its own death, or to remove what is left of it. */
import type { AttemptOrder, AttemptOutcome, Json, Micros } from "@momiji/core";

export interface JobEntry {
  /** As little of it as is needed; the params are those that were rendered. */
  readonly order: AttemptOrder;
  /** When the attempt began, over all workers that had it. */
  readonly startedAt: Micros;
  /** Null: it was not launched yet, as far as is known. */
  readonly handle: Json;
  /** Set: the job is to be cancelled, and the attempt ends so. */
  readonly ending: AttemptOutcome | null;
  /** It does not run any more for certain. */
  readonly isCancelled: boolean;
  /** Set: the outcome is kept, and only what is left of the job is to be removed. */
  readonly ended: AttemptOutcome["kind"] | null;
}

/** A job that is about to be launched, or was by another worker. */
export function newJobEntry(order: AttemptOrder, params: { readonly [name: string]: Json }, now: Micros): JobEntry {
  const { job, task, attemptId, run, mapIndex, tryNumber, maxTries, bundle } = order;
  const { taskId, operator, provider } = task;
  const from = provider === undefined ? {} : { provider };
  return {
    order: {
      attemptId,
      run,
      task: { taskId, operator, lane: "job", params, upstream: [], ...from },
      mapIndex,
      tryNumber,
      maxTries,
      bundle,
      inputs: {},
      firstStartDate: null,
      priority: 0,
    },
    startedAt: job?.startedAt ?? now,
    handle: job?.handle ?? null,
    ending: null,
    isCancelled: false,
    ended: null,
  };
}
