/**
 * The contract of an executor: it takes orders, runs each once, and reports. Implementations stand in folders beside
 * this file (`local/`, `inline/`) or in providers.
 */
import type { AttemptEvent, AttemptOrder } from "@momiji/core";

/** Where an executor delivers what happened. In-process delivery is at least once and in order for each attempt. */
export type AttemptEvents = (events: readonly AttemptEvent[]) => void;

export interface Executor {
  readonly name: string;
  /** How many attempts it takes at once; what is beyond stays `scheduled` with the engine. */
  readonly capacity: number;
  /** Starts the machinery; `deliver` is called from now on. */
  start(deliver: AttemptEvents): Promise<void>;
  /**
   * Takes orders whose `queued` state is committed. Idempotent by attempt id: an order that is known already is ignored.
   * Never throws for one bad order: that order gets a `finished` event.
   */
  submit(orders: readonly AttemptOrder[]): void;
  /**
   * Ends the attempt: SIGTERM to its whole process group, SIGKILL after the grace. A `finished` event follows, also for an
   * attempt that never started or that it does not know.
   */
  cancel(attemptId: string, reason: string): void;
  /**
   * After a restart: the attempts that the store holds as queued, running or deferred. For each, either it goes on
   * (events follow), or its kept outcome is delivered, or what is left of it is ended and `lost` is delivered.
   */
  recover(orders: readonly AttemptOrder[]): Promise<void>;
  /**
   * Everything that is out was recovered: what the executor still holds of other attempts from before its start, such as a
   * job that runs outside, nobody wants any more, and it is ended.
   */
  endOthers?(): void;
  /** The engine has committed the outcome: the executor may forget its kept copy. */
  acknowledge(attemptIds: readonly string[]): void;
  /**
   * Stops taking orders, gives running attempts `graceMillis` to end, then ends them as lost. Orders that have not started, and
   * deferred attempts, are left as they are, without an event: `recover` deals with them after a restart.
   */
  stop(graceMillis: number): Promise<void>;
}

/** What runs attempts on this machine, handed to the local executor by whoever composes it (`@momiji/worker`). */
export interface AttemptRunner {
  start(deliver: AttemptEvents): Promise<void>;
  /** Never throws: an order that cannot be run gets a `finished` event. Ignores an order that it knows. */
  run(order: AttemptOrder): void;
  /**
   * Takes an order that it begins by itself as soon as one that runs has ended, before anybody has heard of that: a
   * `started` event says so. `run` of the same order begins it at once. False: this order must wait for `run`.
   */
  lineUp(order: AttemptOrder): boolean;
  /** A `finished` event follows, also for an attempt that it does not know. */
  cancel(attemptId: string, reason: string): void;
  /** Ends what an earlier process left behind for these attempts and delivers kept outcomes, or `lost`. */
  recover(orders: readonly AttemptOrder[]): Promise<void>;
  /** See `Executor`. */
  endOthers?(): void;
  acknowledge(attemptIds: readonly string[]): void;
  stop(graceMillis: number): Promise<void>;
}
