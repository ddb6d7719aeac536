/** A callback that was decided upon: what it is told, and how far it is. */
import type { CallbackEvent, CallbackSpec } from "./callback-spec.ts";
import type { Micros } from "./instant.ts";
import type { RunState } from "./run-state.ts";
import type { TaskState } from "./task-state.ts";

/** What a callback is told, as it stood when it was decided. */
export interface CallbackFacts {
  readonly event: CallbackEvent;
  /** One line: why it is called. Of a run Airflow's words: `success`, `task_failure`, `timed_out`, `all_tasks_deadlocked`. */
  readonly reason: string;
  /** The task instance; of a run the last relevant one, null if it has none; null for a deadline. */
  readonly instance: CallbackInstance | null;
  readonly runState: RunState;
  readonly runEndDate: Micros | null;
  readonly exception: CallbackException | null;
  readonly deadline?: { readonly name: string | null; readonly dueAt: Micros };
  /** The rendered question, for `on_input`. */
  readonly question?: { readonly subject: string; readonly body: string | null; readonly until: Micros | null };
}

export interface CallbackInstance {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly attemptId: string | null;
  readonly state: TaskState;
  readonly tryNumber: number;
  readonly maxTries: number;
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
}

/** What went wrong, of a failed or lost attempt. */
export interface CallbackException {
  readonly message: string;
  /** As in `FailedOutcome`; `lost`, `cancelled`. */
  readonly code: string;
  readonly detail?: string;
  readonly errorName?: string;
}

/** A callback that was decided upon. `id` is its idempotency key, the same in every delivery. */
export interface NewCallback {
  readonly id: string;
  /** Null: of the DAG, not of one of its tasks. */
  readonly taskId: string | null;
  /** Which of those of its kind. */
  readonly ordinal: number;
  readonly spec: CallbackSpec;
  readonly facts: CallbackFacts;
}

/** `queued`: on its way to a worker, or there; `pending`: waits to be delivered again. */
export type CallbackState = "queued" | "pending" | "success" | "failed";

export interface CallbackRecord extends NewCallback {
  readonly runKey: number;
  readonly dagId: string;
  readonly runId: string;
  readonly state: CallbackState;
  /** Key of the delivery that is out or was the last one. */
  readonly deliveryId: string;
  /** Deliveries so far, the one that is out included. */
  readonly deliveries: number;
  readonly createdAt: Micros;
  /** When a pending one is delivered again. */
  readonly dueAt: Micros | null;
  readonly endedAt: Micros | null;
  /** Why the last delivery failed. */
  readonly message: string | null;
}
