/**
 * Keeps the watchers of assets running that DAGs wait for, and keeps what they see. Their code runs elsewhere: here are only
 * the list of what is wanted, and the store.
 */
import type { Clock, WantedWatcher, WatcherHost, WatcherListener, WatcherReport } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { SchedulerLog } from "./scheduler-options.ts";

const RETRY_MICROS = 1_000_000;

export interface AssetWatchingOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: SchedulerLog;
  /** Makes the host, which tells the listener what its watchers see. */
  readonly createHost: (listener: WatcherListener) => WatcherHost;
}

export class AssetWatching {
  readonly #options: AssetWatchingOptions;
  readonly #host: WatcherHost;
  #unsubscribe: () => void = () => undefined;
  #refreshing: Promise<void> | null = null;
  #isStale = false;
  #isStopped = false;

  constructor(options: AssetWatchingOptions) {
    this.#options = options;
    this.#host = options.createHost({
      seen: (report) => this.#keep(report),
      failed: (watcher, message) => void this.#noteFailure(watcher, message),
    });
  }

  /** Resolves when the watchers that are wanted now have been begun. */
  async start(): Promise<void> {
    this.#unsubscribe = this.#options.store.subscribe(({ kind }) => {
      if (kind === "dags") this.#refresh();
    });
    this.#refresh();
    await this.#refreshing;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unsubscribe();
    await this.#host.stop();
    await this.#refreshing;
  }

  #refresh(): void {
    this.#isStale = true;
    this.#refreshing ??= this.#readWanted().finally(() => (this.#refreshing = null));
  }

  async #readWanted(): Promise<void> {
    while (this.#isStale && !this.#isStopped) {
      this.#isStale = false;
      try {
        this.#host.set(await this.#options.store.listWantedWatchers());
      } catch (error) {
        this.#options.log.error("the watchers of assets could not be read; trying again in 1 s", error);
        this.#isStale = true;
        await this.#pause();
      }
    }
  }

  /** As often as it takes: the watcher waits, and nothing that it saw is lost. */
  async #keep(report: WatcherReport): Promise<void> {
    for (;;) {
      try {
        return await this.#options.store.reportWatcher(report, this.#options.clock.now());
      } catch (error) {
        if (this.#isStopped) throw error;
        this.#options.log.error("what a watcher saw could not be kept; trying again in 1 s", error);
        await this.#pause();
      }
    }
  }

  async #noteFailure({ asset, name }: Pick<WantedWatcher, "asset" | "name">, message: string): Promise<void> {
    const { store, clock, log } = this.#options;
    log.warn(`watcher ${name} of asset ${asset.name} failed and will be begun anew: ${message}`);
    try {
      await store.reportWatcherFailure({ asset, name }, message, clock.now());
    } catch (error) {
      if (!this.#isStopped) log.error("the failure of a watcher could not be kept", error);
    }
  }

  #pause(): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve) => clock.setTimer(clock.now() + RETRY_MICROS, resolve));
  }
}
