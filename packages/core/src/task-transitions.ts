/**
 * Every change that can happen to a task instance, one function each: values in, a new value out. The decisions choose
 * among these; nothing else sets a state.
 */
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { afterFailure, type RetryContext } from "./retry.ts";
import type { AttemptEvent, AttemptOutcome } from "./task-protocol.ts";
import { type FinishedTaskState, isFinished, isHeldByWorker, type TaskState } from "./task-state.ts";

type FinishedEvent = Extract<AttemptEvent, { type: "finished" }>;

/** Its dependencies are met: it waits for a free slot. */
export function scheduleInstance(instance: TaskInstance, now: Micros): TaskInstance {
  return { ...instance, state: "scheduled", scheduledAt: now, resumeAt: null };
}

/**
 * A new attempt goes to an executor. The first poke of a sensor is kept over lost attempts, since its time-out counts
 * from there, and forgotten when it is retried.
 */
export function queueInstance(instance: TaskInstance, attemptId: string, now: Micros): TaskInstance {
  return {
    ...instance,
    state: "queued",
    tryNumber: instance.tryNumber + 1,
    attemptId,
    queuedAt: now,
    startDate: null,
    endDate: null,
    firstStartDate: instance.outcome?.kind === "lost" ? instance.firstStartDate : null,
    resumeAt: null,
    worker: null,
    outcome: null,
  };
}

/** A task of the `empty` lane: its attempt begins and succeeds in the same instant, without a worker. */
export function succeedEmpty(instance: TaskInstance, now: Micros): TaskInstance {
  return {
    ...instance,
    state: "success",
    tryNumber: instance.tryNumber + 1,
    attemptId: null,
    scheduledAt: now,
    queuedAt: null,
    startDate: now,
    endDate: now,
    resumeAt: null,
    worker: null,
    outcome: { kind: "success" },
  };
}

/** Ends without running (any more): by its trigger rule, a branch, or the end of its run. As in Airflow it has dates. */
export function endInstance(instance: TaskInstance, state: FinishedTaskState, now: Micros): TaskInstance {
  return { ...instance, state, startDate: instance.startDate ?? now, endDate: now, resumeAt: null };
}

const NOT_BEGUN: ReadonlySet<TaskState> = new Set([
  null,
  "scheduled",
  "queued",
  "up_for_retry",
  "up_for_reschedule",
  "upstream_failed",
]);

/** A branch decided against it. What runs already, or has run, stays as it is; what an upstream failed does not. */
export function skipUnlessBegun(instance: TaskInstance, now: Micros): TaskInstance {
  return NOT_BEGUN.has(instance.state) ? endInstance(instance, "skipped", now) : instance;
}

const BEGUN: ReadonlySet<TaskState> = new Set(["running", "restarting", "deferred", "awaiting_input"]);

/** Another task of a fail-fast DAG failed: what runs has failed with it, what has not begun is skipped. */
export function stopInstance(instance: TaskInstance, message: string, now: Micros): TaskInstance {
  if (isFinished(instance.state)) return instance;
  if (!BEGUN.has(instance.state)) return endInstance(instance, "skipped", now);
  return endInstance({ ...instance, outcome: { kind: "cancelled", message } }, "failed", now);
}

/** The instances that a mapped one which has not expanded yet becomes; of no elements: itself, skipped. */
export function expandInstance(instance: TaskInstance, length: number, now: Micros): TaskInstance[] {
  if (length === 0) return [endInstance(instance, "skipped", now)];
  return Array.from({ length }, (_, mapIndex) => ({ ...instance, mapIndex }));
}

/** One that has a place in its mapping no more is removed; the others stay as they are. */
export function fitInstance(instance: TaskInstance, length: number, now: Micros): TaskInstance {
  const isBeyond = instance.mapIndex >= length && instance.state !== "removed";
  return isBeyond ? endInstance(instance, "removed", now) : instance;
}

/**
 * A task instance after an event of its current attempt; the same value if the event says nothing new.
 * Null: the event is stale, it is of another attempt or the attempt is over, and must change nothing.
 */
export function afterEvent(instance: TaskInstance, event: AttemptEvent, context: RetryContext): TaskInstance | null {
  if (instance.attemptId !== event.attemptId || !isHeldByWorker(instance.state)) return null;
  // Its worker has nothing more to say: what ends it now is an answer, or that none came.
  if (instance.state === "awaiting_input" && !isEndOfWaiting(event)) return null;
  switch (event.type) {
    case "started":
      return afterStart(instance, event);
    case "deferred":
      if (instance.state === "restarting") return instance;
      return { ...instance, state: "deferred", startDate: instance.startDate ?? event.at, resumeAt: event.until };
    case "xcom":
      return instance;
    case "finished":
      return afterFinish(instance, event, context);
  }
}

/**
 * One that waits goes on waiting: another worker has taken it up, or its message came twice. It has given its slots back,
 * and nobody has given it others.
 */
function afterStart(instance: TaskInstance, event: Extract<AttemptEvent, { type: "started" }>): TaskInstance {
  if (instance.state === "running" || instance.state === "restarting") return instance;
  if (instance.state === "deferred") return { ...instance, worker: event.worker };
  return {
    ...instance,
    state: "running",
    startDate: instance.startDate ?? event.at,
    firstStartDate: instance.firstStartDate ?? event.at,
    worker: event.worker,
    resumeAt: null,
  };
}

function afterFinish(instance: TaskInstance, event: FinishedEvent, context: RetryContext): TaskInstance {
  const { outcome, at } = event;
  const ended = { ...instance, startDate: instance.startDate ?? at, endDate: at, resumeAt: null, outcome };
  // It was cleared while it ran: however the old attempt ended, a new one is wanted.
  if (instance.state === "restarting") return { ...ended, state: null };
  if (outcome.kind === "success" || outcome.kind === "skipped") return { ...ended, state: outcome.kind };
  if (outcome.kind === "awaiting_input")
    return { ...ended, state: "awaiting_input", endDate: null, resumeAt: outcome.until };
  return { ...ended, ...afterFailure(instance, { outcome, at }, context) };
}

function isEndOfWaiting(event: AttemptEvent): boolean {
  return event.type === "finished" && event.outcome.kind !== "awaiting_input";
}

/** The record of the last attempt of an instance that begins a new one. */
export function endedAttempt(instance: TaskInstance): TaskInstance {
  return { ...instance, state: attemptState(instance.outcome), resumeAt: null };
}

function attemptState(outcome: AttemptOutcome | null): FinishedTaskState {
  return outcome?.kind === "success" || outcome?.kind === "skipped" ? outcome.kind : "failed";
}
