/** An executor that runs nothing: an attempt starts and ends when it is told to. */
import type { AttemptOrder } from "@momiji/core";
import type { AttemptEvents, Executor } from "@momiji/executors";

export class HandExecutor implements Executor {
  readonly name = "hand";
  readonly capacity: number;
  readonly #now: () => number;
  readonly #orders: AttemptOrder[] = [];
  readonly #ending = new Map<string, () => void>();
  #deliver: AttemptEvents = () => {};

  constructor(capacity: number, now: () => number) {
    this.capacity = capacity;
    this.#now = now;
  }

  /** Attempts that it was given and has not ended. */
  get held(): number {
    return this.#orders.length;
  }

  start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    return Promise.resolve();
  }

  submit(orders: readonly AttemptOrder[]): void {
    this.#orders.push(...orders);
  }

  /** The oldest attempt starts and ends, as a short function does; resolves once the scheduler has committed that. */
  endOne(): Promise<void> {
    const order = this.#orders.shift();
    if (order === undefined) throw new Error("there is no order");
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ending.set(order.attemptId, resolve);
    const { attemptId } = order;
    const at = this.#now();
    this.#deliver([
      { type: "started", attemptId, at, worker: "hand" },
      { type: "finished", attemptId, at, outcome: { kind: "success" } },
    ]);
    return promise;
  }

  acknowledge(attemptIds: readonly string[]): void {
    for (const attemptId of attemptIds) {
      this.#ending.get(attemptId)?.();
      this.#ending.delete(attemptId);
    }
  }

  cancel(): void {}

  recover(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
