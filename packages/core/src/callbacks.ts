/**
 * Which callbacks an event asks for, and what becomes of one when it was delivered. They are decided together with the
 * change that they speak of and delivered after it; none of them changes a state.
 */
import type { CallbackException, CallbackFacts, CallbackInstance, CallbackRecord, NewCallback } from "./callback.ts";
import type { CallbackEvent, CallbackSpec } from "./callback-spec.ts";
import type { DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { DagSpec, TaskSpec } from "./dag-spec.ts";
import { type Micros, SECOND } from "./instant.ts";
import { endCauseOf } from "./run-end.ts";
import type { AttemptEvent, AttemptOutcome } from "./task-protocol.ts";
import { isFailure, isFinished } from "./task-state.ts";

/** The notifier behind the `email` of a task. */
export const EMAIL_NOTIFIER = "email_notifier";

/** Deliveries of one callback at most. */
export const MAX_DELIVERIES = 5;

/** A callback that takes longer has failed. */
export const CALLBACK_TIMEOUT_SECONDS = 300;

const FIRST_PAUSE = 10 * SECOND;
const PAUSE_FACTOR = 4;

/** Anything of the DAG is to be told to anybody; false: events need not be looked at. */
export function hasCallbacks({ tasks }: DagSpec): boolean {
  return tasks.some(({ callbacks, email, input }) => callbacks ?? email ?? input?.onInput);
}

/** What a change of a task instance by an event of its attempt is to those who want to hear of it; null: nothing. */
export function callbackEventOf(before: TaskInstance, after: TaskInstance, event: AttemptEvent): CallbackEvent | null {
  if (event.type === "started") return before.startDate === null && after.startDate !== null ? "on_execute" : null;
  if (event.type !== "finished" || after === before) return null;
  switch (after.state) {
    case "success":
      return "on_success";
    case "skipped":
      return "on_skipped";
    case "failed":
      return "on_failure";
    case "awaiting_input":
      return "on_input";
    case "up_for_retry":
      // One that never began with a worker has not failed: it only begins again.
      return event.outcome.kind === "lost" && before.state === "queued" ? null : "on_retry";
    default:
      return null;
  }
}

/** Who is told of it. The task's `email` is a notifier that nobody had to write down. */
export function callbacksOfTask(task: TaskSpec, event: CallbackEvent): readonly CallbackSpec[] {
  const { callbacks = {}, email, input } = task;
  switch (event) {
    case "on_execute":
      return callbacks.onExecute ?? [];
    case "on_success":
      return callbacks.onSuccess ?? [];
    case "on_failure":
      return [
        ...(callbacks.onFailure ?? []),
        ...(email !== undefined && email.onFailure !== false ? [mail(email)] : []),
      ];
    case "on_retry":
      return [...(callbacks.onRetry ?? []), ...(email !== undefined && email.onRetry !== false ? [mail(email)] : [])];
    case "on_skipped":
      return callbacks.onSkipped ?? [];
    case "on_input":
      return input?.onInput ?? [];
    case "on_deadline":
      return [];
  }
}

function mail({ to }: { readonly to: readonly string[] }): CallbackSpec {
  return { name: EMAIL_NOTIFIER, lane: "async", params: { to } };
}

/** Of a task instance as it is after the event. */
export function factsOfTask(event: CallbackEvent, run: DagRun, after: TaskInstance): CallbackFacts {
  const { outcome } = after;
  return {
    event,
    reason: reasonOf(event, outcome),
    instance: shown(after),
    runState: run.state,
    runEndDate: run.endDate,
    exception: exceptionOf(outcome),
    ...(outcome?.kind === "awaiting_input"
      ? { question: { subject: outcome.subject, body: outcome.body, until: outcome.until } }
      : {}),
  };
}

/** Of a run that has ended, with its last relevant task instance: the failed one that ended last, else the one that did. */
export function factsOfRun(graph: DagGraph, run: DagRun, instances: readonly TaskInstance[]): CallbackFacts {
  const last = lastRelevant(graph, run, instances);
  return {
    event: run.state === "success" ? "on_success" : "on_failure",
    reason: endCauseOf(run),
    instance: last === null ? null : shown(last),
    runState: run.state,
    runEndDate: run.endDate,
    exception: run.state === "failed" && last !== null && isFailure(last.state) ? exceptionOf(last.outcome) : null,
  };
}

function lastRelevant(graph: DagGraph, run: DagRun, instances: readonly TaskInstance[]): TaskInstance | null {
  const there = instances.filter(({ state }) => isFinished(state) && state !== "removed");
  const failed = run.state === "failed" ? there.filter(({ state }) => isFailure(state)) : [];
  const place = ({ taskId }: TaskInstance) => graph.indexOf.get(taskId) ?? -1;
  const later = (a: TaskInstance, b: TaskInstance) =>
    ((b.endDate ?? 0) - (a.endDate ?? 0) || place(b) - place(a) || b.mapIndex - a.mapIndex) > 0 ? b : a;
  const among = failed.length > 0 ? failed : there;
  return among.length === 0 ? null : among.reduce(later);
}

function shown(instance: TaskInstance): CallbackInstance {
  const { taskId, mapIndex, attemptId, state, tryNumber, maxTries, startDate, endDate } = instance;
  return { taskId, mapIndex, attemptId, state, tryNumber, maxTries, startDate, endDate };
}

function reasonOf(event: CallbackEvent, outcome: AttemptOutcome | null): string {
  if (outcome !== null && "message" in outcome && outcome.message !== undefined) return outcome.message;
  const words: { readonly [event in CallbackEvent]: string } = {
    on_execute: "it begins",
    on_success: "success",
    on_failure: "it failed",
    on_retry: "it will be tried again",
    on_skipped: "it skipped itself",
    on_input: "it waits for an answer",
    on_deadline: "the run was not done in time",
  };
  return words[event];
}

function exceptionOf(outcome: AttemptOutcome | null): CallbackException | null {
  if (outcome === null || !("message" in outcome) || outcome.kind === "skipped") return null;
  if (outcome.kind !== "failed") return { message: outcome.message, code: outcome.kind };
  const { message, code, detail, errorName } = outcome;
  return {
    message,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errorName === undefined ? {} : { errorName }),
  };
}

