/** A worker: takes orders, runs each in its lane, reports what happens. Decides nothing about runs. */
import {
  type AttemptOrder,
  type AttemptOutcome,
  type Json,
  type Micros,
  MILLISECOND,
  type TaskQuestion,
} from "@momiji/core";
import type { AttemptEvents, AttemptRunner } from "@momiji/executors";
import { Attempt, type AttemptHost } from "./attempt.ts";
import { Lanes } from "./lanes.ts";
import { Leftovers } from "./leftovers.ts";
import { AttemptLog, type LogContext } from "./logs/attempt-log.ts";
import { LogTurn } from "./logs/log-turn.ts";
import { maskOutcome } from "./mask-outcome.ts";
import { Outbox } from "./outbox.ts";
import { cancelled, failed, lost } from "./outcomes.ts";
import type { Params } from "./process-lane/command.ts";
import type { EndContext } from "./processes/end-processes.ts";
import { ProcessScan } from "./processes/marked-processes.ts";
import { plainParams, RenderError, renderParams } from "./render-params.ts";
import { secretsOfAnswer } from "./secret-answers.ts";
import { type Settings, settingsOf } from "./settings.ts";
import { listState } from "./state/generation.ts";
import { type FinishedEvent, OutcomeSpool } from "./state/outcome-spool.ts";
import { WakeQueue } from "./wake-queue.ts";
import type { WorkerOptions } from "./worker-options.ts";

export interface Worker extends AttemptRunner {
  /** Starts the spawner and a first function child before an order needs them. */
  warm(): void;
}

/** A worker on this machine. Nothing runs before `start`. */
export function createWorker(options: WorkerOptions): Worker {
  return new LocalWorker(settingsOf(options));
}

/** What there is between `start` and `stop`. */
interface Running {
  readonly spool: OutcomeSpool;
  readonly outbox: Outbox;
  readonly lanes: Lanes;
  readonly leftovers: Leftovers;
  readonly wakes: WakeQueue;
  readonly host: AttemptHost;
}

/** How long processes may take to be gone after SIGKILL. */
const AFTER_KILL_MILLIS = 3_000;

