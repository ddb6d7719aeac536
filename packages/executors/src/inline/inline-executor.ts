/**
 * For tests and for runs in memory: handlers instead of processes. Nothing is left to chance or to time but what the
 * handlers do.
 */
import {
  type AssetEventWrite,
  type AttemptEvent,
  type AttemptOrder,
  type AttemptOutcome,
  type Clock,
  type Micros,
  secondsToSpan,
  type TaskSpec,
  type XComWrite,
} from "@momiji/core";
import type { AttemptEvents, Executor } from "../executor.ts";
import { OrderQueue } from "../order-queue.ts";

export interface InlineResult {
  readonly outcome: AttemptOutcome;
  readonly xcoms?: readonly XComWrite[];
  readonly assetEvents?: readonly AssetEventWrite[];
}

/** What a task comes to: always the same, or as the function says. What a function throws fails the attempt. */
export type InlineHandler =
  | InlineResult
  | ((order: AttemptOrder, signal: AbortSignal) => InlineResult | Promise<InlineResult>);

export interface InlineExecutorOptions {
  readonly name?: string;
  readonly capacity?: number;
  readonly clock: Clock;
  /** By task id; a task without a handler succeeds. */
  readonly handlers?: ReadonlyMap<string, InlineHandler>;
  /** What callbacks come to; default: each succeeds. */
  readonly callbacks?: InlineHandler;
  /** `sync`: handlers are called, and what they return is delivered, within `submit`; `microtask` (default): right after it. */
  readonly delivery?: "sync" | "microtask";
}

const SUCCESS: InlineResult = { outcome: { kind: "success" } };

export class InlineExecutor implements Executor {
  readonly name: string;
  readonly capacity: number;
  readonly #options: InlineExecutorOptions;
  readonly #known = new Set<string>();
  readonly #waiting = new OrderQueue<AttemptOrder>();
  readonly #running = new Map<string, AbortController>();
  #deliver: AttemptEvents = () => {};
  #isStopped = false;

  constructor(options: InlineExecutorOptions) {
    this.name = options.name ?? "inline";
    this.capacity = options.capacity ?? Number.POSITIVE_INFINITY;
    this.#options = options;
  }

  start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    return Promise.resolve();
  }

  submit(orders: readonly AttemptOrder[]): void {
    for (const order of orders) {
      if (this.#known.has(order.attemptId)) continue;
      this.#known.add(order.attemptId);
      this.#waiting.push(order, order.priority);
    }
    if (this.#options.delivery === "sync") this.#fill();
    else queueMicrotask(() => this.#fill());
  }

  cancel(attemptId: string, reason: string): void {
    const waiting = this.#waiting.items().find((order) => order.attemptId === attemptId);
    if (waiting !== undefined) this.#waiting.delete(waiting);
    const abort = this.#running.get(attemptId);
    if (abort === undefined && waiting === undefined && this.#known.has(attemptId)) return;
    this.#known.add(attemptId);
    this.#finish(attemptId, { outcome: { kind: "cancelled", message: reason } });
    abort?.abort(new Error(reason));
    this.#fill();
  }

  /** Nothing outlives the process, so what this executor does not know is lost. */
  recover(orders: readonly AttemptOrder[]): Promise<void> {
    const outcome: AttemptOutcome = { kind: "lost", message: "it ran in a process that is gone" };
    for (const { attemptId } of orders) {
      if (this.#known.has(attemptId)) continue;
      this.#known.add(attemptId);
      this.#finish(attemptId, { outcome });
    }
    return Promise.resolve();
  }

  acknowledge(attemptIds: readonly string[]): void {
    for (const id of attemptIds) if (!this.#running.has(id)) this.#known.delete(id);
  }

  /** The grace is not waited for: it would be time, and there is none here. Orders that wait are forgotten. */
  stop(_graceMillis: number): Promise<void> {
    this.#isStopped = true;
    for (const id of this.#running.keys()) this.cancel(id, "the executor stopped");
    return Promise.resolve();
  }

  #fill(): void {
    while (this.#running.size < this.capacity && !this.#isStopped) {
      const order = this.#waiting.shift();
      if (order === undefined) return;
      this.#run(order);
    }
  }

  #run(order: AttemptOrder): void {
    const { attemptId } = order;
    const abort = new AbortController();
    this.#running.set(attemptId, abort);
    this.#emit({ type: "started", attemptId, at: this.#options.clock.now(), worker: this.name });
    try {
      const handler = this.#handlerOf(order);
      const result = typeof handler === "function" ? handler(order, abort.signal) : handler;
      if (result instanceof Promise)
        result.then((late) => this.#end(attemptId, late)).catch((error) => this.#end(attemptId, thrown(error)));
      else this.#finish(attemptId, result);
    } catch (error) {
      this.#finish(attemptId, thrown(error));
    }
  }

  #handlerOf({ callback, task }: AttemptOrder): InlineHandler {
    const { handlers, callbacks = SUCCESS, clock } = this.#options;
    if (callback !== undefined) return callbacks;
    return handlers?.get(task.taskId) ?? inlineDefault(task, clock.now());
  }

  /** What was waited for may have been cancelled meanwhile. */
  #end(attemptId: string, result: InlineResult): void {
    if (!this.#running.has(attemptId)) return;
    this.#finish(attemptId, result);
    this.#fill();
  }

  #finish(attemptId: string, { outcome, xcoms = [], assetEvents = [] }: InlineResult): void {
    this.#running.delete(attemptId);
    this.#emit({
      type: "finished",
      attemptId,
      at: this.#options.clock.now(),
      outcome,
      ...(xcoms.length > 0 ? { xcoms } : {}),
      ...(assetEvents.length > 0 ? { assetEvents } : {}),
    });
  }

  #emit(event: AttemptEvent): void {
    this.#deliver([event]);
  }
}

/** What a task comes to that has no handler: success, or its question with the words that stand in the spec. */
export function inlineDefault({ input, params = {} }: TaskSpec, now: Micros): InlineResult {
  if (input === undefined) return SUCCESS;
  const seconds = input.responseTimeoutSeconds;
  const { subject, body } = params;
  const until = seconds === undefined ? null : now + secondsToSpan(seconds);
  const text = typeof body === "string" ? body : null;
  return {
    outcome: { kind: "awaiting_input", subject: typeof subject === "string" ? subject : "", body: text, until },
  };
}

function thrown(error: unknown): InlineResult {
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: { kind: "failed", code: "exception", message, retryable: true } };
}
