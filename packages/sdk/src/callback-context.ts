/** What a callback sees: what a task would, and what has happened. */
import type { CallbackEvent, CallbackException, Json, RunState, TaskState, Temporal } from "@momiji/core";
import type { TaskContext } from "./task-context.ts";

export interface CallbackContext<Params = { readonly [name: string]: Json }> extends Omit<
  TaskContext<Params>,
  "xcom" | "attemptId" | "state"
> {
  /** The same in every delivery of this callback: use it as the idempotency key of what it does outside. */
  readonly callbackId: string;
  /** 1 for the first; a callback that fails is called again, five times in all. */
  readonly delivery: number;
  readonly event: CallbackEvent;
  /** One line. Of a run `success`, `task_failure`, `timed_out` or `all_tasks_deadlocked`. */
  readonly reason: string;
  /** What went wrong; null if nothing did. */
  readonly exception: CallbackException | null;
  /** Of the task instance; of a DAG's callback the last relevant one (its id is empty if the run has none). */
  readonly taskId: string;
  readonly state: TaskState;
  /** Of the attempt that it is about. */
  readonly attemptId: string | null;
  readonly runState: RunState;
  /** The deadline that was missed; null in other callbacks. */
  readonly deadline: { readonly name: string | null; readonly dueAt: Temporal.Instant } | null;
  /** What a person is asked; null in other callbacks. */
  readonly question: { readonly subject: string; readonly body: string | null } | null;
  readonly xcom: Pick<TaskContext["xcom"], "pull">;
}
