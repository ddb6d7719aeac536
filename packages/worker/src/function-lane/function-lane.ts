/** Runs the functions of DAG bundles in children, and asks the sensors of bundles there. */
import { MILLISECOND, RETURN_VALUE } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import type { Deferrals } from "../deferrals/deferrals.ts";
import { cancelled, failed, SUCCESS } from "../outcomes.ts";
import { type EndContext, endProcesses } from "../processes/end-processes.ts";
import type { Params } from "../process-lane/command.ts";
import { type PokeReply, type SensorContext, SensorWatch } from "../sensor-watch.ts";
import type { CallResult } from "./child-protocol.ts";
import type { FunctionCall } from "./function-child.ts";
import type { FunctionPool } from "./function-pool.ts";

export interface FunctionLaneOptions {
  readonly pool: FunctionPool;
  readonly end: EndContext;
  readonly sensors: SensorContext;
  readonly deferrals: Deferrals;
}

export class FunctionLane {
  readonly #options: FunctionLaneOptions;

  constructor(options: FunctionLaneOptions) {
    this.#options = options;
  }

  run(attempt: Attempt, params: Params): void {
    if (attempt.order.task.sensor !== undefined) this.#watch(attempt, params);
    else this.#call(attempt, params);
  }

  /** What functions of the bundle make of the attempt's mapping: the value of the result. The attempt has not begun by it. */
  values(attempt: Attempt): Promise<CallResult> {
    const ended = Promise.withResolvers<CallResult>();
    const call: FunctionCall = { attempt, params: {}, valuesOnly: true, begun: () => {}, done: ended.resolve };
    attempt.onStop((reason) => {
      void this.#stop({ call, ended: ended.promise, reason }).then(() => attempt.finish(cancelled(reason)));
    });
    this.#options.pool.call(call);
    return ended.promise;
  }

  #call(attempt: Attempt, params: Params): void {
    const ended = Promise.withResolvers<CallResult>();
    const call: FunctionCall = {
      attempt,
      params,
      begun: (pid) => attempt.begin(pid),
      done: (result) => {
        if (attempt.ending !== null) ended.resolve(result);
        else if ("defer" in result) this.#defer(attempt, result);
        else finishWith(attempt, result);
      },
    };
    attempt.onStop((reason) => {
      void this.#stop({ call, ended: ended.promise, reason }).then(() => attempt.finish(cancelled(reason)));
    });
    this.#options.pool.call(call);
  }

  #defer(attempt: Attempt, result: Extract<CallResult, { defer: unknown }>): void {
    const { defer, xcoms = [], assetEvents = [] } = result;
    attempt.pushXComs(xcoms);
    attempt.noteAssetEvents(assetEvents);
    this.#options.deferrals.begin(attempt, defer);
  }

  /** Each question is a call of its own, so that no child is held in between. */
  #watch(attempt: Attempt, params: Params): void {
    let current: { readonly call: FunctionCall; readonly ended: Promise<CallResult> } | null = null;
    const watch = new SensorWatch(attempt, this.#options.sensors, {
      poke: async () => {
        const ended = Promise.withResolvers<CallResult>();
        const call: FunctionCall = { attempt, params, begun: (pid) => watch.begin(pid), done: ended.resolve };
        current = { call, ended: ended.promise };
        this.#options.pool.call(call);
        const result = await ended.promise;
        current = null;
        attempt.pushXComs(result.xcoms ?? []);
        attempt.noteAssetEvents(result.assetEvents ?? []);
        return replyOf(result);
      },
      stop: async (reason) => {
        if (current !== null) await this.#stop({ ...current, reason });
      },
    });
    watch.start();
  }

  /**
   * The child ends together with a call that was to end, unless the call had ended before it heard of that. One that does
   * not hear, or ends too slowly, is killed after the grace.
   */
  async #stop({ call, ended, reason }: Stopping): Promise<void> {
    const { pool, end } = this.#options;
    const child = await pool.reach(call);
    if (child === null) return;
    child.end(call, reason);
    const result = await within(end, ended);
    const group = result === null || result.leaving === true ? (child.pid ?? null) : null;
    await endProcesses({ attemptId: call.attempt.id, group }, result === null ? { ...end, graceMillis: 0 } : end);
  }
}

const NO_RETRY = { retryable: false };

interface Stopping {
  readonly call: FunctionCall;
  readonly ended: Promise<CallResult>;
  readonly reason: string;
}

/** Null: not within the grace. */
async function within({ clock, graceMillis }: EndContext, ended: Promise<CallResult>): Promise<CallResult | null> {
  const grace = Promise.withResolvers<null>();
  const cancelTimer = clock.setTimer(clock.now() + graceMillis * MILLISECOND, () => grace.resolve(null));
  const result = await Promise.race([ended, grace.promise]);
  cancelTimer();
  return result;
}

function finishWith(attempt: Attempt, result: Exclude<CallResult, { defer: unknown }>): void {
  const { outcome, value } = "poke" in result ? { outcome: SUCCESS, value: result.poke.value } : result;
  const pushed = result.xcoms ?? [];
  attempt.noteAssetEvents(result.assetEvents ?? []);
  attempt.finish(outcome, value === undefined ? pushed : [...pushed, { key: RETURN_VALUE, value }]);
}

function replyOf(result: CallResult): PokeReply {
  if ("poke" in result) return { poke: result.poke };
  return { outcome: "defer" in result ? failed("operator", "a sensor cannot be deferred", NO_RETRY) : result.outcome };
}
