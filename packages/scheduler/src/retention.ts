/**
 * Removes old history while everything goes on: one loop, that wakes up now and then and sweeps in small steps with
 * pauses between them. It has no say in what runs.
 */
import type { Clock, Micros } from "@momiji/core";
import type { RetentionStore } from "@momiji/store";
import type { SchedulerLog } from "./scheduler-options.ts";
import { Pace } from "./retention/pace.ts";
import { type Swept, sweep, type SweepFiles, type SweepRules } from "./retention/sweep.ts";

export interface RetentionOptions {
  readonly store: RetentionStore;
  readonly clock: Clock;
  readonly files: SweepFiles;
  readonly log: SchedulerLog;
  /** What may go at this moment. */
  readonly rules: (now: Micros) => SweepRules;
  /** From one sweep to the next. */
  readonly everyMicros: Micros;
  /** From the start to the first: a start has other things to do. */
  readonly firstAfterMicros: Micros;
}

export class Retention {
  readonly #options: RetentionOptions;
  readonly #stop = new AbortController();
  #cancelTimer: () => void = () => undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#wakeAfter(this.#options.firstAfterMicros);
  }

  /** Resolves when the step that is under way is done. What is left is found again by the next sweep. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancelTimer();
    await this.#sweeping;
  }

  #wakeAfter(micros: Micros): void {
    const { clock, everyMicros } = this.#options;
    this.#cancelTimer = clock.setTimer(clock.now() + micros, () => {
      this.#sweeping = this.#sweep().finally(() => {
        if (!this.#stop.signal.aborted) this.#wakeAfter(everyMicros);
      });
    });
  }

  async #sweep(): Promise<void> {
    const { store, clock, files, log, rules } = this.#options;
    try {
      const pace = new Pace(clock, this.#stop.signal);
      const swept = await sweep({ store, files, pace }, rules(clock.now()));
      const words = wordsOf(swept);
      if (words !== "") log.info(`removed ${words}, as the settings retention.* ask for`);
    } catch (error) {
      if (!this.#stop.signal.aborted) log.error("old history could not be removed; trying again later", error);
    }
  }
}

/** What was removed, in words; empty: nothing. */
export function wordsOf(swept: Swept): string {
  const { runs, versions, importErrors, assetEvents, eventLog, logFiles, bundles } = swept;
  const counts: readonly (readonly [number, string])[] = [
    [runs, "runs"],
    [versions, "versions of DAGs"],
    [importErrors, "import errors"],
    [assetEvents, "asset events"],
    [eventLog, "entries of the event log"],
    [logFiles, "log files"],
    [bundles, "bundles"],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(", ");
}
