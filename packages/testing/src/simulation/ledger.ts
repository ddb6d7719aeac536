/** What really happened to attempts, written down by the worker of a simulated world: the audit compares the store with it. */
import type { AttemptOrder } from "@momiji/core";

export interface Deed {
  readonly order: AttemptOrder;
  /** It was run again although it had succeeded. */
  isRepeated: boolean;
  /** Its code came to its end with success. */
  succeeded: number;
  /** The engine had decided otherwise before it succeeded, or has asked for its end. */
  isUnwanted: boolean;
  /** It has stopped to wait, and went on under another id. */
  isPart: boolean;
}

export class Ledger {
  readonly #deeds = new Map<string, Deed>();

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
    const known = this.#deeds.get(order.attemptId);
    if (known === undefined)
      this.#deeds.set(order.attemptId, { order, isRepeated: false, succeeded: 0, isUnwanted: false, isPart: false });
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

  unwanted(attemptId: string): void {
    const deed = this.#deeds.get(attemptId);
    if (deed !== undefined) deed.isUnwanted = true;
  }
}
