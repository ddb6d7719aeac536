/**
 * Runs of which the store does not take what a turn has made of them: a value that breaks one of its rules, however it came about. Tried
 * again as it is, it would be refused for ever, and everything behind it would wait. So the attempt that reported it has failed.
 */
import { type AttemptEvent, isLast } from "@momiji/core";
import type { CommitResult } from "@momiji/store";
import type { ActiveRun } from "./dag-entry.ts";
import type { SchedulerOptions } from "./scheduler-options.ts";
import type { Unwanted } from "./take-over.ts";

/** An event that a turn has taken in, and the run that it was about. */
export interface Applied {
  readonly active: ActiveRun;
  readonly event: AttemptEvent;
}

/** What becomes of events that were taken in and are not in the store. */
export interface Again {
  /** They come again at once. */
  readonly events: readonly AttemptEvent[];
  /** Those of one attempt each, one turn after the other: one of them is refused, and it is not known yet which. */
  readonly apart: readonly (readonly AttemptEvent[])[];
  /** Attempts that go on although they have failed by what they reported. */
  readonly unwanted: readonly Unwanted[];
  /** Runs that nothing has been reported of: nobody can be blamed, so they are left as they stand. */
  readonly stuck: ReadonlySet<number>;
}

interface NotWritten extends Pick<CommitResult, "refused"> {
  /** Events of stale runs, those that were refused among them. */
  readonly applied: readonly Applied[];
  /** Runs of the turn by their keys. */
  readonly runs: ReadonlyMap<number, { readonly active: ActiveRun }>;
}

export function takenAgain({ applied, refused, runs }: NotWritten, log: SchedulerOptions["log"]): Again {
  const isRefused = new Set(refused.map(({ runKey }) => runKey));
  const events = applied.filter(({ active }) => !isRefused.has(active.runKey)).map(({ event }) => event);
  const apart: AttemptEvent[][] = [];
  const unwanted: Unwanted[] = [];
  const stuck = new Set<number>();
  for (const { runKey, message } of refused) {
    const ofRun = applied.filter(({ active }) => active.runKey === runKey).map(({ event }) => event);
    const byAttempt = [...Map.groupBy(ofRun, ({ attemptId }) => attemptId).values()];
    const [only] = byAttempt;
    log.error(`${nameOf(runs.get(runKey)?.active)} could not be stored: ${message}; ${consequence(byAttempt.length)}`);
    if (only === undefined) stuck.add(runKey);
    else if (byAttempt.length > 1) apart.push(...byAttempt);
    else {
      const failure = failureOf(only, message);
      events.push(failure);
      if (!only.some(isLast)) unwanted.push({ attemptId: failure.attemptId, reason: message });
    }
  }
  return { events, apart, unwanted, stuck };
}

function nameOf(active: ActiveRun | undefined): string {
  const { dagId, runId } = active?.machine.run ?? {};
  return `run ${runId} of DAG ${dagId}`;
}

/** By the number of attempts that have reported. */
function consequence(attempts: number): string {
  if (attempts === 0) return "it stays as it is until somebody clears or marks it, or the server starts again";
  return attempts === 1 ? "the attempt that reported it has failed" : "what its attempts reported is taken one by one";
}

function failureOf(events: readonly AttemptEvent[], said: string): AttemptEvent {
  const { attemptId, at } = events.at(-1) as AttemptEvent;
  const message = `what it reported could not be stored: ${said}`;
  return { type: "finished", attemptId, at, outcome: { kind: "failed", code: "xcom", message, retryable: false } };
}
