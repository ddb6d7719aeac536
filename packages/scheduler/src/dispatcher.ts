/** Acts on what is committed: orders to executors, cancels, acknowledgements. All of it is idempotent by attempt id. */
import type { AttemptEvent, AttemptOrder, CallbackRecord, Clock, Micros } from "@momiji/core";
import type { AttemptEvents, Executor } from "@momiji/executors";
import { callbackOrder, type CallbackOrderDeps } from "./alarms/callback-orders.ts";
import type { ActiveRun } from "./dag-entry.ts";
import type { SchedulerOptions } from "./scheduler-options.ts";
import { OrderBook, type ToOrder } from "./orders.ts";
import type { VersionCache } from "./versioned-dag.ts";

/** An attempt that was just queued, or is out since before a restart. */
export interface Dispatched extends ToOrder {
  readonly active: ActiveRun;
}

export class Dispatcher {
  readonly #executors: ReadonlyMap<string, Executor>;
  readonly #default: Executor;
  readonly #orders: OrderBook;
  /** Which executor holds an attempt, while it is out. */
  readonly #holders = new Map<string, Executor>();
  readonly #clock: Clock;
  #deliver: AttemptEvents = () => undefined;

  readonly #callbackDeps: CallbackOrderDeps;

  constructor(
    { executors, store, clock }: Pick<SchedulerOptions, "executors" | "store" | "clock">,
    versions: VersionCache,
  ) {
    const [first] = executors;
    if (first === undefined) throw new Error("a scheduler needs an executor");
    this.#executors = new Map(executors.map((executor) => [executor.name, executor]));
    this.#default = first;
    this.#orders = new OrderBook(store);
    this.#clock = clock;
    this.#callbackDeps = { store, versions, factsOf: (dag, run) => this.#orders.factsOf(dag, run) };
  }

  async start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    await Promise.all([...this.#executors.values()].map((executor) => executor.start(deliver)));
  }

  async submit(dispatched: readonly Dispatched[]): Promise<void> {
    if (dispatched.length === 0) return;
    for (const [executor, orders] of this.#byExecutor(await this.#orders.make(dispatched))) executor.submit(orders);
  }

  /** `dispatched`: everything that is out. What executors hold of others is ended. */
  async recover(dispatched: readonly Dispatched[]): Promise<void> {
    for (const [executor, orders] of this.#byExecutor(await this.#orders.make(dispatched)))
      await executor.recover(orders);
    for (const executor of this.#executors.values()) executor.endOthers?.();
  }

  /** Gives those back whose run is not there any more. */
  async submitCallbacks(records: readonly CallbackRecord[]): Promise<CallbackRecord[]> {
    const { orders, gone } = await this.#callbackOrders(records);
    for (const [executor, own] of this.#byExecutor(orders)) executor.submit(own);
    return gone;
  }

  async recoverCallbacks(records: readonly CallbackRecord[]): Promise<void> {
    const { orders } = await this.#callbackOrders(records);
    for (const [executor, own] of this.#byExecutor(orders)) await executor.recover(own);
  }

  /** A `finished` event follows for each; one that no executor holds has ended already. */
  cancel(attempts: readonly { attemptId: string; reason: string }[]): void {
    for (const { attemptId, reason } of attempts) {
      const holder = this.#holders.get(attemptId);
      if (holder !== undefined) holder.cancel(attemptId, reason);
      else this.#deliver([cancelled(attemptId, reason, this.#clock.now())]);
    }
  }

  /** An executor has it, and its end is not committed. */
  holds(attemptId: string): boolean {
    return this.#holders.has(attemptId);
  }

  acknowledge(attemptIds: readonly string[]): void {
    const byHolder = new Map<Executor, string[]>();
    for (const attemptId of attemptIds) {
      const holder = this.#holders.get(attemptId);
      if (holder === undefined) continue;
      this.#holders.delete(attemptId);
      const ids = byHolder.get(holder);
      if (ids === undefined) byHolder.set(holder, [attemptId]);
      else ids.push(attemptId);
    }
    for (const [holder, ids] of byHolder) holder.acknowledge(ids);
  }

  forget(runKey: number): void {
    this.#orders.forget(runKey);
  }

  async #callbackOrders(records: readonly CallbackRecord[]) {
    const orders: AttemptOrder[] = [];
    const gone: CallbackRecord[] = [];
    for (const record of records) {
      const order = await callbackOrder(this.#callbackDeps, record);
      if (order === null) gone.push(record);
      else orders.push(order);
    }
    return { orders, gone };
  }

  #byExecutor(orders: readonly AttemptOrder[]): Map<Executor, AttemptOrder[]> {
    const sorted = new Map<Executor, AttemptOrder[]>();
    for (const order of orders) {
      // One that names an executor which is not there was never admitted.
      const executor = this.#executors.get(order.task.executor ?? "") ?? this.#default;
      this.#holders.set(order.attemptId, executor);
      const list = sorted.get(executor);
      if (list === undefined) sorted.set(executor, [order]);
      else list.push(order);
    }
    return sorted;
  }
}

function cancelled(attemptId: string, message: string, at: Micros): AttemptEvent {
  return { type: "finished", attemptId, at, outcome: { kind: "cancelled", message } };
}
