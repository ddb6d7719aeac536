/**
 * Runs attempts on this machine, so many at once: higher priority first, among equals who came first. A deferred attempt
 * (a sensor between two questions) holds no place.
 */
import { type AttemptEvent, type AttemptOrder, isLast } from "@momiji/core";
import type { AttemptEvents, AttemptRunner, Executor } from "../executor.ts";
import { OrderQueue } from "../order-queue.ts";

export interface LocalExecutorOptions {
  readonly name?: string;
  /** Attempts at once. */
  readonly parallelism?: number;
  /** Orders that are taken beyond those that run, so that there is always a next one and their states share commits. */
  readonly ahead?: number;
  readonly runner: AttemptRunner;
}

/**
 * `lined-up` ones are with the runner, which begins them when it has room; `finished` ones are remembered until they are
 * acknowledged, so that a doubled order finds them.
 */
type Place = "waiting" | "lined-up" | "running" | "deferred" | "finished";

/** So few that they can only take a little of their turn from orders of a higher priority that come later. */
const LINED_UP = 2;

const DEFAULT_PARALLELISM = 32;

export class LocalExecutor implements Executor {
  readonly name: string;
  readonly capacity: number;
  readonly #parallelism: number;
  readonly #runner: AttemptRunner;
  readonly #places = new Map<string, Place>();
  readonly #waiting = new OrderQueue<AttemptOrder>();
  readonly #linedUp = new Map<string, AttemptOrder>();
  #running = 0;
  #isStopping = false;
  #deliver: AttemptEvents = () => {};

  constructor({ name = "local", parallelism = DEFAULT_PARALLELISM, ahead = 0, runner }: LocalExecutorOptions) {
    this.name = name;
    this.capacity = parallelism + ahead;
    this.#parallelism = parallelism;
    this.#runner = runner;
  }

  async start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    await this.#runner.start((events) => this.#receive(events));
  }

  submit(orders: readonly AttemptOrder[]): void {
    for (const order of orders) {
      if (this.#places.has(order.attemptId)) continue;
      this.#places.set(order.attemptId, "waiting");
      this.#waiting.push(order, order.priority);
    }
    this.#fill();
  }

  cancel(attemptId: string, reason: string): void {
    const place = this.#places.get(attemptId);
    if (place === "finished") return;
    const waiting =
      place === "waiting" ? this.#waiting.items().find((order) => order.attemptId === attemptId) : undefined;
    if (waiting !== undefined) this.#waiting.delete(waiting);
    this.#linedUp.delete(attemptId);
    this.#runner.cancel(attemptId, reason);
  }

  async recover(orders: readonly AttemptOrder[]): Promise<void> {
    // What is still to be begun here was not lost with anything, and what the runner has goes on as it is.
    const gone = orders.filter(({ attemptId }) => this.#places.get(attemptId) !== "waiting");
    for (const { attemptId } of gone) if (!this.#places.has(attemptId)) this.#take(attemptId);
    await this.#runner.recover(gone);
  }

  endOthers(): void {
    this.#runner.endOthers?.();
  }

  acknowledge(attemptIds: readonly string[]): void {
    for (const id of attemptIds) if (this.#places.get(id) === "finished") this.#places.delete(id);
    this.#runner.acknowledge(attemptIds);
  }

  /** Orders that wait are not started any more; nothing is known of them after a restart, so `recover` finds them lost. */
  async stop(graceMillis: number): Promise<void> {
    this.#isStopping = true;
    await this.#runner.stop(graceMillis);
  }

  #fill(): void {
    if (this.#isStopping) return;
    while (this.#running < this.#parallelism) {
      const [linedUp] = this.#linedUp.values();
      const order = linedUp ?? this.#waiting.shift();
      if (order === undefined) return;
      this.#take(order.attemptId);
      this.#runner.run(order);
    }
    this.#lineUp();
  }

  #lineUp(): void {
    while (this.#linedUp.size < LINED_UP) {
      const order = this.#waiting.peek();
      if (order === undefined || !this.#runner.lineUp(order)) return;
      this.#waiting.delete(order);
      this.#places.set(order.attemptId, "lined-up");
      this.#linedUp.set(order.attemptId, order);
    }
  }

  #take(attemptId: string): void {
    if (this.#places.get(attemptId) === "running") return;
    this.#linedUp.delete(attemptId);
    this.#places.set(attemptId, "running");
    this.#running++;
  }

  #receive(events: readonly AttemptEvent[]): void {
    for (const event of events) {
      if (event.type === "started" && this.#linedUp.has(event.attemptId)) this.#take(event.attemptId);
      else if (event.type === "deferred") this.#leave(event.attemptId, "deferred");
      else if (isLast(event)) this.#leave(event.attemptId, "finished");
    }
    this.#deliver(events);
    this.#fill();
  }

  #leave(attemptId: string, to: Place): void {
    if (this.#places.get(attemptId) === "running") this.#running--;
    this.#places.set(attemptId, to);
  }
}
