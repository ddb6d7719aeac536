/** The callbacks of tasks, DAGs and deadlines: what an author wrote, as specs, and the code that stays in the bundle. */
import type { CallbackEvent, CallbackSpec, DagCallbacks, TaskCallbacks } from "@momiji/core";
import type { CallbackContext } from "./callback-context.ts";
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type CallbackBody, isNotifier, type Notifier } from "./notifier.ts";
import { present } from "./present.ts";

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

const EVENTS: { readonly [name in keyof TaskCallbackOptions]-?: CallbackEvent } = {
  onExecute: "on_execute",
  onSuccess: "on_success",
  onFailure: "on_failure",
  onRetry: "on_retry",
  onSkipped: "on_skipped",
};

/** Code by what it is called for; see `bodyKey`. */
export type CallbackBodies = ReadonlyMap<string, CallbackBody>;

/** Which code a callback has: of a task or (null) of the DAG, for what, and which of several. */
export interface CallbackKey {
  readonly taskId: string | null;
  readonly event: CallbackEvent;
  readonly ordinal: number;
}

export function bodyKey({ event, ordinal }: Pick<CallbackKey, "event" | "ordinal">): string {
  return `${event} ${ordinal}`;
}

export interface ReadCallbacks<Specs> {
  readonly specs: Specs | undefined;
  readonly bodies: CallbackBodies;
}

/** Specs and bodies of what stands in the options; of a DAG likewise, which has fewer. */
export function readCallbacks(options: TaskCallbackOptions, place: string): ReadCallbacks<TaskCallbacks & DagCallbacks> {
  const bodies = new Map<string, CallbackBody>();
  const names = Object.keys(EVENTS) as (keyof TaskCallbackOptions)[];
  const specs = present<TaskCallbacks>(
    Object.fromEntries(
      names.map((name) => [name, specsOf(options[name], { event: EVENTS[name], bodies, place: `${place}, ${name}` })]),
    ) as { [name in keyof TaskCallbackOptions]-?: readonly CallbackSpec[] | undefined },
  );
  return { specs: Object.keys(specs).length === 0 ? undefined : specs, bodies };
}

interface Reading {
  readonly event: CallbackEvent;
  readonly bodies: Map<string, CallbackBody>;
  readonly place: string;
  /** Number of the first; default 0. */
  readonly from?: number;
}

/** The specs of one option; absent if it says nothing. Their code is added to `bodies`. */
export function specsOf(
  callbacks: Callbacks | undefined,
  { event, bodies, place, from = 0 }: Reading,
): readonly CallbackSpec[] | undefined {
  if (callbacks === undefined) return undefined;
  const all: readonly Callback[] = Array.isArray(callbacks) ? callbacks : [callbacks as Callback];
  const specs = all.map((callback, index) => {
    if (!isNotifier(callback) && typeof callback !== "function") {
      throw new DagDefinitionError(place, `a callback is a function or a notifier, not ${show(callback)}`);
    }
    const body = isNotifier(callback) ? callback.body : callback;
    if (body !== undefined) bodies.set(bodyKey({ event, ordinal: from + index }), body);
    return isNotifier(callback) ? callback.spec : ({ name: callback.name || "function", lane: "function" } as const);
  });
  return specs.length === 0 ? undefined : specs;
}
