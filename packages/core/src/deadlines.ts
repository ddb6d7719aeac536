/** When a run must have succeeded, and what has become of that (Airflow's `DeadlineAlert`). */
import type { CallbackFacts } from "./callback.ts";
import type { CallbackSpec } from "./callback-spec.ts";
import type { DagRun } from "./dag-run.ts";
import type { DeadlineRecord } from "./deadline.ts";
import type { DeadlineReference, DeadlineSpec } from "./deadline-spec.ts";
import { isoZ, type Micros, parseInstant, secondsToSpan } from "./instant.ts";

/** What a deadline counts from besides the run itself: looked up by whoever asks. */
export interface DeadlineFacts {
  /** Seconds from the reference; null: the variable does not hold a number. */
  readonly intervalSeconds: number | null;
  /** How long the last runs took, newest first; asked for only by an average. */
  readonly runTimes: readonly Micros[];
}

/** By when the run must have succeeded; null: there is nothing to count from. */
export function deadlineOf(spec: DeadlineSpec, run: DagRun, facts: DeadlineFacts): Micros | null {
  const from = referenceOf(spec.reference, run, facts.runTimes);
  return from === null || facts.intervalSeconds === null ? null : from + secondsToSpan(facts.intervalSeconds);
}

function referenceOf(reference: DeadlineReference, run: DagRun, runTimes: readonly Micros[]): Micros | null {
  switch (reference.kind) {
    case "logical-date":
      return run.logicalDate;
    case "queued-at":
      return run.queuedAt;
    case "fixed":
      return parseInstant(reference.at);
    case "average-runtime": {
      const last = runTimes.slice(0, reference.maxRuns);
      if (last.length < reference.minRuns) return null;
      return run.queuedAt + Math.round(last.reduce((sum, took) => sum + took, 0) / last.length);
    }
  }
}

/** Whether a deadline that was found before must be found anew: it counts from the queueing, and the run was queued again. */
export function isOutdated(record: DeadlineRecord, { reference }: DeadlineSpec, run: DagRun): boolean {
  const countsFromQueue = reference.kind === "queued-at" || reference.kind === "average-runtime";
  return countsFromQueue && record.queuedAt !== run.queuedAt;
}

/**
 * A pending deadline now: met by a run that succeeded in time, missed once its time is past. A run that has failed has not
 * succeeded, so that its deadline stays ahead of it.
 */
export function judgeDeadline(record: DeadlineRecord, run: DagRun, now: Micros): DeadlineRecord {
  const { dueAt, state } = record;
  if (state !== "pending" || dueAt === null) return record;
  if (run.state === "success" && run.endDate !== null && run.endDate <= dueAt)
    return { ...record, state: "met", endedAt: run.endDate };
  return now >= dueAt ? { ...record, state: "missed", endedAt: now } : record;
}

/** What is told when it is missed. */
export function factsOfDeadline(record: DeadlineRecord & { readonly dueAt: Micros }, run: DagRun): CallbackFacts {
  const { name, dueAt } = record;
  return {
    event: "on_deadline",
    reason: `the run had not succeeded by ${isoZ(dueAt)}${name === null ? "" : `, its deadline "${name}"`}`,
    instance: null,
    runState: run.state,
    runEndDate: run.endDate,
    exception: null,
    deadline: { name, dueAt },
  };
}

/** The callbacks of one of a DAG's deadlines, with their number among those of all deadlines. */
export function callbacksOfDeadline(
  deadlines: readonly DeadlineSpec[],
  ordinal: number,
): readonly { readonly spec: CallbackSpec; readonly ordinal: number }[] {
  const before = deadlines.slice(0, ordinal).reduce((sum, { callbacks }) => sum + callbacks.length, 0);
  return (deadlines[ordinal]?.callbacks ?? []).map((spec, index) => ({ spec, ordinal: before + index }));
}
