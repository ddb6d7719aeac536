/** Backfills and what became of each of their dates. */
import type { DagScope } from "./dag-scope.ts";
import type { Json, Micros, NoRunReason, PlannedRun, ReprocessBehavior, RunState } from "@momiji/core";
import type { RunAct } from "./act-store.ts";
import type { EventLogEntry } from "./event-log-store.ts";

export interface NewBackfill {
  readonly dagId: string;
  readonly from: Micros;
  readonly to: Micros;
  readonly conf: { readonly [name: string]: Json } | null;
  readonly reprocessBehavior: ReprocessBehavior;
  readonly maxActiveRuns: number;
  readonly runBackwards: boolean;
  readonly triggeredBy: string | null;
}

export interface BackfillRecord extends NewBackfill {
  readonly id: number;
  readonly isPaused: boolean;
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
  /** When its last run ended, or it was cancelled; null: it is under way. */
  readonly completedAt: Micros | null;
}

/** One date of a new backfill. */
export interface NewBackfillDate {
  readonly ordinal: number;
  readonly logicalDate: Micros;
  readonly action:
    | { readonly kind: "create"; readonly run: PlannedRun }
    /** The run as it was cleared; it becomes the backfill's, with its conf if it has one. */
    | { readonly kind: "reprocess"; readonly act: RunAct }
    | { readonly kind: "skip"; readonly reason: NoRunReason };
}

/** A date of a backfill as it stands. */
export interface BackfillDateRecord {
  readonly ordinal: number;
  readonly logicalDate: Micros;
  /** Null: it has no run (any more). */
  readonly runId: string | null;
  readonly state: RunState | null;
  readonly noRunReason: NoRunReason | null;
}

export type CreatedBackfill =
  | { readonly created: true; readonly backfill: BackfillRecord }
  /** The DAG has a backfill under way: there is never more than one. */
  | { readonly created: false; readonly conflict: "open_backfill" }
  /** Runs that were to run again have changed meanwhile: plan anew. */
  | { readonly created: false; readonly conflict: "stale"; readonly stale: readonly number[] };

export interface BackfillFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly ids?: readonly number[];
  readonly dagIds?: readonly string[];
  readonly openOnly?: boolean;
}

export interface BackfillStore {
  /**
   * Creates the backfill with all its runs, which are queued. A date that got a run of somebody else's meanwhile is left
   * to that run. A backfill is completed by the commit that ends its last run, at once if it has none.
   */
  createBackfill(
    backfill: NewBackfill,
    dates: readonly NewBackfillDate[],
    act: { readonly now: Micros; readonly events: readonly EventLogEntry[] },
  ): Promise<CreatedBackfill>;
  /** Newest first. */
  listBackfills(filter: BackfillFilter): Promise<BackfillRecord[]>;
  /** In order. */
  listBackfillDates(id: number): Promise<BackfillDateRecord[]>;
}
