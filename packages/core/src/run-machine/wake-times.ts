/** When waiting instances may go on. Entries are never taken out early: those that came true some other way are passed over. */
import { BinaryHeap } from "../binary-heap.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { Micros } from "../instant.ts";
import { isSchedulable } from "../task-state.ts";

interface Entry {
  readonly at: Micros;
  readonly slot: number;
}

export class WakeTimes {
  readonly #heap = new BinaryHeap<Entry>((a, b) => a.at - b.at);
  readonly #instanceAt: (slot: number) => TaskInstance;

  constructor(instanceAt: (slot: number) => TaskInstance) {
    this.#instanceAt = instanceAt;
  }

  add(slot: number, at: Micros): void {
    this.#heap.push({ at, slot });
  }

  /** The next instant; null: nothing waits. */
  next(): Micros | null {
    for (let entry = this.#heap.peek(); entry !== undefined; entry = this.#heap.peek()) {
      if (this.#isCurrent(entry)) return entry.at;
      this.#heap.pop();
    }
    return null;
  }

  /** Takes out what is due, slot by slot; undefined: nothing more. */
  takeDue(now: Micros): number | undefined {
    const next = this.next();
    return next !== null && next <= now ? this.#heap.pop()?.slot : undefined;
  }

  #isCurrent({ at, slot }: Entry): boolean {
    const { state, resumeAt } = this.#instanceAt(slot);
    return isSchedulable(state) && resumeAt === at;
  }
}
