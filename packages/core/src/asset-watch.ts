/** What passes between those who run watchers of assets and those who keep what watchers see. */
import type { AssetKey } from "./asset.ts";
import type { Json } from "./json.ts";
import type { BundleRef } from "./task-protocol.ts";

/** A watcher that is to run: one for each asset and name, over all DAGs that name it. */
export interface WantedWatcher {
  readonly asset: AssetKey;
  readonly name: string;
  /** How long after an answer it is asked again; null: it tells by itself. */
  readonly everySeconds: number | null;
  /** The DAG whose code is taken, the first by id of those that are on and wait for the asset. */
  readonly dagId: string;
  readonly bundle: BundleRef;
  /** Where the watcher stood last; null: it never said. */
  readonly cursor: Json;
}

/** What a watcher has seen; its events and its cursor are kept in one step. */
export interface WatcherReport {
  readonly asset: AssetKey;
  readonly name: string;
  readonly events: readonly { readonly extra: { readonly [name: string]: Json } }[];
  /** Absent: as it was. */
  readonly cursor?: Json;
}

/** Told by whoever runs watchers. */
export interface WatcherListener {
  /** Resolves once the report is kept: nothing further of this watcher comes before. */
  seen(report: WatcherReport): Promise<void>;
  /** It will be begun anew after a while, where it stood last. */
  failed(watcher: Pick<WantedWatcher, "asset" | "name">, message: string): void;
}

/** Runs watchers, away from the scheduler. */
export interface WatcherHost {
  /** From now on exactly these run; one that runs already with the same code goes on. */
  set(wanted: readonly WantedWatcher[]): void;
  stop(): Promise<void>;
}
