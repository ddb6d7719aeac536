/** What tasks and assets keep from one attempt, or one event, to the next: Airflow's state stores. */
import type { InstanceKey, Json, Micros } from "@momiji/core";

/** A task instance of a run; it need not be there yet. */
export interface StatePlace extends InstanceKey {
  readonly runKey: number;
}

export interface KeptTaskState {
  readonly key: string;
  readonly value: Json;
  readonly updatedAt: Micros;
  /** From then on it is gone; null: it stays as long as its run. */
  readonly expiresAt: Micros | null;
}

/** Who has written the state of an asset. */
export type StateWriter =
  | { readonly kind: "api" | "watcher" }
  | ({ readonly kind: "task"; readonly dagId: string; readonly runId: string } & InstanceKey);

export interface KeptAssetState {
  readonly key: string;
  readonly value: Json;
  readonly updatedAt: Micros;
  readonly writer: StateWriter;
}

export interface StatePage {
  readonly limit: number;
  readonly offset: number;
}

export interface KeptStateStore {
  /** In the order of their keys, without those that have expired. */
  listTaskStates(at: StatePlace, page: StatePage, now: Micros): Promise<{ states: KeptTaskState[]; total: number }>;
  findTaskState(at: StatePlace, key: string, now: Micros): Promise<KeptTaskState | null>;
  /** Over one of the same key. Those of the task instance that have expired are removed. False: the run is gone. */
  putTaskState(at: StatePlace, state: Omit<KeptTaskState, "updatedAt">, now: Micros): Promise<boolean>;
  /** How many went. Without `mapIndex`: those of every instance of the task; without `key`: all. */
  removeTaskStates(
    of: Pick<StatePlace, "runKey" | "taskId"> & { readonly mapIndex?: number; readonly key?: string },
  ): Promise<number>;

  /** In the order of their keys. */
  listAssetStates(assetId: number, page: StatePage): Promise<{ states: KeptAssetState[]; total: number }>;
  findAssetState(assetId: number, key: string): Promise<KeptAssetState | null>;
  /** Over one of the same key. False: there is no such asset. */
  putAssetState(assetId: number, state: Omit<KeptAssetState, "updatedAt">, now: Micros): Promise<boolean>;
  /** How many went. Without `key`: all. */
  removeAssetStates(assetId: number, key?: string): Promise<number>;
}
