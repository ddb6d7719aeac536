/** Pausing by a person. The engine pauses in a commit, see `CommitBatch.failing`. */
import type { Micros } from "@momiji/core";

export interface PauseStore {
  /** What a person wants; the reason of an earlier pause is forgotten. True if there is such a DAG. */
  setPaused(dagId: string, paused: boolean, now: Micros): Promise<boolean>;
}
