/**
 * Deferral: an attempt lets go of its process and goes on when something has happened. What it waits for and what it needs
 * then is kept with the task instance, so that it survives every process; over it `tryNumber` stays (Airflow's
 * `TaskDeferred`, `next_method`, `next_kwargs`).
 */
import type { AssetEventWrite } from "./asset-event.ts";
import type { Micros } from "./instant.ts";
import type { Json } from "./json.ts";

/** What is waited for, by name: a trigger of the DAG's bundle, a standard one, or the clock (`timer`). */
export interface TriggerSpec {
  readonly name: string;
  readonly params: { readonly [name: string]: Json };
  /** Of a standard trigger: how often it is asked. */
  readonly pollSeconds?: number;
}

/** The trigger that every worker knows without asking anybody: `params.at` (microseconds) has come. */
export const TIMER = "timer";

/** What a task that defers asks for. */
export interface DeferRequest {
  readonly trigger: TriggerSpec;
  /** Name of the function that goes on, in the DAG's bundle; absent: the trigger's event is the return value. */
  readonly resume?: string;
  /** What the task leaves for the function that goes on. */
  readonly state?: Json;
  readonly timeoutSeconds?: number;
}

/** Operator of a task that begins by waiting, without a process: its params are a `DeferRequest`. */
export const WAIT_FOR = "waitFor";

export interface Deferral {
  /** Null: nothing but time, a sensor in mode `reschedule`. */
  readonly trigger: TriggerSpec | null;
  readonly resume?: string;
  readonly state?: Json;
  /** What its code has said of its outlets so far. */
  readonly assetEvents?: readonly AssetEventWrite[];
  /** Start of the attempt, which all its parts count from. */
  readonly startedAt: Micros;
  readonly since: Micros;
  /** When the waiting fails; absent: never. */
  readonly timeoutAt?: Micros;
  /** What the trigger came to; absent: it is waited for. */
  readonly fired?: { readonly at: Micros; readonly event: Json };
}
