/** The callbacks that an author may give to tasks and DAGs. */
import type { CallbackContext } from "./callback-context.ts";
import type { Notifier } from "./notifier-object.ts";

/** A function, run in a process of a worker, or a notifier. */
export type Callback = ((ctx: CallbackContext) => unknown) | Notifier;

/** One or several; they are called independently of each other. */
export type Callbacks = Callback | readonly Callback[];

/** Airflow's `on_*_callback`. None of them changes what becomes of the task. */
export interface TaskCallbackOptions {
  /** An attempt begins; the callback runs beside it. */
  readonly onExecute?: Callbacks;
  readonly onSuccess?: Callbacks;
  /** It failed and is not tried again. */
  readonly onFailure?: Callbacks;
  /** It failed and will be tried again. */
  readonly onRetry?: Callbacks;
  /** It skipped itself; not by a trigger rule or a branch. */
  readonly onSkipped?: Callbacks;
}

export interface DagCallbackOptions {
  /** A run succeeded. */
  readonly onSuccess?: Callbacks;
  /** A run failed, timed out or could not go on. */
  readonly onFailure?: Callbacks;
}

export const TASK_CALLBACK_NAMES: Readonly<Record<keyof TaskCallbackOptions, true>> = {
  onExecute: true,
  onSuccess: true,
  onFailure: true,
  onRetry: true,
  onSkipped: true,
};
