/** Task-instance states: Airflow's names and sets, and which state may follow which. */

/** `null` is Airflow's "no status": the row exists, its dependencies are not met yet. */
export type TaskState =
  | null
  | "scheduled"
  | "queued"
  | "running"
  | "restarting"
  | "up_for_retry"
  | "up_for_reschedule"
  | "deferred"
  | "awaiting_input"
  | "success"
  | "failed"
  | "skipped"
  | "upstream_failed"
  | "removed";

export type FinishedTaskState = "success" | "failed" | "skipped" | "upstream_failed" | "removed";

const FINISHED: ReadonlySet<TaskState> = new Set(["success", "failed", "skipped", "upstream_failed", "removed"]);
const HELD_BY_WORKER: ReadonlySet<TaskState> = new Set([
  "queued",
  "running",
  "restarting",
  "deferred",
  "awaiting_input",
]);

/** Nothing more happens to it by itself. */
export function isFinished(state: TaskState): state is FinishedTaskState {
  return FINISHED.has(state);
}

/** `failed` or `upstream_failed`. */
export function isFailure(state: TaskState): boolean {
  return state === "failed" || state === "upstream_failed";
}

/** `success` or `skipped`: what lets a run succeed, and what depends-on-past accepts. */
export function isSuccessLike(state: TaskState): boolean {
  return state === "success" || state === "skipped";
}

/** An attempt of it is out with an executor (or waits there), so events of that attempt are expected. */
export function isHeldByWorker(state: TaskState): boolean {
  return HELD_BY_WORKER.has(state);
}

/** It takes pool slots and counts against task limits: queued and running; a deferred one does not (Airflow's default). */
export function occupiesSlot(state: TaskState): boolean {
  return state === "queued" || state === "running" || state === "restarting";
}

/** It may become `scheduled` once its dependencies and its waiting time allow. */
export function isSchedulable(state: TaskState): boolean {
  return state === null || state === "up_for_retry" || state === "up_for_reschedule";
}
