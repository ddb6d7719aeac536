/** Everything that happens in a world, in order, as one hash: two runs of a seed are the same if their hashes are. */
import { createHash } from "node:crypto";
import { isoZ } from "@momiji/core";
import type { SimClock } from "./sim-clock.ts";

export class Trace {
  readonly #clock: SimClock;
  readonly #hash = createHash("sha256");
  readonly #print: ((line: string) => void) | undefined;

  constructor(clock: SimClock, print?: (line: string) => void) {
    this.#clock = clock;
    this.#print = print;
  }

  note(what: string, details?: unknown): void {
    const text = details === undefined ? what : `${what} ${JSON.stringify(details)}`;
    this.#hash.update(`${this.#clock.elapsed} ${text}\n`);
    this.#print?.(`${isoZ(this.#clock.elapsed)} ${text}`);
  }

  /** To be asked once, at the end. */
  digest(): string {
    return this.#hash.digest("hex").slice(0, 32);
  }
}
