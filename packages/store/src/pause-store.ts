/** Pausing: by a person, or by the engine, which says why. */
import type { Micros } from "@momiji/core";

export interface PauseStore {
  /** What a person wants; the reason of an earlier pause is forgotten. True if there is such a DAG. */
  setPaused(dagId: string, paused: boolean, now: Micros): Promise<boolean>;
  /** The engine pauses it. False: there is no such DAG, or it is paused already and stays as it is. */
  pauseFor(dagId: string, reason: string, now: Micros): Promise<boolean>;
}
