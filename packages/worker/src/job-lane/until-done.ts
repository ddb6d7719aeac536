/** What must be done outside in the end, however long nobody answers there: cancelling a job, removing what is left of one. */
import { type Clock, HOUR, type Micros, SECOND } from "@momiji/core";
import type { WakeQueue } from "../wake-queue.ts";
import type { JobCalls, JobOwner } from "./job-calls.ts";

/** Pauses between two tries: twice as long each time. */
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 300 * SECOND;
/** How often it is said again that it does not go. */
const SAY_AGAIN = HOUR;

export interface UntilDoneOptions {
  readonly calls: JobCalls;
  readonly clock: Clock;
  readonly wakes: WakeQueue;
}

export interface Stubborn {
  readonly step: "cancel" | "release";
  readonly of: JobOwner;
  /** It is given up after so long. */
  readonly patience: Micros;
  /** The step in words: "the job could not be cancelled". */
  readonly words: string;
  /** Told that it did not go, at first and then now and again. */
  readonly warn: (message: string) => void;
  /** It waits for another try, or tries again. */
  readonly onPause?: (isPausing: boolean) => void;
}

/** False: it was given up, and said. Never rejects. */
export async function untilDone(options: UntilDoneOptions, stubborn: Stubborn): Promise<boolean> {
  const { clock, wakes, calls } = options;
  const { step, of, patience, words, warn, onPause } = stubborn;
  const since = clock.now();
  let saidAt: Micros | null = null;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const result = await calls.begin(step, of).result;
    if (result.kind !== "threw") return true;
    const why = "message" in result.outcome ? result.outcome.message : result.outcome.kind;
    const now = clock.now();
    if (result.noOperator === true || now + pause > since + patience) {
      warn(
        `${words}, and this is given up: ${why}; look for it by ${JSON.stringify(of.entry.handle ?? of.entry.order.attemptId)}`,
      );
      return false;
    }
    if (saidAt === null || now >= saidAt + SAY_AGAIN) {
      warn(`${words}, and is tried again: ${why}`);
      saidAt = now;
    }
    onPause?.(true);
    await new Promise<void>((resolve) => wakes.wakeAt(now + pause, resolve));
    onPause?.(false);
  }
}
