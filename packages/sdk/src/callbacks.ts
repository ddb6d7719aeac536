/** The callbacks of tasks, DAGs and deadlines: what an author wrote, as specs, and the code that stays in the bundle. */
import type { CallbackEvent, CallbackSpec, DagCallbacks, TaskCallbacks } from "@momiji/core";
import type { Callback, Callbacks, TaskCallbackOptions } from "./callback-options.ts";
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type CallbackBodies, type CallbackBody, isNotifier } from "./notifier-object.ts";
import { present } from "./present.ts";

const EVENTS: { readonly [name in keyof TaskCallbackOptions]-?: CallbackEvent } = {
  onExecute: "on_execute",
  onSuccess: "on_success",
  onFailure: "on_failure",
  onRetry: "on_retry",
  onSkipped: "on_skipped",
};

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
export function readCallbacks(
  options: TaskCallbackOptions,
  place: string,
): ReadCallbacks<TaskCallbacks & DagCallbacks> {
  const bodies = new Map<string, CallbackBody>();
  const names = Object.keys(EVENTS) as (keyof TaskCallbackOptions)[];
  const specs = present<TaskCallbacks>(
    Object.fromEntries(
      names.map((name) => [name, specsOf(options[name], { event: EVENTS[name], bodies, place: `${place}, ${name}` })]),
    ),
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
