/** Contact with AWS during one job: it may be lost for long, which is said once, and found again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { isCredentialTrouble, isDenied, isPassing, isThrottle } from "./aws-error.ts";
import { backOffMillis } from "./back-off.ts";
import { failureOf, type RefusedCall, wordsOf } from "./refusal-words.ts";

/** A role that was just changed is not known everywhere at once. */
const REFUSAL_MILLIS = 60_000;

export interface Patience {
  /** How long to do without AWS. */
  readonly patienceMillis: number;
  /** True: who was let in before is let in again soon. */
  readonly waitsOutRefusals: boolean;
  /** How long to be turned away for asking too often: AWS is there then. Default: as long as to do without it. */
  readonly throttledMillis?: number;
}

export class Contact {
  readonly #ctx: Pick<JobContext, "say" | "signal">;
  readonly #patience: Patience;
  #lostSince: number | null = null;
  #words = "";

  constructor(ctx: Pick<JobContext, "say" | "signal">, patience: Patience) {
    this.#ctx = ctx;
    this.#patience = patience;
  }

  get isLost(): boolean {
    return this.#lostSince !== null;
  }

  /** Throws once it has been lost for too long, or when waiting does not help. */
  lost(error: unknown, call: RefusedCall): void {
    const isRefusal = isDenied(error) || isCredentialTrouble(error);
    if (!isPassing(error) && !(isRefusal && this.#patience.waitsOutRefusals)) throw failureOf(error, call);
    const now = performance.now();
    this.#lostSince ??= now;
    if (now - this.#lostSince >= this.#limitMillis(error, isRefusal)) throw failureOf(error, call);
    const words = wordsOf(error, call);
    if (words === this.#words) return;
    this.#words = words;
    this.#ctx.say(`${words}; trying again`, "warning");
  }

  #limitMillis(error: unknown, isRefusal: boolean): number {
    const { patienceMillis, throttledMillis = patienceMillis } = this.#patience;
    if (isRefusal) return Math.min(REFUSAL_MILLIS, patienceMillis);
    return isThrottle(error) ? throttledMillis : patienceMillis;
  }

  back(): void {
    if (this.#lostSince === null) return;
    const seconds = Math.round((performance.now() - this.#lostSince) / 1000);
    this.#lostSince = null;
    this.#words = "";
    this.#ctx.say(`AWS answers again after ${seconds} s`);
  }

  /** Until it is answered, well or with a no that waiting does not change. */
  async ask<T>(call: RefusedCall, send: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      try {
        const answer = await send();
        this.back();
        return answer;
      } catch (error) {
        if (this.#ctx.signal.aborted) throw error;
        this.lost(error, call);
        await sleep(backOffMillis(failures), null, { signal: this.#ctx.signal });
      }
    }
  }
}
