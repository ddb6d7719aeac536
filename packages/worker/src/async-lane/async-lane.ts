/**
 * Runs operators that only wait (for an answer of a server, for a time) as promises in this process, and asks its sensors.
 * Code of DAG files never runs here.
 */
import {
  type Clock,
  type Json,
  MILLISECOND,
  RETURN_VALUE,
  type TaskQuestion,
  textsIn,
  type Masker,
} from "@momiji/core";
import {
  isSensor,
  type OperatorDefinition,
  type PokeAnswer,
  type SensorDefinition,
  type TaskContext,
} from "@momiji/sdk";
import type { Attempt } from "../attempt.ts";
import { contextFor } from "../callback-context.ts";
import { LazyAbort } from "../lazy-abort.ts";
import { cancelled, failed, SUCCESS } from "../outcomes.ts";
import type { Params } from "../process-lane/command.ts";
import { type PokeReply, type SensorContext, SensorWatch } from "../sensor-watch.ts";
import { OutletNotes } from "../task-assets.ts";
import { outcomeOfThrown } from "../thrown.ts";
import { xcomValue } from "../xcom-value.ts";

export interface AsyncLaneOptions {
  readonly operators: ReadonlyMap<string, OperatorDefinition | SensorDefinition>;
  readonly ask: (attempt: Attempt, question: TaskQuestion) => Promise<Json | undefined>;
  readonly clock: Clock;
  readonly masker: Masker;
  readonly sensors: SensorContext;
  readonly graceMillis: number;
  readonly maxXComBytes: number;
}

export class AsyncLane {
  readonly #options: AsyncLaneOptions;

  constructor(options: AsyncLaneOptions) {
    this.#options = options;
  }

  run(attempt: Attempt, params: Params): void {
    const name = attempt.order.task.operator;
    const operator = this.#options.operators.get(name);
    if (operator === undefined) {
      attempt.finish(failed("operator", `this worker has no operator ${name}`, { retryable: false }));
    } else if (isSensor(operator)) this.#watch(attempt, operator, params);
    else this.#start(attempt, operator, params);
  }

  #start(attempt: Attempt, operator: OperatorDefinition, params: Params): void {
    const abort = new LazyAbort();
    attempt.begin();
    const outlets = this.#outletsOf(attempt);
    const running = this.#execute(attempt, async () => {
      const value: unknown = await operator.run(this.#context(attempt, { abort, outlets }), params);
      attempt.noteAssetEvents(outlets.written);
      return value;
    });
    attempt.onStop((reason) => void this.#stop(attempt, { abort, running, reason }));
  }

  async #execute(attempt: Attempt, run: () => unknown): Promise<void> {
    try {
      const value = await run();
      if (attempt.ending !== null) return;
      const isWanted = value !== undefined && attempt.order.task.doXcomPush !== false;
      const xcoms = isWanted ? [{ key: RETURN_VALUE, value: this.#checked("the return value", value) }] : [];
      attempt.finish(SUCCESS, xcoms);
    } catch (error) {
      if (attempt.ending === null) attempt.finish(outcomeOfThrown(error));
    }
  }

  #watch(attempt: Attempt, sensor: SensorDefinition, params: Params): void {
    /** Null between two questions: all that a sensor keeps while it waits is what it is asked with. */
    let asked: Omit<Stoppable, "reason"> | null = null;
    const watch = new SensorWatch(attempt, this.#options.sensors, {
      poke: async () => {
        watch.begin();
        const abort = new LazyAbort();
        const outlets = this.#outletsOf(attempt);
        const running = this.#ask(sensor, this.#context(attempt, { abort, outlets }), params);
        asked = { abort, running };
        const reply = await running;
        asked = null;
        attempt.noteAssetEvents(outlets.written.length > 0 ? outlets.written : NONE);
        return reply;
      },
      stop: async (reason) => {
        if (asked !== null) await this.#stopped({ ...asked, reason });
      },
    });
    watch.start();
  }

  async #ask(sensor: SensorDefinition, ctx: TaskContext, params: Params): Promise<PokeReply> {
    try {
      const answer: PokeAnswer = await sensor.poke(ctx, params);
      if (typeof answer === "boolean") return { poke: { done: answer } };
      if (answer.done && answer.value !== undefined) this.#checked("the sensor's value", answer.value);
      return { poke: answer };
    } catch (error) {
      return { outcome: outcomeOfThrown(error) };
    }
  }

  async #stop(attempt: Attempt, running: Stoppable): Promise<void> {
    await this.#stopped(running);
    attempt.finish(cancelled(running.reason));
  }

  /** Code in this process cannot be killed: after the grace it is left to itself, and what it comes to is ignored. */
  async #stopped({ abort, running, reason }: Stoppable): Promise<void> {
    const { clock, graceMillis } = this.#options;
    abort.abort(reason);
    const grace = Promise.withResolvers<void>();
    const cancelTimer = clock.setTimer(clock.now() + graceMillis * MILLISECOND, grace.resolve);
    await Promise.race([running, grace.promise]);
    cancelTimer();
  }

  #outletsOf({ order }: Attempt): OutletNotes {
    return new OutletNotes(order.task.outlets, this.#options.maxXComBytes);
  }

  #context(attempt: Attempt, { abort, outlets }: { abort: LazyAbort; outlets: OutletNotes }): TaskContext {
    const { attemptId, task, mapIndex, tryNumber, maxTries, run, callback } = attempt.order;
    const { ask, clock, masker } = this.#options;
    return contextFor(
      { attemptId, taskId: task.taskId, mapIndex, tryNumber, maxTries, run },
      {
        now: () => clock.now(),
        log: (level, message) => attempt.log.write({ at: clock.now(), level, source: "task", message }),
        maskSecret: (value) => masker.add(textsIn(value)),
        signal: () => abort.signal(),
        push: (key, value) => attempt.pushXComs([{ key, value: this.#checked(`the value pushed as "${key}"`, value) }]),
        ask: (question) => ask(attempt, question),
        outlets,
      },
      callback,
    );
  }

  #checked(what: string, value: unknown): Json {
    return xcomValue(what, value, this.#options.maxXComBytes);
  }
}

const NONE: readonly never[] = [];

interface Stoppable {
  readonly abort: LazyAbort;
  readonly running: Promise<unknown>;
  readonly reason: string;
}
