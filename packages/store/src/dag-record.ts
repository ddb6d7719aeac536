/** DAGs, their versions and import errors, as they are read. */
import type { DagSpec, DataInterval, Micros } from "@momiji/core";

export interface ImportErrorInput {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The lines around it with a caret, for a terminal. */
  readonly frame?: string;
  readonly stack?: string;
}

export interface ImportError extends ImportErrorInput {
  readonly id: number;
  readonly file: string;
  readonly at: Micros;
}

/** A DAG as the scheduler and the lists see it. */
export interface DagRecord {
  readonly dagId: string;
  readonly file: string;
  /** False once its file no longer holds it. */
  readonly isActive: boolean;
  readonly isPaused: boolean;
  /** Why the engine has paused it; null: a person did, or it is not paused. */
  readonly pausedReason: string | null;
  readonly version: number;
  readonly spec: DagSpec;
  readonly bundle: { readonly hash: string; readonly path: string };
  /** The file has an import error now; `version` is its last good one. */
  readonly hasImportErrors: boolean;
  /** Interval of the last automated run (scheduled or backfill), from which the timetable goes on. */
  readonly lastInterval: DataInterval | null;
  /** Set by a person: a catchup up to this many runs was confirmed (`catchup guard`). */
  readonly catchupConfirmedAt: Micros | null;
  /** Why no scheduled runs are created although it is not paused; null: nothing holds it. */
  readonly heldReason: string | null;
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
}

export interface LoadedVersion {
  readonly spec: DagSpec;
  readonly bundle: { readonly hash: string; readonly path: string };
  readonly createdAt: Micros;
}
