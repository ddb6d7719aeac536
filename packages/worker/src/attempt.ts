/** One attempt in the hands of this worker, from its order to its outcome: what all lanes have in common. */
import {
  type AssetEventWrite,
  type AttemptEvent,
  type AttemptOrder,
  type AttemptOutcome,
  type Deferral,
  type FailedOutcome,
  type Json,
  judgeOutcome,
  type LastEvent,
  type Micros,
  type RetryDecision,
  secondsToSpan,
  spreadOutputs,
  TIMER,
  type XComWrite,
} from "@momiji/core";
import type { AttemptLog } from "./logs/attempt-log.ts";
import { lost, taskTimeout } from "./outcomes.ts";
import type { Wake, WakeQueue } from "./wake-queue.ts";

/** What an attempt needs of its worker. */
export interface AttemptHost {
  readonly name: string;
  readonly now: () => Micros;
  readonly wakes: WakeQueue;
  emit(event: AttemptEvent): void;
  /** Nothing more is said of it. */
  over(attempt: Attempt, event: LastEvent): void;
}

export class Attempt {
  /** As it was ordered, or with what was found out since (`settled`). */
  order: AttemptOrder;
  /** How a mapped instance is called for people; undefined: by its map index. */
  label: string | undefined;
  /** What its templates became, for people; undefined: it has none. */
  rendered: { readonly [field: string]: Json } | undefined;
  /** What it has given before its end, by key. */
  readonly pushed = new Map<string, Json>();
  readonly log: AttemptLog;
  readonly #host: AttemptHost;
  #ending: AttemptOutcome | null = null;
  #stop: ((reason: string) => void) | null = null;
  #timeout: Wake | null = null;
  #startedAt: Micros | null = null;
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

  /** Nothing more is to be said of it: it has ended, or a later worker goes on with it. */
  get isOver(): boolean {
    return this.#state === "finished";
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
      ...(this.label === undefined ? {} : { renderedMapIndex: this.label }),
      ...(this.rendered === undefined ? {} : { rendered: this.rendered }),
    });
    this.#startedAt = order.deferral?.startedAt ?? order.job?.startedAt ?? at;
    this.#limit(this.#startedAt);
  }

  /** The time-out of its execution counts from its start, over all its parts. */
  #limit(startedAt: Micros): void {
    const { task } = this.order;
    const seconds = task.executionTimeoutSeconds;
    this.#timeout?.cancel();
    if (seconds === undefined) return;
    const timeOut = (): void => this.end(taskTimeout(task, seconds));
    this.#timeout = this.#host.wakes.wakeAt(startedAt + secondsToSpan(seconds), timeOut);
  }

  /** Values that others may read before it ends. */
  pushXComs(xcoms: readonly XComWrite[]): void {
    for (const { key, value } of xcoms) this.pushed.set(key, value);
    if (xcoms.length > 0) this.#host.emit({ type: "xcom", attemptId: this.id, at: this.#host.now(), xcoms });
  }

  /** Its job is there, and is found again by this. */
  launched(handle: Json): void {
    if (!this.isOver) this.#host.emit({ type: "launched", attemptId: this.id, at: this.#host.now(), handle });
  }

  /** What people should know that its job waits for. */
  tell(message: string): void {
    if (!this.isOver) this.#host.emit({ type: "said", attemptId: this.id, at: this.#host.now(), message });
  }

  /** What its code says of its outlets; of a sensor, what it said at its last question. */
  noteAssetEvents(events: readonly AssetEventWrite[]): void {
    this.#assetEvents = events;
  }

  /** Those of all its parts. */
  get assetEvents(): readonly AssetEventWrite[] {
    return [...(this.order.deferral?.assetEvents ?? []), ...this.#assetEvents];
  }

  /** It waits until then (null: nobody knows) without process or slot. */
  defer(until: Micros | null): void {
    this.#state = "deferred";
    this.#host.emit({ type: "deferred", attemptId: this.id, at: this.#host.now(), until });
  }

  /** It waits within its slots: nothing of it runs here. */
  rest(): void {
    this.#state = "deferred";
  }

  /** When its code first began; now, if it has not. */
  get startedAt(): Micros {
    return this.#startedAt ?? this.#host.now();
  }

  /** A trigger waits in the place of its code. */
  deferTo(deferral: Deferral): void {
    this.#state = "deferred";
    this.#limit(deferral.startedAt);
    const { at = null } = deferral.trigger?.name === TIMER ? deferral.trigger.params : {};
    this.#host.emit({
      type: "deferred",
      attemptId: this.id,
      at: this.#host.now(),
      until: at as Micros | null,
      deferral,
    });
  }

  /** Its trigger has fired: it goes on as another attempt, once it has slots. */
  resume(event: Json, deferral: Deferral): void {
    this.#end({ type: "resumed", attemptId: this.id, at: this.#host.now(), event, deferral });
  }

  /** It gives its slots back and asks for them again then. */
  reschedule(until: Micros): void {
    this.#end({ type: "rescheduled", attemptId: this.id, at: this.#host.now(), until });
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
    const { task } = this.order;
    const ending = this.#ending;
    const came = ending === null ? spreadOutputs(task, { outcome, xcoms }) : { outcome: ending, xcoms: [] };
    if (ending === null && came.outcome.kind === "failed") this.log.say("error", explain(came.outcome));
    const judged = judgeOutcome(came.outcome, task);
    if (judged.kind === "failed" && judged.retry !== undefined) this.log.say("info", describe(judged.retry));
    const at = this.#host.now();
    const { assetEvents } = this;
    const isSuccess = ending === null && judged.kind === "success";
    this.#end({
      ...({ type: "finished", attemptId: this.id, at, outcome: judged } as const),
      ...(came.xcoms.length > 0 ? { xcoms: came.xcoms } : {}),
      ...(isSuccess && assetEvents.length > 0 ? { assetEvents } : {}),
    });
  }

  #end(event: LastEvent): void {
    if (this.#state === "finished") return;
    this.#state = "finished";
    this.#timeout?.cancel();
    this.#host.over(this, event);
  }

  /** Stops it without a word; a later worker will deal with it. */
  abandon(): void {
    this.#state = "finished";
    this.#timeout?.cancel();
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
