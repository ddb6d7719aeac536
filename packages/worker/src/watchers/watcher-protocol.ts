/** What passes between a worker and the process that runs the watchers of one bundle. */
import type { Json, Micros, TaskQuestion, WantedWatcher } from "@momiji/core";
import type { AskError } from "../function-lane/child-protocol.ts";

/** Told to the process at its start. */
export interface WatcherSettings {
  /** The pause after a first failure; it doubles with each, up to `longestPauseMillis`. */
  readonly pauseMillis: number;
  readonly longestPauseMillis: number;
  readonly maxExtraBytes: number;
}

export type ToWatchers =
  | readonly ["watch", id: number, WantedWatcher, now: Micros]
  | readonly ["stop", id: number]
  /** What it saw is kept: it may go on. */
  | readonly ["kept", id: number]
  | readonly ["answer", number: number, value?: Json]
  | readonly ["refuse", number: number, error: AskError];

export type FromWatchers =
  | readonly ["seen", id: number, Seen]
  | readonly ["failed", id: number, message: string]
  /** It has come to rest after a `stop`. */
  | readonly ["stopped", id: number]
  | readonly ["said", id: number, level: "debug" | "info" | "warning" | "error", message: string]
  | readonly ["ask", number: number, question: TaskQuestion];

export interface Seen {
  readonly events: readonly { readonly extra: { readonly [name: string]: Json } }[];
  readonly cursor?: Json;
}
