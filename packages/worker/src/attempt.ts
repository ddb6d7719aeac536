/** One attempt in the hands of this worker, from its order to its outcome: what all lanes have in common. */
import {
  type AssetEventWrite,
  type AttemptEvent,
  type AttemptOrder,
  type AttemptOutcome,
  type FailedOutcome,
  judgeOutcome,
  type Micros,
  type RetryDecision,
  secondsToSpan,
  spreadOutputs,
  type XComWrite,
} from "@momiji/core";
import type { AttemptLog } from "./logs/attempt-log.ts";
import type { FinishedEvent } from "./state/outcome-spool.ts";
import { lost, taskTimeout } from "./outcomes.ts";
import type { WakeQueue } from "./wake-queue.ts";

/** What an attempt needs of its worker. */
export interface AttemptHost {
  readonly name: string;
  readonly now: () => Micros;
  readonly wakes: WakeQueue;
  emit(event: AttemptEvent): void;
  finished(attempt: Attempt, event: FinishedEvent): void;
}

export class Attempt {
  readonly order: AttemptOrder;
  readonly log: AttemptLog;
  readonly #host: AttemptHost;
  #ending: AttemptOutcome | null = null;
  #stop: ((reason: string) => void) | null = null;
  #cancelTimeout: (() => void) | null = null;
  #assetEvents: readonly AssetEventWrite[] = [];
  #state: "waiting" | "running" | "deferred" | "finished" = "waiting";

  constructor(order: AttemptOrder, log: AttemptLog, host: AttemptHost) {
    this.order = order;
    this.log = log;
    this.#host = host;
  }

  get id(): string {
    return this.order.attemptId;
  }

  /** Its code runs, or its question is being asked for the first time. */
  get isRunning(): boolean {
    return this.#state === "running";
  }

  /** How it will be said to have ended, whatever its code does from here on; null: nobody has asked it to end. */
  get ending(): AttemptOutcome | null {
    return this.#ending;
  }

  /**
   * Its code begins to run: reports it and starts the time-out of its execution. Called again if it turns out that it had
   * not begun where it was said to.
   */
  begin(pid?: number): void {
    if (this.#state === "finished") return;
    const at = this.#host.now();
    const { id, order } = this;
    this.#state = "running";
    this.#host.emit({
      type: "started",
      attemptId: id,
      at,
      worker: this.#host.name,
      ...(pid === undefined ? {} : { pid }),
    });
    const seconds = order.task.executionTimeoutSeconds;
    this.#cancelTimeout?.();
    if (seconds === undefined) return;
    const timeOut = (): void => this.end(taskTimeout(order.task, seconds));
    this.#cancelTimeout = this.#host.wakes.wakeAt(at + secondsToSpan(seconds), timeOut);
  }

  /** Values that others may read before it ends. */
  pushXComs(xcoms: readonly XComWrite[]): void {
    if (xcoms.length > 0) this.#host.emit({ type: "xcom", attemptId: this.id, at: this.#host.now(), xcoms });
  }

  /** What its code says of its outlets; of a sensor, what it said at its last question. */
  noteAssetEvents(events: readonly AssetEventWrite[]): void {
    this.#assetEvents = events;
  }

  /** It waits until then (null: nobody knows) without process or slot. */
  defer(until: Micros | null): void {
    this.#state = "deferred";
    this.#host.emit({ type: "deferred", attemptId: this.id, at: this.#host.now(), until });
  }

  /** Says how to stop what the attempt is doing now; called at once if it is to end already. */
  onStop(stop: (reason: string) => void): void {
    this.#stop = stop;
    if (this.#ending !== null) stop(messageOf(this.#ending));
  }

  /** Asks it to end with this outcome. Only the first asking counts; `finish` follows from whoever runs it. */
  end(outcome: AttemptOutcome): void {
    if (this.#ending !== null || this.#state === "finished") return;
    this.#ending = outcome;
    const message = messageOf(outcome);
    this.log.say("warning", message);
    this.#stop?.(message);
  }

  /** What its code came to; if it was asked to end, that counts instead. Only the first call counts. */
  finish(outcome: AttemptOutcome, xcoms: readonly XComWrite[] = []): void {
    if (this.#state === "finished") return;
    this.#state = "finished";
    this.#cancelTimeout?.();
    const { task } = this.order;
    const ending = this.#ending;
    const came = ending === null ? spreadOutputs(task, { outcome, xcoms }) : { outcome: ending, xcoms: [] };
    if (ending === null && came.outcome.kind === "failed") this.log.say("error", explain(came.outcome));
    const judged = judgeOutcome(came.outcome, task);
    if (judged.kind === "failed" && judged.retry !== undefined) this.log.say("info", describe(judged.retry));
    const at = this.#host.now();
    const base = { type: "finished", attemptId: this.id, at, outcome: judged } as const;
    const isSuccess = ending === null && judged.kind === "success";
    this.#host.finished(this, {
      ...base,
      ...(came.xcoms.length > 0 ? { xcoms: came.xcoms } : {}),
      ...(isSuccess && this.#assetEvents.length > 0 ? { assetEvents: this.#assetEvents } : {}),
    });
  }

  /** Stops it without a word; a later worker will deal with it. */
  abandon(): void {
    this.#state = "finished";
    this.#cancelTimeout?.();
    this.#ending ??= lost("the worker stopped");
    this.#stop?.("the worker stopped");
  }
}

/** For the log: of what was thrown with its stack; the last lines of a command stand there already. */
function explain({ errorName, message, detail }: FailedOutcome): string {
  return errorName === undefined ? message : (detail ?? `${errorName}: ${message}`);
}

/** What was decided about a retry, which `retries` may still forbid. */
function describe({ action, delaySeconds, reason }: RetryDecision): string {
  const delay = delaySeconds === undefined ? "" : ` after ${delaySeconds} s`;
  return `retry decision: ${action}${delay}${reason === undefined ? "" : `, ${reason}`}`;
}

function messageOf(outcome: AttemptOutcome): string {
  return "message" in outcome && outcome.message !== undefined ? outcome.message : outcome.kind;
}