/** A callback whose first delivery follows its commit. */
export function bornCallback(run: DagRun, callback: NewCallback, now: Micros): CallbackRecord {
  const { runKey, dagId, runId } = run;
  return {
    ...callback,
    runKey,
    dagId,
    runId,
    state: "queued",
    deliveryId: callback.id,
    deliveries: 1,
    createdAt: now,
    dueAt: null,
    endedAt: null,
    message: null,
  };
}

/**
 * After a delivery: done, or again later with growing pauses, up to `MAX_DELIVERIES`. A failure that says that trying again
 * is no use is final; a lost delivery goes again at once.
 */
export function afterDelivery(record: CallbackRecord, outcome: AttemptOutcome, at: Micros): CallbackRecord {
  if (outcome.kind === "success" || outcome.kind === "skipped") {
    return { ...record, state: "success", dueAt: null, endedAt: at, message: null };
  }
  const message = "message" in outcome ? outcome.message : outcome.kind;
  const isFinal = outcome.kind === "failed" && !outcome.retryable;
  if (isFinal || record.deliveries >= MAX_DELIVERIES) {
    return { ...record, state: "failed", dueAt: null, endedAt: at, message };
  }
  const pause = outcome.kind === "lost" ? 0 : FIRST_PAUSE * PAUSE_FACTOR ** (record.deliveries - 1);
  return { ...record, state: "pending", dueAt: at + pause, message };
}

/** A pending callback goes out again. */
export function redeliver(record: CallbackRecord, deliveryId: string): CallbackRecord {
  return { ...record, state: "queued", deliveryId, deliveries: record.deliveries + 1, dueAt: null };
}
