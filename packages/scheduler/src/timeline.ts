/**
 * What is due when: one entry a key, one timer for the earliest. Setting a key again moves it; entries that moved stay in
 * the heap until they come up, and are passed over then.
 */
import { BinaryHeap, type Clock, type Micros } from "@momiji/core";

/** A run by its key, or a DAG by its id. */
export type TimelineKey = number | string;

interface Entry {
  readonly at: Micros;
  readonly key: TimelineKey;
}

export class Timeline {
  readonly #clock: Clock;
  readonly #onDue: () => void;
  readonly #due = new Map<TimelineKey, Micros>();
  readonly #heap = new BinaryHeap<Entry>((a, b) => a.at - b.at);
  #cancelTimer: (() => void) | null = null;
  #armedFor: Micros | null = null;

  /** `onDue` is called when something may be due; `takeDue` then tells what. */
  constructor(clock: Clock, onDue: () => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** Sets or moves a key; null removes it. */
  set(key: TimelineKey, at: Micros | null): void {
    if (at === null) {
      this.#due.delete(key);
      return;
    }
    if (this.#due.get(key) === at) return;
    this.#due.set(key, at);
    this.#heap.push({ at, key });
    this.#arm();
  }

  /** The keys that are due at `now`, earliest first; they are taken out. */
  takeDue(now: Micros): TimelineKey[] {
    const keys: TimelineKey[] = [];
    for (let top = this.#heap.peek(); top !== undefined && top.at <= now; top = this.#heap.peek()) {
      this.#heap.pop();
      if (this.#due.get(top.key) !== top.at) continue;
      this.#due.delete(top.key);
      keys.push(top.key);
    }
    this.#arm();
    return keys;
  }

  /** The earliest instant at which something is due. */
  next(): Micros | null {
    this.#dropMoved();
    return this.#heap.peek()?.at ?? null;
  }

  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#due.clear();
    this.#heap.clear();
  }

  #arm(): void {
    const at = this.next();
    if (at === this.#armedFor) return;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#armedFor = at;
    if (at === null) return;
    this.#cancelTimer = this.#clock.setTimer(at, () => {
      this.#armedFor = null;
      this.#cancelTimer = null;
      this.#onDue();
    });
  }

  #dropMoved(): void {
    for (let top = this.#heap.peek(); top !== undefined && this.#due.get(top.key) !== top.at; top = this.#heap.peek())
      this.#heap.pop();
  }
}
