/** Who is told of what happens to a task or a run: what an author says of callbacks and notifiers, as data. */
import type { Json } from "./json.ts";

/** One function of the author's, or one notifier. */
export interface CallbackSpec {
  /** For people: `function`, or the notifier's name. Of lane `async` it is the name that the worker knows. */
  readonly name: string;
  /** `function`: code of the bundle, in a function child; `async`: a notifier of the worker's; `process`: a command. */
  readonly lane: "function" | "async" | "process";
  readonly params?: { readonly [name: string]: Json };
  /** Names in `params` whose strings are Jinja templates. */
  readonly templateFields?: readonly string[];
}

/** Airflow's `on_*_callback` of a task; several of one kind are called independently of each other. */
export interface TaskCallbacks {
  readonly onExecute?: readonly CallbackSpec[];
  readonly onSuccess?: readonly CallbackSpec[];
  readonly onFailure?: readonly CallbackSpec[];
  readonly onRetry?: readonly CallbackSpec[];
  /** Only if the running task skipped itself. */
  readonly onSkipped?: readonly CallbackSpec[];
}

/** Airflow's `on_success_callback` and `on_failure_callback` of a DAG: at the end of a run. */
export interface DagCallbacks {
  readonly onSuccess?: readonly CallbackSpec[];
  readonly onFailure?: readonly CallbackSpec[];
}

/** What a callback is about. `on_input`: a task waits for a person; `on_deadline`: a run was not done in time. */
export type CallbackEvent =
  | "on_execute"
  | "on_success"
  | "on_failure"
  | "on_retry"
  | "on_skipped"
  | "on_input"
  | "on_deadline";
