/** One life of the engine's process: the real scheduler loop and the real local executor, until they are killed. */
import type { AttemptEvent } from "@momiji/core";
import { LocalExecutor } from "@momiji/executors";
import { SchedulerLoop } from "@momiji/scheduler";
import type { LineQuality } from "./channel.ts";
import { faultyStore, type FaultyStoreOptions } from "./faulty-store.ts";
import type { SimWorker } from "./sim-worker.ts";
import { WorkerLink } from "./worker-link.ts";

export interface LifeOptions
  extends LineQuality, Omit<FaultyStoreOptions, "isDead" | "die" | "standstill" | "mayClaim"> {
  /** Name of this process among all that there have been. */
  readonly owner: string;
  readonly worker: SimWorker;
  readonly parallelism: number;
  readonly ahead: number;
  readonly newAttemptId: () => string;
  /** It has died by itself: over a commit, or because it could not start. */
  readonly onDeath: () => void;
}

export class Life {
  readonly #options: LifeOptions;
  readonly #loop: SchedulerLoop;
  readonly #link: WorkerLink;
  #isDead = false;
  /** It stands still, as a process that is stopped or swapped out does. */
  #standstill: PromiseWithResolvers<void> | null = null;
  #hasStoodStill = false;

  constructor(options: LifeOptions) {
    const isDead = (): boolean => this.#isDead;
    const standstill = (): Promise<void> | null => this.#standstill?.promise ?? null;
    const note = (message: string): void => options.trace.note(`log: ${message}`);
    this.#options = options;
    this.#link = new WorkerLink(options.worker, options);
    this.#loop = new SchedulerLoop({
      store: faultyStore({
        ...options,
        isDead,
        standstill,
        mayClaim: () => !this.#hasStoodStill,
        die: () => this.#die(),
      }),
      clock: options.clock.engineClock({ isDead, standstill }),
      executors: [new LocalExecutor({ parallelism: options.parallelism, ahead: options.ahead, runner: this.#link })],
      owner: options.owner,
      takeover: true,
      catchupLimit: 1_000,
      maxLostAttempts: 5,
      newAttemptId: options.newAttemptId,
      newRunLetters: () => `${options.random.whole(1, 1e9)}`,
      log: { info: note, warn: note, error: (message, error) => note(`${message}: ${String(error)}`) },
    });
  }

  /** It is on its way: a slow store keeps it waiting. One that cannot start ends, as a server does. */
  start(): void {
    this.#loop.start().catch((error: unknown) => {
      this.#options.trace.note(`could not start: ${String(error)}`);
      if (!this.#isDead) this.#die();
    });
  }

  /** What the worker says arrives. */
  deliver(events: readonly AttemptEvent[]): void {
    this.#link.deliver(events);
  }

  /**
   * It does nothing for a while, and then goes on as if no time had passed, though another one may have taken over. What
   * tied it to its worker is broken by then, and it has lost the right to take over from anybody.
   */
  standStill(): void {
    this.#standstill = Promise.withResolvers();
    this.#hasStoodStill = true;
    this.#link.cut();
  }

  goOn(): void {
    this.#standstill?.resolve();
    this.#standstill = null;
  }

  /** As `kill -9`: nothing more is done or said. */
  kill(): void {
    this.#isDead = true;
    this.#link.cut();
  }

  #die(): void {
    this.kill();
    if (!this.#hasStoodStill) this.#options.onDeath();
  }
}
