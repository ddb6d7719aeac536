/** Lets requests begin one after another with a gap between them, whoever makes them: a quota counts all of an account together. */
import { setTimeout as sleep } from "node:timers/promises";

export class Pacer {
  readonly #gapMillis: number;
  /** By `performance.now()`. */
  #free = 0;

  constructor(gapMillis: number) {
    this.#gapMillis = gapMillis;
  }

  /** Resolves when it is one's turn; in the order in which they asked. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#free);
    this.#free = at + this.#gapMillis;
    if (at > now) await sleep(at - now, undefined, { signal });
  }
}
