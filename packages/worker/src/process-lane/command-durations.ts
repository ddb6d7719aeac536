/** How long commands take at the moment, so that it is known whether one ends before anybody minds waiting for it. */
import { MILLISECOND, type MicrosSpan } from "@momiji/core";

/** As long as starting a few more: what waits behind such a command waits for nothing noticeable. */
const SHORT: MicrosSpan = 25 * MILLISECOND;

/** The newest duration counts this much against what was known. */
const WEIGHT = 0.3;

export class CommandDurations {
  #typical: MicrosSpan = SHORT;

  /** False also while nothing is known. */
  areShort(): boolean {
    return this.#typical < SHORT;
  }

  /** One long command says more than many short ones. */
  note(took: MicrosSpan): void {
    this.#typical = took > SHORT ? took : this.#typical + WEIGHT * (took - this.#typical);
  }
}
