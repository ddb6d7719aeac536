/** A worker: takes orders, runs each in its lane, reports what happens. Decides nothing about runs. */
import {
  type AttemptOrder,
  type AttemptOutcome,
  type Json,
  type LastEvent,
  type MappedValues,
  MappingError,
  type Micros,
  MILLISECOND,
  type TaskQuestion,
  secretsOfAnswer,
} from "@momiji/core";
import type { AttemptEvents, AttemptRunner } from "@momiji/executors";
import { Attempt, type AttemptHost } from "./attempt.ts";
import { Lanes } from "./lanes.ts";
import { Leftovers } from "./leftovers.ts";
import { AttemptLog, type LogContext } from "./logs/attempt-log.ts";
import { LogTurn } from "./logs/log-turn.ts";
import { maskOutcome } from "./masking/mask-outcome.ts";
import { Outbox } from "./outbox.ts";
import { cancelled, failed, lost, SUCCESS } from "./outcomes.ts";
import type { Params } from "./process-lane/command.ts";
import type { EndContext } from "./processes/end-processes.ts";
import { ProcessScan } from "./processes/marked-processes.ts";
import { settleMapping, withBundleValues } from "./mapped-order.ts";
import { type AskEngine, plainParams, RenderError, renderParams, renderText } from "./render-params.ts";
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

type BundleValues = Pick<MappedValues, "inputs" | "params">;

interface Labelling {
  readonly template: string;
  readonly ask: AskEngine;
  readonly now: () => Micros;
  readonly params: Params | Promise<Params>;
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
      over: (attempt, event) => this.#over(attempt, event),
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
      const { order: settled, later } = settleMapping(order);
      attempt.order = settled;
      const areNeeded = settled.task.lane !== "function" || settled.task.mapIndexTemplate !== undefined;
      if (later !== null && areNeeded) void this.#runWithValues(attempt);
      else this.#render(attempt);
    } catch (error) {
      this.#notRunnable(attempt, error);
    }
  }

  lineUp(order: AttemptOrder): boolean {
    const { spool, lanes } = this.#parts();
    const { attemptId, mapped, task } = order;
    if (mapped !== undefined || task.mapIndexTemplate !== undefined) return false;
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

  /** Functions of the bundle come first, since templates, commands or the label need what they make. */
  async #runWithValues(attempt: Attempt): Promise<void> {
    try {
      const result = await this.#parts().lanes.values(attempt);
      if (attempt.ending !== null) return;
      const outcome = "outcome" in result ? result.outcome : SUCCESS;
      if (outcome.kind !== "success" || !("value" in result)) return attempt.finish(outcome);
      attempt.order = withBundleValues(attempt.order, result.value as unknown as BundleValues);
      this.#render(attempt);
    } catch (error) {
      this.#notRunnable(attempt, error);
    }
  }

  #render(attempt: Attempt): void {
    const { order } = attempt;
    const ask = (question: TaskQuestion): Promise<Json | undefined> => this.#ask(order, question);
    const now = (): Micros => this.#settings.clock.now();
    const params = renderParams(order, ask, now);
    const template = order.mapIndex < 0 ? undefined : order.task.mapIndexTemplate;
    if (template !== undefined)
      void this.#runRendered(attempt, this.#labelled(attempt, { template, ask, now, params }));
    else if (params instanceof Promise) void this.#runRendered(attempt, params);
    else this.#runIn(attempt, params);
  }

  /** A label that cannot be rendered is no reason to fail: the instance is called by its map index then. */
  async #labelled(attempt: Attempt, labelling: Labelling): Promise<Params> {
    const { template, ask, now, params } = labelling;
    const rendered = await params;
    try {
      attempt.label = await renderText(attempt.order, template, { ask, now });
    } catch (error) {
      const message = `mapIndexTemplate gave no label: ${(error as Error).message}`;
      attempt.log.write({ at: now(), level: "warning", source: "momiji", message });
    }
    return rendered;
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
        : error instanceof MappingError
          ? failed("mapping", message)
          : failed("order", `the order could not be run: ${message}`, { retryable: false });
    attempt.finish(outcome);
  }

  /** A sensor goes on being asked, and a trigger waits on; of anything else nothing is left but perhaps its outcome. */
  async #recoverOne(order: AttemptOrder): Promise<void> {
    const { attemptId, task } = order;
    const { spool, outbox, leftovers } = this.#parts();
    const kept = spool.get(attemptId);
    if (kept !== undefined) outbox.push(kept);
    if (kept !== undefined || this.#attempts.has(attemptId)) return;
    await leftovers.end(attemptId);
    const isWaiting = order.deferral !== undefined && order.deferral.fired === undefined;
    if (task.sensor !== undefined || isWaiting) this.run(order);
    else outbox.push(this.#finishedEvent(attemptId, lost("the worker that had the attempt is gone")));
  }

  #over(attempt: Attempt, event: LastEvent): void {
    this.#attempts.delete(attempt.id);
    attempt.log.close();
    const { outbox } = this.#parts();
    if (event.type !== "finished") outbox.push(event);
    else outbox.push({ ...event, outcome: maskOutcome(event.outcome, this.#settings.secrets) });
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
