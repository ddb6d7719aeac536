/** Contact with an API server during one job: it may be lost for long, which is said once, and found again. */
import { setTimeout as sleep } from "node:timers/promises";
import { JobFailure, type JobContext } from "@momiji/sdk";
import { isPassing, isRefusal } from "./api-error.ts";
import { backOffMillis } from "./back-off.ts";

/** A server that is starting may not know its users and rules yet. */
const REFUSAL_MILLIS = 60_000;

export interface Patience {
  /** How long to do without the server. */
  readonly patienceMillis: number;
  /** True: who was let in before is let in again soon. */
  readonly waitsOutRefusals: boolean;
}

export class Contact {
  readonly #ctx: Pick<JobContext, "say" | "signal">;
  readonly #patienceMillis: number;
  readonly #waitsOutRefusals: boolean;
  #lostSince: number | null = null;
  #words = "";

  constructor(ctx: Pick<JobContext, "say" | "signal">, { patienceMillis, waitsOutRefusals }: Patience) {
    this.#ctx = ctx;
    this.#patienceMillis = patienceMillis;
    this.#waitsOutRefusals = waitsOutRefusals;
  }

  /** Throws once it has been lost for too long. */
  lost(error: Error): void {
    const now = performance.now();
    this.#lostSince ??= now;
    const patience = isRefusal(error) ? Math.min(REFUSAL_MILLIS, this.#patienceMillis) : this.#patienceMillis;
    if (now - this.#lostSince >= patience) {
      const seconds = Math.round((now - this.#lostSince) / 1000);
      throw new JobFailure(`gave up after ${seconds} s: ${error.message}`, { code: "unreachable" });
    }
    if (error.message === this.#words) return;
    this.#words = error.message;
    this.#ctx.say(`${error.message}; trying again`, "warning");
  }

  back(): void {
    if (this.#lostSince === null) return;
    const seconds = Math.round((performance.now() - this.#lostSince) / 1000);
    this.#lostSince = null;
    this.#words = "";
    this.#ctx.say(`the API server answers again after ${seconds} s`);
  }

  /** Until it is answered, well or with a no that waiting does not change. */
  async ask<T>(call: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      try {
        const answer = await call();
        this.back();
        return answer;
      } catch (error) {
        const mayPass = isPassing(error) || (isRefusal(error) && this.#waitsOutRefusals);
        if (this.#ctx.signal.aborted || !mayPass) throw error;
        this.lost(error as Error);
        await sleep(backOffMillis(failures), null, { signal: this.#ctx.signal });
      }
    }
  }
}
