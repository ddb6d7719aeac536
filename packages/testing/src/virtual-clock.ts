/** A clock that moves only when it is told to. */
import type { Clock, Micros } from "@momiji/core";

interface Timer {
  readonly at: Micros;
  readonly callback: () => void;
}

export class VirtualClock implements Clock {
  #now: Micros;
  readonly #timers = new Set<Timer>();

  constructor(now: Micros) {
    this.#now = now;
  }

  now(): Micros {
    return this.#now;
  }

  setTimer(at: Micros, callback: () => void): () => void {
    const timer = { at, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** When the next timer is due; null: none is set. */
  nextTimer(): Micros | null {
    let next: Micros | null = null;
    for (const { at } of this.#timers) if (next === null || at < next) next = at;
    return next;
  }

  /** Moves to `to` and calls back every timer on the way, in order of time. The clock never goes back. */
  moveTo(to: Micros): void {
    for (let next = this.nextTimer(); next !== null && next <= to; next = this.nextTimer()) {
      this.#now = Math.max(this.#now, next);
      for (const timer of [...this.#timers].filter(({ at }) => at === next)) {
        this.#timers.delete(timer);
        timer.callback();
      }
    }
    this.#now = Math.max(this.#now, to);
  }
}
