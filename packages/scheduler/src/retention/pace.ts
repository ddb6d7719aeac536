/** How much is removed at a time: as much as takes a few milliseconds, with a pause after each step. */
import { type Clock, MILLISECOND } from "@momiji/core";

/** A step longer than this is followed by a smaller one: the event loop and the write lock belong to others. */
const LONG_MICROS = 6 * MILLISECOND;
const SHORT_MICROS = 2 * MILLISECOND;
/** So that at most a third of the time is taken. */
const PAUSE_MICROS = 10 * MILLISECOND;

const FIRST_ROWS = 50;
/** Fewer would not be faster: a step has its price, however little it removes (the sync of the disk). */
const LEAST_ROWS = 20;
const MOST_ROWS = 500;

export class Pace {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #rows = FIRST_ROWS;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  /** Somebody wants it to end; what is left stays for the next time. */
  get isStopped(): boolean {
    return this.#signal.aborted;
  }

  /** Does one step with so many rows, then waits a moment. */
  async step<Result>(work: (rows: number) => Promise<Result>): Promise<Result> {
    const start = this.#clock.now();
    const result = await work(this.#rows);
    const took = this.#clock.now() - start;
    if (took > LONG_MICROS) this.#rows = Math.max(LEAST_ROWS, Math.floor(this.#rows / 2));
    else if (took < SHORT_MICROS) this.#rows = Math.min(MOST_ROWS, Math.ceil(this.#rows * 1.5));
    await this.#pause();
    return result;
  }

  async #pause(): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.setTimer(this.#clock.now() + PAUSE_MICROS, done);
      this.#signal.addEventListener("abort", done, { once: true });
      const signal = this.#signal;
      function done(): void {
        cancel();
        signal.removeEventListener("abort", done);
        resolve();
      }
    });
  }
}
