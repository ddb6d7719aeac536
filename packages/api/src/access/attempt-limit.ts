/** Slows down whoever guesses passwords: so many failures in a time, then none are heard until it has passed. */
import type { Clock, Micros } from "@momiji/core";

const FAILURES = 10;
const WINDOW_MICROS = 300_000_000;
/** As many names and addresses are remembered; the oldest are forgotten first. */
const REMEMBERED = 10_000;

interface Failures {
  count: number;
  readonly since: Micros;
}

export class AttemptLimit {
  readonly #clock: Clock;
  readonly #failures = new Map<string, Failures>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds to wait, the longest of these keys'; 0: go on. */
  waitSeconds(keys: readonly string[]): number {
    const now = this.#clock.now();
    const waits = keys.map((key) => {
      const known = this.#failures.get(key);
      if (known === undefined || known.count < FAILURES) return 0;
      return Math.max(0, Math.ceil((known.since + WINDOW_MICROS - now) / 1_000_000));
    });
    return Math.max(0, ...waits);
  }

  /** Counted before it is known whether it fails, so that many at once are not all heard. */
  begin(keys: readonly string[]): void {
    const now = this.#clock.now();
    for (const key of keys) {
      const known = this.#failures.get(key);
      if (known !== undefined && now - known.since < WINDOW_MICROS) known.count++;
      else this.#remember(key, now);
    }
  }

  succeeded(keys: readonly string[]): void {
    for (const key of keys) this.#failures.delete(key);
  }

  #remember(key: string, now: Micros): void {
    this.#failures.delete(key);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size >= REMEMBERED && oldest !== undefined) this.#failures.delete(oldest);
    this.#failures.set(key, { count: 1, since: now });
  }
}
