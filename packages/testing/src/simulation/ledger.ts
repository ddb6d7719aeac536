/** What really happened to attempts, written down by the worker of a simulated world: the audit compares the store with it. */
import type { AttemptOrder, DagRun } from "@momiji/core";

export interface Deed {
  readonly order: AttemptOrder;
  /** It was run again although it had succeeded. */
  isRepeated: boolean;
  /** Its code came to its end with success. */
  succeeded: number;
  /** The engine had decided otherwise before it succeeded, or has asked for its end. */
  isUnwanted: boolean;
  /** Somebody has cleared or marked its task instance: what it came to need not stand any more. */
  isOverruled: boolean;
  /** It has stopped to wait, and went on under another id. */
  isPart: boolean;
}

const NOTHING_DONE = { isRepeated: false, succeeded: 0, isUnwanted: false, isOverruled: false, isPart: false };

export class Ledger {
  readonly #deeds = new Map<string, Deed>();
  readonly #deletedRuns = new Set<number>();
  readonly #dagsWithDeletedRuns = new Set<string>();
  readonly #told = new Map<string, number>();
  /** Perhaps before anybody has begun them. */
  readonly #overruled = new Set<string>();

  get all(): Iterable<Deed> {
    return this.#deeds.values();
  }

  get size(): number {
    return this.#deeds.size;
  }

  of(attemptId: string): Deed | undefined {
    return this.#deeds.get(attemptId);
  }

  begun(order: AttemptOrder): void {
    if (this.#deletedRuns.has(order.run.runKey)) return;
    const known = this.#deeds.get(order.attemptId);
    if (known === undefined)
      this.#deeds.set(order.attemptId, { order, ...NOTHING_DONE, isOverruled: this.#overruled.has(order.attemptId) });
    else known.isRepeated ||= known.succeeded > 0;
  }

  succeeded(attemptId: string): void {
    const deed = this.#deeds.get(attemptId);
    if (deed !== undefined) deed.succeeded++;
  }

  stopped(attemptId: string): void {
    const deed = this.#deeds.get(attemptId);
    if (deed !== undefined) deed.isPart = true;
  }

  overruled(attemptId: string): void {
    this.#overruled.add(attemptId);
    const deed = this.#deeds.get(attemptId);
    if (deed !== undefined) deed.isOverruled = true;
  }

  /** Its run was deleted with everything that belongs to it. */
  forget({ runKey, dagId }: DagRun): void {
    this.#dagsWithDeletedRuns.add(dagId);
    for (const [attemptId, { order }] of this.#deeds) if (order.run.runKey === runKey) this.#deeds.delete(attemptId);
    this.#deletedRuns.add(runKey);
  }

  /** A callback has come to the end of its code, well or badly. */
  told(callbackId: string): void {
    this.#told.set(callbackId, this.deliveriesOf(callbackId) + 1);
  }

  deliveriesOf(callbackId: string): number {
    return this.#told.get(callbackId) ?? 0;
  }

  /** Some run of the DAG was deleted. */
  hasDeleted(dagId: string): boolean {
    return this.#dagsWithDeletedRuns.has(dagId);
  }

  unwanted(attemptId: string): void {
    const deed = this.#deeds.get(attemptId);
    if (deed !== undefined) deed.isUnwanted = true;
  }
}
