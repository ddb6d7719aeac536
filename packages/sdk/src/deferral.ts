/**
 * Waiting without a process, for the author's own tasks: a task returns `defer(...)`, its process is free for others, a
 * trigger waits in its place, and when it has fired the task goes on with what the trigger gave.
 */
import { type DeferRequest, TIMER, type TriggerSpec } from "@momiji/core";
import { collect } from "./bundle-parts.ts";
import { type DurationInput, positiveSecondsOf, secondsOf } from "./duration.ts";
import { jsonObject } from "./json-value.ts";
import type { SensorDefinition } from "./operator-definition.ts";
import type { Sent } from "./sent.ts";
import type { TaskContext } from "./task-context.ts";
import type { AnyResume, Resume, TriggerDefinition } from "./trigger-definition.ts";
import type { InstantInput } from "./wall-time.ts";

const BRAND = Symbol.for("momiji.deferred");

declare const EVENT: unique symbol;

/** Something to wait for, made by a trigger's function. It travels by its name and its params. */
export interface Trigger<Event> extends TriggerSpec {
  /** Exists for the compiler only. */
  readonly [EVENT]?: Event;
  /** How it waits, for runs in memory; a worker finds it by its name. */
  readonly definition?: TriggerDefinition | SensorDefinition<never>;
}

/**
 * A trigger of one's own, to be called at the top of a DAG file or of a module that it imports. Its name must be the only
 * one among those of the file; its params must be JSON.
 */
export function defineTrigger<Params extends object, Event>(
  definition: TriggerDefinition<Params, Event>,
): (params: Params) => Trigger<Sent<Event>> {
  const { name } = definition;
  const known = definition as unknown as TriggerDefinition;
  collect("triggers", name, known);
  return (params) => ({ name, params: jsonObject(params, "params", `trigger ${name}`), definition: known });
}

/** To be called at the top of a DAG file, as `defineTrigger`. `event` and `state` have travelled as JSON. */
export function defineResume<Event, State, R>(
  name: string,
  run: (ctx: TaskContext, event: Event, state: State) => R,
): Resume<Event, State, R> {
  const resume = { name, run };
  collect("resumes", name, resume as unknown as AnyResume);
  return resume;
}

/** When a timer fires: at a moment (wall time is of the DAG's zone), or after a span. */
export type TimerMoment = { readonly until: InstantInput } | { readonly for: DurationInput };

/** Fires at its time, whatever is restarted meanwhile. Its event is the instant, as text. */
export function timer(moment: TimerMoment): Trigger<string> {
  const params =
    "for" in moment ? { forSeconds: secondsOf(moment.for, "timer, for") } : { until: String(moment.until) };
  return { name: TIMER, params };
}

/** What `defer` gives, to be returned by the task; `R` is what the task comes to in the end. */
export interface Deferred<R> {
  readonly [BRAND]: true;
  /** Exists for the compiler only. */
  readonly result?: R;
  readonly request: DeferRequest;
  /** For runs in memory. */
  readonly trigger: Trigger<unknown>;
  readonly resume: AnyResume | undefined;
}

export interface WaitOptions<Event> {
  readonly trigger: Trigger<Event>;
  /** After which the task fails (and is tried again, if it has retries). Default: none. */
  readonly timeout?: DurationInput;
}

export interface ResumeOptions<Event, State, R> extends WaitOptions<Event> {
  readonly resume: Resume<Event, Sent<State>, R>;
  /** Kept for `resume`; must be JSON. */
  readonly state?: State;
}

/** Waits for the trigger; with `resume` the task goes on there, without it the trigger's event is the task's return value. */
export function defer<Event, State, R>(options: ResumeOptions<Event, State, R>): Deferred<Awaited<R>>;
export function defer<Event>(options: WaitOptions<Event> & { readonly resume?: never }): Deferred<Event>;
export function defer(options: WaitOptions<unknown> & { resume?: unknown; state?: unknown }): Deferred<unknown> {
  const resume = options.resume as AnyResume | undefined;
  return { [BRAND]: true, request: requestOf(options, "defer"), trigger: options.trigger, resume };
}

/** What travels of `defer`'s options; `place` opens the message of an error. */
export function requestOf(
  { trigger, timeout, resume, state }: WaitOptions<unknown> & { resume?: unknown; state?: unknown },
  place: string,
): DeferRequest {
  const { name, params, pollSeconds } = trigger;
  const kept = jsonObject({ state }, "defer", place)["state"];
  return {
    trigger: { name, params, ...(pollSeconds === undefined ? {} : { pollSeconds }) },
    ...(resume === undefined ? {} : { resume: (resume as AnyResume).name }),
    ...(kept === undefined ? {} : { state: kept }),
    ...(timeout === undefined ? {} : { timeoutSeconds: positiveSecondsOf(timeout, `${place}, timeout`) }),
  };
}

export function isDeferred(value: unknown): value is Deferred<unknown> {
  return typeof value === "object" && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true;
}
