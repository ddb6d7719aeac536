/** What a scheduler is given by whoever composes it. */
import type { Clock, DagRun, Micros } from "@momiji/core";
import type { Executor } from "@momiji/executors";
import type { Store } from "@momiji/store";

export interface SchedulerOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** By name; the first is the default one. */
  readonly executors: readonly Executor[];
  /** Name of this scheduler, unique among those that live. */
  readonly owner: string;
  /** Nobody else can live on this store (the embedded one): take over what a dead predecessor held. */
  readonly takeover: boolean;
  readonly catchupLimit: number;
  readonly maxLostAttempts: number;
  /** How many elements a task may return for others to map over; default `DEFAULT_MAX_MAP_LENGTH`. */
  readonly maxMapLength?: number;
  readonly newAttemptId: (now: Micros) => string;
  /** Letters at the end of the ids of runs by assets; default: random ones. */
  readonly newRunLetters?: () => string;
  readonly log: SchedulerLog;
  /** After the commit: a run ended, by itself or because a person marked it. As in Airflow, a mark calls no callbacks. */
  readonly onRunEnded?: (run: DagRun, by: "itself" | "a person") => void;
  /** The value of a variable, for deadlines whose interval stands in one. */
  readonly variable?: (key: string) => Promise<string | undefined>;
}

export interface SchedulerLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
