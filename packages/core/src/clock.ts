/** The clock that everybody is handed. Nobody asks the machine for the time by himself. */
import type { Micros } from "./instant.ts";

export interface Clock {
  now(): Micros;
  /** Calls back once, not before `at`; at once (but not synchronously) if `at` has passed. Returns how to cancel it. */
  setTimer(at: Micros, callback: () => void): () => void;
}
