/** A backfill as a row of `backfill`, and its dates as rows of `backfill_dag_run` joined with their runs. */
import type { Json, Micros, NoRunReason, ReprocessBehavior, RunState } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";
import type { BackfillDateRecord, BackfillRecord } from "../backfill-store.ts";

export const BACKFILL_COLUMNS = [
  "dag_id",
  "from_date",
  "to_date",
  "conf",
  "reprocess_behavior",
  "max_active_runs",
  "run_backwards",
  "triggered_by",
  "is_paused",
  "created_at",
  "updated_at",
  "completed_at",
] as const;

export interface BackfillRow {
  readonly id: number;
  readonly dag_id: string;
  readonly from_date: Micros;
  readonly to_date: Micros;
  readonly conf: string | null;
  readonly reprocess_behavior: ReprocessBehavior;
  readonly max_active_runs: number;
  readonly run_backwards: number;
  readonly triggered_by: string | null;
  readonly is_paused: number;
  readonly created_at: Micros;
  readonly updated_at: Micros;
  readonly completed_at: Micros | null;
}

/** Values of `BACKFILL_COLUMNS`, in their order. */
export function backfillValues(backfill: Omit<BackfillRecord, "id">): SqlValue[] {
  return [
    backfill.dagId,
    backfill.from,
    backfill.to,
    backfill.conf === null ? null : JSON.stringify(backfill.conf),
    backfill.reprocessBehavior,
    backfill.maxActiveRuns,
    backfill.runBackwards ? 1 : 0,
    backfill.triggeredBy,
    backfill.isPaused ? 1 : 0,
    backfill.createdAt,
    backfill.updatedAt,
    backfill.completedAt,
  ];
}

export function backfillFromRow(row: BackfillRow): BackfillRecord {
  return {
    id: row.id,
    dagId: row.dag_id,
    from: row.from_date,
    to: row.to_date,
    conf: row.conf === null ? null : (JSON.parse(row.conf) as { readonly [name: string]: Json }),
    reprocessBehavior: row.reprocess_behavior,
    maxActiveRuns: row.max_active_runs,
    runBackwards: row.run_backwards === 1,
    triggeredBy: row.triggered_by,
    isPaused: row.is_paused === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    completedAt: row.completed_at,
  };
}

export interface BackfillDateRow {
  readonly ordinal: number;
  readonly logical_date: Micros;
  readonly run_id: string | null;
  readonly state: RunState | null;
  readonly no_run_reason: NoRunReason | null;
}

export function backfillDateFromRow(row: BackfillDateRow): BackfillDateRecord {
  return {
    ordinal: row.ordinal,
    logicalDate: row.logical_date,
    runId: row.run_id,
    state: row.state,
    noRunReason: row.no_run_reason,
  };
}