class LocalWorker implements Worker {
  readonly #settings: Settings;
  readonly #attempts = new Map<string, Attempt>();
  readonly #logs: LogContext;
  #running: Running | null = null;
  #onIdle: (() => void) | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
    const { clock, secrets, maxLogBytes, warn } = settings;
    const turn = new LogTurn();
    this.#logs = { clock, masker: secrets, maxBytes: maxLogBytes, flushSoon: (log) => turn.add(log), warn };
  }

  start(deliver: AttemptEvents): Promise<void> {
    const { clock, stateDir, killGraceMillis, name, warn } = this.#settings;
    const earlier = listState(stateDir);
    const generation = 1 + (earlier.at(-1)?.generation ?? 0);
    const end: EndContext = { clock, scan: new ProcessScan(), graceMillis: killGraceMillis };
    const spool = new OutcomeSpool({ folder: stateDir, generation, now: clock.now(), warn });
    const outbox = new Outbox({ spool, deliver, warn });
    const wakes = new WakeQueue(clock);
    const ask = (attempt: Attempt, question: TaskQuestion): Promise<Json | undefined> =>
      this.#ask(attempt.order, question);
    const lanes = new Lanes({ settings: this.#settings, generation, wakes, end, ask });
    const host: AttemptHost = {
      name,
      now: () => clock.now(),
      wakes,
      emit: (event) => outbox.push(event),
      finished: (attempt, event) => this.#finished(attempt, event),
    };
    this.#running = { spool, outbox, lanes, leftovers: new Leftovers(earlier, end), wakes, host };
    return Promise.resolve();
  }

  warm(): void {
    this.#parts().lanes.warm();
  }

  run(order: AttemptOrder): void {
    const { spool, outbox, lanes } = this.#parts();
    const kept = spool.get(order.attemptId);
    if (kept !== undefined) outbox.push(kept);
    const known = this.#attempts.get(order.attemptId);
    if (known?.isRunning === false) lanes.begin(known);
    if (kept !== undefined || known !== undefined) return;
    const attempt = this.#attemptOf(order);
    this.#attempts.set(order.attemptId, attempt);
    try {
      const now = (): Micros => this.#settings.clock.now();
      const params = renderParams(order, (question) => this.#ask(order, question), now);
      if (params instanceof Promise) void this.#runRendered(attempt, params);
      else this.#runIn(attempt, params);
    } catch (error) {
      this.#notRunnable(attempt, error);
    }
  }

  lineUp(order: AttemptOrder): boolean {
    const { spool, lanes } = this.#parts();
    const { attemptId } = order;
    const params = plainParams(order);
    if (params === null || spool.get(attemptId) !== undefined || this.#attempts.has(attemptId)) return false;
    const attempt = this.#attemptOf(order);
    const isLinedUp = lanes.lineUp(attempt, params);
    if (isLinedUp) this.#attempts.set(attemptId, attempt);
    return isLinedUp;
  }

  cancel(attemptId: string, reason: string): void {
    const { spool, outbox } = this.#parts();
    const attempt = this.#attempts.get(attemptId);
    if (attempt !== undefined) attempt.end(cancelled(reason));
    else outbox.push(spool.get(attemptId) ?? this.#finishedEvent(attemptId, cancelled(reason)));
  }

  async recover(orders: readonly AttemptOrder[]): Promise<void> {
    await Promise.all(orders.map((order) => this.#recoverOne(order)));
    this.#parts().outbox.flush();
  }

  /** Once it was stopped this comes to nothing: an outcome that is kept too long is only delivered once too often. */
  acknowledge(attemptIds: readonly string[]): void {
    this.#running?.spool.forget(attemptIds);
  }

  async stop(graceMillis: number): Promise<void> {
    if (this.#running === null) return;
    const { lanes, outbox, spool, wakes } = this.#running;
    for (const attempt of this.#attempts.values()) if (!attempt.isRunning) this.#abandon(attempt);
    await this.#idleWithin(graceMillis);
    for (const attempt of this.#attempts.values())
      attempt.end(lost("the worker was stopped before the attempt had ended"));
    await this.#idleWithin(2 * this.#settings.killGraceMillis + AFTER_KILL_MILLIS);
    for (const attempt of this.#attempts.values()) this.#abandon(attempt);
    lanes.stop();
    wakes.stop();
    outbox.flush();
    spool.close();
    this.#running = null;
  }

  #attemptOf(order: AttemptOrder): Attempt {
    const log = new AttemptLog(this.#logs, () => this.#settings.logs(order));
    return new Attempt(order, log, this.#parts().host);
  }

  async #runRendered(attempt: Attempt, rendering: Promise<Params>): Promise<void> {
    attempt.onStop((reason) => attempt.finish(cancelled(reason)));
    try {
      const params = await rendering;
      if (attempt.ending === null) this.#runIn(attempt, params);
    } catch (error) {
      this.#notRunnable(attempt, error);
    }
  }

  #runIn(attempt: Attempt, params: Params): void {
    this.#parts().lanes.run(attempt, params);
  }

  #notRunnable(attempt: Attempt, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const outcome =
      error instanceof RenderError
        ? failed("template", message)
        : failed("order", `the order could not be run: ${message}`, { retryable: false });
    attempt.finish(outcome);
  }

  /** A sensor goes on being asked; of anything else nothing is left but perhaps its outcome. */
  async #recoverOne(order: AttemptOrder): Promise<void> {
    const { attemptId, task } = order;
    const { spool, outbox, leftovers } = this.#parts();
    const kept = spool.get(attemptId);
    if (kept !== undefined) outbox.push(kept);
    if (kept !== undefined || this.#attempts.has(attemptId)) return;
    await leftovers.end(attemptId);
    if (task.sensor !== undefined) this.run(order);
    else outbox.push(this.#finishedEvent(attemptId, lost("the worker that had the attempt is gone")));
  }

  #finished(attempt: Attempt, event: FinishedEvent): void {
    this.#attempts.delete(attempt.id);
    attempt.log.close();
    this.#parts().outbox.push({ ...event, outcome: maskOutcome(event.outcome, this.#settings.secrets) });
    if (this.#attempts.size === 0) this.#onIdle?.();
  }

  #finishedEvent(attemptId: string, outcome: AttemptOutcome): FinishedEvent {
    return { type: "finished", attemptId, at: this.#settings.clock.now(), outcome };
  }

  #abandon(attempt: Attempt): void {
    this.#attempts.delete(attempt.id);
    attempt.abandon();
    attempt.log.close();
  }

  async #idleWithin(millis: number): Promise<void> {
    if (this.#attempts.size === 0) return;
    const { clock } = this.#settings;
    const idle = Promise.withResolvers<void>();
    this.#onIdle = idle.resolve;
    const cancelTimer = clock.setTimer(clock.now() + millis * MILLISECOND, idle.resolve);
    await idle.promise;
    cancelTimer();
  }

  async #ask(order: AttemptOrder, question: TaskQuestion): Promise<Json | undefined> {
    const answer = await this.#settings.ask(order.attemptId, question, order.run);
    this.#settings.secrets.add(secretsOfAnswer(question, answer));
    return answer;
  }

  #parts(): Running {
    if (this.#running === null) throw new Error(`worker ${this.#settings.name} is not started, or was stopped`);
    return this.#running;
  }
}
