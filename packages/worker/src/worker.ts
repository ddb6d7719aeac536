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
import type { AskFor } from "./hosts/hosted-code.ts";
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
import { labelAfter, labelBefore, labelTemplate } from "./map-label.ts";
import { settleMapping, withBundleValues } from "./mapped-order.ts";
import { ownXComsFirst } from "./own-xcoms.ts";
import { renderedFields } from "./rendered-fields.ts";
import { type AskEngine, plainParams, RenderError, renderParams } from "./render-params.ts";
import { type Settings, settingsOf } from "./settings.ts";
import { listState } from "./state/generation.ts";
import { type FinishedEvent, OutcomeSpool } from "./state/outcome-spool.ts";
import { WakeQueue } from "./wake-queue.ts";
import type { WorkerOptions } from "./worker-options.ts";

export interface Worker extends AttemptRunner {
  /** Starts the spawner and a first function child before an order needs them. */
  warm(): void;
  endOthers(): void;
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
    this.#logs = {
      clock,
      masker: secrets,
      maxBytes: maxLogBytes,
      flushSoon: (log) => turn.add(log),
      warn,
      held: { characters: 0, isOver: false },
    };
  }

  start(deliver: AttemptEvents): Promise<void> {
    const { clock, stateDir, killGraceMillis, name, warn } = this.#settings;
    const earlier = listState(stateDir);
    const generation = 1 + (earlier.at(-1)?.generation ?? 0);
    const end: EndContext = { clock, scan: new ProcessScan(), graceMillis: killGraceMillis };
    const spool = new OutcomeSpool({ folder: stateDir, generation, now: clock.now(), warn });
    const outbox = new Outbox({ spool, deliver, kept: (events) => lanes.jobs.kept(events), warn });
    const wakes = new WakeQueue(clock);
    const ask: AskFor = ({ order }, question) => this.#ask(order, question);
    const logOf = (order: AttemptOrder): AttemptLog => this.#logOf(order);
    const outcomeOf = (attemptId: string): LastEvent | undefined => spool.get(attemptId);
    const about = { settings: this.#settings, generation, earlier };
    const lanes = new Lanes({ ...about, wakes, end, ask, logOf, outcomeOf });
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

  endOthers(): void {
    this.#parts().lanes.jobs.endOthers();
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
    outbox.flush();
    await this.#within(this.#settings.cleanUpMillis, lanes.jobs.cleanedUp());
    lanes.stop();
    wakes.stop();
    spool.close();
    this.#logs.held.isOver = true;
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
    const template = labelTemplate(order);
    if (template !== undefined)
      void this.#runRendered(
        attempt,
        this.#afterLabel(params, () => labelBefore(attempt, template, { ask, now })),
      );
    else if (params instanceof Promise) void this.#runRendered(attempt, params);
    else this.#runIn(attempt, params);
  }

  async #afterLabel(params: Params | Promise<Params>, label: () => Promise<void>): Promise<Params> {
    const rendered = await params;
    await label();
    return rendered;
  }

  #attemptOf(order: AttemptOrder): Attempt {
    return new Attempt(order, this.#logOf(order), this.#parts().host);
  }

  #logOf(order: AttemptOrder): AttemptLog {
    return new AttemptLog(this.#logs, () => this.#settings.logs(order));
  }

  async #runRendered(attempt: Attempt, rendering: Promise<Params>): Promise<void> {
    attempt.onStop((reason) => attempt.finish(cancelled(reason)));
    try {
      const params = await rendering;
      attempt.rendered = renderedFields(attempt.order, params, this.#settings.secrets);
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

  /** A sensor goes on being asked, a trigger waits on, a job outside goes on; of anything else perhaps its outcome is left. */
  async #recoverOne(order: AttemptOrder): Promise<void> {
    const { attemptId, task } = order;
    const { spool, outbox, leftovers } = this.#parts();
    const kept = spool.get(attemptId);
    if (kept !== undefined) outbox.push(kept);
    if (kept !== undefined || this.#attempts.has(attemptId)) return;
    if (task.lane === "job") return this.#recoverJob(order);
    await leftovers.end(attemptId);
    const isWaiting = order.deferral !== undefined && order.deferral.fired === undefined;
    if (task.sensor !== undefined || isWaiting) this.run(order);
    else outbox.push(this.#finishedEvent(attemptId, lost("the worker that had the attempt is gone")));
  }

  #recoverJob(order: AttemptOrder): void {
    const attempt = this.#attemptOf(order);
    this.#attempts.set(order.attemptId, attempt);
    if (this.#parts().lanes.jobs.recover(attempt)) return;
    this.#attempts.delete(order.attemptId);
    this.run(order);
  }

  #over(attempt: Attempt, event: LastEvent): void {
    const { order } = attempt;
    const template = labelTemplate(order);
    if (event.type !== "finished" || template === undefined) return this.#close(attempt, event);
    const ask = (question: TaskQuestion): Promise<Json | undefined> => this.#ask(order, question);
    const rendering = { ask, now: () => this.#settings.clock.now() };
    void labelAfter(attempt, event, { template, rendering }).then((labelled) => {
      // Stopped meanwhile: a later worker deals with it.
      if (this.#attempts.get(attempt.id) === attempt) this.#close(attempt, labelled);
    });
  }

  #close(attempt: Attempt, event: LastEvent): void {
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
    const idle = Promise.withResolvers<void>();
    this.#onIdle = idle.resolve;
    await this.#within(millis, idle.promise);
  }

  async #within(millis: number, work: Promise<void>): Promise<void> {
    const { clock } = this.#settings;
    const over = Promise.withResolvers<void>();
    const cancelTimer = clock.setTimer(clock.now() + millis * MILLISECOND, over.resolve);
    await Promise.race([work, over.promise]);
    cancelTimer();
  }

  async #ask(order: AttemptOrder, question: TaskQuestion): Promise<Json | undefined> {
    const pushed = this.#attempts.get(order.attemptId)?.pushed;
    const ask: AskEngine = (asked) => this.#settings.ask(order.attemptId, asked, order.run);
    const answer = await (pushed === undefined ? ask : ownXComsFirst(order, pushed, ask))(question);
    this.#settings.secrets.add(secretsOfAnswer(question, answer));
    return answer;
  }

  #parts(): Running {
    if (this.#running === null) throw new Error(`worker ${this.#settings.name} is not started, or was stopped`);
    return this.#running;
  }
}
