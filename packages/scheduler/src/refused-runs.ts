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

/** @param applied events of stale runs, those that were refused among them */
export function takenAgain(
  applied: readonly Applied[],
  refused: CommitResult["refused"],
  log: SchedulerOptions["log"],
): Again {
  const messages = new Map(refused.map(({ runKey, message }) => [runKey, message]));
  const events = applied.filter(({ active }) => !messages.has(active.runKey)).map(({ event }) => event);
  const apart: AttemptEvent[][] = [];
  const unwanted: Unwanted[] = [];
  const stuck = new Set<number>();
  for (const [runKey, message] of messages) {
    log.error(`the store does not take what became of run ${runKey}: ${message}`);
    const ofRun = applied.filter(({ active }) => active.runKey === runKey).map(({ event }) => event);
    const byAttempt = Map.groupBy(ofRun, ({ attemptId }) => attemptId);
    const [only] = byAttempt.values();
    if (only === undefined) stuck.add(runKey);
    else if (byAttempt.size > 1) apart.push(...byAttempt.values());
    else {
      const failure = failureOf(only, message);
      events.push(failure);
      if (!only.some(isLast)) unwanted.push({ attemptId: failure.attemptId, reason: message });
    }
  }
  return { events, apart, unwanted, stuck };
}

function failureOf(events: readonly AttemptEvent[], said: string): AttemptEvent {
  const { attemptId, at } = events.at(-1) as AttemptEvent;
  const message = `what it reported could not be stored: ${said}`;
  return { type: "finished", attemptId, at, outcome: { kind: "failed", code: "xcom", message, retryable: false } };
}
