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

/** Its dependencies are met: it waits for a free slot. What was cleared begins anew, whatever it had stopped for. */
export function scheduleInstance(instance: TaskInstance, now: Micros): TaskInstance {
  const deferral = instance.state === null ? null : instance.deferral;
  return { ...instance, state: "scheduled", scheduledAt: now, resumeAt: null, deferral };
}

/** Its next attempt is a further part of the last one, which has stopped to wait: it has the same number. */
export function goesOn({ deferral, outcome }: TaskInstance): boolean {
  return deferral !== null && outcome === null;
}

/** Its run waits in the queue again, so that it waits for no slot meanwhile. */
export function unscheduleInstance(instance: TaskInstance): TaskInstance {
  return { ...instance, state: null, scheduledAt: null };
}

/**
 * A new attempt goes to an executor, or a further part of one that had stopped. The first poke of a sensor is kept over
 * its pauses and over lost attempts, since its time-out counts from there, and forgotten when it is retried.
 */
export function queueInstance(instance: TaskInstance, attemptId: string, now: Micros): TaskInstance {
  const isSame = goesOn(instance);
  return {
    ...instance,
    state: "queued",
    tryNumber: isSame ? instance.tryNumber : instance.tryNumber + 1,
    attemptId,
    queuedAt: now,
    startDate: isSame ? instance.startDate : null,
    endDate: null,
    firstStartDate: isSame || instance.outcome?.kind === "lost" ? instance.firstStartDate : null,
    resumeAt: null,
    worker: null,
    outcome: null,
    job: null,
  };
}

/**
 * A task of the `empty` lane: its attempt begins and succeeds in the same instant, without a worker. What it may have waited
 * for in an older version of the DAG, where it was not empty, is over.
 */
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
    deferral: null,
  };
}

/** Ends without running (any more): by its trigger rule, a branch, or the end of its run. As in Airflow it has dates. */
export function endInstance(instance: TaskInstance, state: FinishedTaskState, now: Micros): TaskInstance {
  return { ...instance, state, startDate: instance.startDate ?? now, endDate: now, resumeAt: null, deferral: null };
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

/**
 * It is to run again (Airflow's `clear_task_instances`). What an executor holds is `restarting` until its attempt has
 * ended, so that two attempts never run at once; anything else begins anew. As many tries as its task gives are granted
 * once more; what was lost before counts no longer.
 */
export function clearInstance(instance: TaskInstance, retries: number): TaskInstance {
  const state = isHeldByWorker(instance.state) ? "restarting" : null;
  const maxTries = instance.tryNumber + retries;
  const isClear = instance.state === state && instance.maxTries === maxTries && instance.resumeAt === null;
  if (isClear && instance.lostAttempts === 0) return instance;
  const deferral = state === null ? null : instance.deferral;
  return { ...instance, state, maxTries, lostAttempts: 0, firstStartDate: null, resumeAt: null, deferral };
}

/** States that a person may give to a task instance. */
export type MarkedState = Extract<FinishedTaskState, "success" | "failed" | "skipped">;

/** A person says how it ended. An attempt that is out is not wanted any more; the dates of one that had ended stay. */
export function markInstance(instance: TaskInstance, state: MarkedState, now: Micros): TaskInstance {
  const marked = { ...instance, state, startDate: instance.startDate ?? now, resumeAt: null, deferral: null };
  if (!isHeldByWorker(instance.state)) return { ...marked, endDate: instance.endDate ?? now };
  return { ...marked, endDate: now, outcome: { kind: "cancelled", message: `marked ${state}` } };
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
      return afterDeferral(instance, event);
    case "resumed":
      return afterResumption(instance, event);
    case "rescheduled":
      return afterRescheduling(instance, event);
    case "launched":
      return { ...instance, job: { ...instance.job, handle: event.handle } };
    case "said":
      return { ...instance, job: { handle: null, ...instance.job, said: { at: event.at, message: event.message } } };
    case "xcom":
      return instance;
    case "finished":
      return afterFinish(instance, event, context);
  }
}

/**
 * One that runs, or waits, goes on so: another worker has taken it up, or its message came twice. What waits has given its slots
 * back, and nobody has given it others.
 */
