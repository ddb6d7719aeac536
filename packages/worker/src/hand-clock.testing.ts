import type { Clock, Micros } from "@momiji/core";

/** Time stands still until it is moved. */
export class HandClock implements Clock {
  #now: Micros = 1_767_225_600_000_000;
  #timers = new Set<{ at: Micros; callback: () => void }>();

  now(): Micros {
    return this.#now;
  }

  setTimer(at: Micros, callback: () => void): () => void {
    const timer = { at, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Moves on in steps of what is due, letting promises settle in between. */
  async advance(span: Micros): Promise<void> {
    const end = this.#now + span;
    for (;;) {
      await settle();
      const next = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
    await settle();
  }
}

/** A few turns of the event loop: what can happen without time passing has happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
