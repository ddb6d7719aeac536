/** What the engine is told of an operator's words: the newest, and not more often than people read. */
import { type Clock, type Micros, SECOND } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import type { Wake, WakeQueue } from "../wake-queue.ts";

const PAUSE = 5 * SECOND;

export interface LastWordOptions {
  readonly clock: Clock;
  readonly wakes: WakeQueue;
  readonly mask: (text: string) => string;
}

export class LastWord {
  readonly #attempt: Attempt;
  readonly #options: LastWordOptions;
  #toldAt: Micros | null = null;
  #newest: string | null = null;
  #wake: Wake | null = null;

  constructor(attempt: Attempt, options: LastWordOptions) {
    this.#attempt = attempt;
    this.#options = options;
  }

  note(message: string): void {
    const { clock, wakes } = this.#options;
    this.#newest = message;
    if (this.#wake !== null) return;
    const now = clock.now();
    const at = this.#toldAt === null ? now : this.#toldAt + PAUSE;
    if (at <= now) this.#tell();
    else this.#wake = wakes.wakeAt(at, () => this.#tell());
  }

  stop(): void {
    this.#wake?.cancel();
    this.#wake = null;
  }

  #tell(): void {
    this.#wake = null;
    if (this.#newest === null) return;
    this.#attempt.tell(this.#options.mask(this.#newest));
    this.#newest = null;
    this.#toldAt = this.#options.clock.now();
  }
}