function afterStart(instance: TaskInstance, event: Extract<AttemptEvent, { type: "started" }>): TaskInstance {
  if (instance.state !== "queued")
    return instance.worker === event.worker ? instance : { ...instance, worker: event.worker };
  return {
    ...instance,
    state: "running",
    startDate: instance.startDate ?? event.at,
    firstStartDate: instance.firstStartDate ?? event.at,
    worker: event.worker,
    resumeAt: null,
    ...(event.renderedMapIndex !== undefined && { renderedMapIndex: event.renderedMapIndex }),
  };
}

type EventOf<Type extends AttemptEvent["type"]> = Extract<AttemptEvent, { type: Type }>;

function afterDeferral(instance: TaskInstance, { at, until, deferral }: EventOf<"deferred">): TaskInstance {
  if (instance.state === "restarting") return instance;
  const waiting = { ...instance, state: "deferred", startDate: instance.startDate ?? at, resumeAt: until } as const;
  return deferral === undefined ? waiting : { ...waiting, startDate: deferral.startedAt, deferral };
}

/** As in Airflow it is scheduled at once, whatever has become of what it depends on. */
function afterResumption(
  instance: TaskInstance,
  { at, event, deferral: told }: EventOf<"resumed">,
): TaskInstance | null {
  if (instance.state === "restarting") return clearedInstance(instance, at);
  // That it had stopped, or stopped once more, may never have been heard of.
  const deferral = told ?? instance.deferral;
  if (deferral === null) return null;
  const { startedAt } = deferral;
  const going = { ...instance, startDate: startedAt, scheduledAt: at, resumeAt: null } as const;
  return { ...going, state: "scheduled", deferral: { ...deferral, fired: { at, event } } };
}

function afterRescheduling(instance: TaskInstance, { at, until }: EventOf<"rescheduled">): TaskInstance {
  if (instance.state === "restarting") return clearedInstance(instance, at);
  const startedAt = instance.startDate ?? at;
  const deferral = { trigger: null, startedAt, since: at };
  return { ...instance, state: "up_for_reschedule", startDate: startedAt, resumeAt: until, deferral };
}

/** It was cleared while it was out, and the attempt has come to an end of its own. */
function clearedInstance(instance: TaskInstance, at: Micros): TaskInstance {
  return { ...instance, state: null, endDate: at, resumeAt: null, deferral: null, outcome: CLEARED };
}

const CLEARED: AttemptOutcome = { kind: "cancelled", message: "it was cleared" };

function afterFinish(instance: TaskInstance, event: FinishedEvent, context: RetryContext): TaskInstance {
  const { outcome, at } = event;
  const ended = {
    ...instance,
    startDate: instance.startDate ?? at,
    endDate: at,
    resumeAt: null,
    outcome,
    deferral: null,
    ...(event.renderedMapIndex !== undefined && { renderedMapIndex: event.renderedMapIndex }),
  };
  // It was cleared while it ran: however the old attempt ended, a new one is wanted.
  if (instance.state === "restarting") return { ...ended, state: null };
  if (outcome.kind === "success" || outcome.kind === "skipped") return { ...ended, state: outcome.kind };
  if (outcome.kind === "awaiting_input")
    return { ...ended, state: "awaiting_input", endDate: null, resumeAt: outcome.until };
  const failed = { ...ended, ...afterFailure(instance, { outcome, at }, context) };
  // One that was lost while it waited waits on in its next attempt.
  return outcome.kind === "lost" && !isFinished(failed.state) ? { ...failed, deferral: instance.deferral } : failed;
}

function isEndOfWaiting(event: AttemptEvent): boolean {
  return event.type === "finished" && event.outcome.kind !== "awaiting_input";
}

/**
 * The record of the last attempt of an instance that begins a new one. That may have been scheduled already, and then of
 * the last one is left only that it was scheduled no later than it was queued.
 */
export function endedAttempt(instance: TaskInstance): TaskInstance {
  const { endDate, outcome, queuedAt } = instance;
  const isOfNext = instance.scheduledAt !== null && endDate !== null && instance.scheduledAt > endDate;
  const scheduledAt = isOfNext ? queuedAt : instance.scheduledAt;
  return { ...instance, state: attemptState(outcome), scheduledAt, resumeAt: null, deferral: null };
}

function attemptState(outcome: AttemptOutcome | null): FinishedTaskState {
  return outcome?.kind === "success" || outcome?.kind === "skipped" ? outcome.kind : "failed";
}
