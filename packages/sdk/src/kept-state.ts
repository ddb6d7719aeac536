/** What outlives an attempt without being a result: Airflow's task state store, and that of assets. */
import type { Json } from "@momiji/core";

export interface KeptState {
  /** Undefined: nothing is kept under this key, or not any more. */
  get(key: string): Promise<Json | undefined>;
  /** Over what is there. Kept at once, whatever becomes of the attempt. */
  set(key: string, value: Json, how?: KeepHow): Promise<void>;
  /** Nothing happens if there is none. */
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

export interface KeepHow {
  /** Days after which it goes; null: with its run. Default 30. What an asset keeps does not expire. */
  readonly days?: number | null;
}
