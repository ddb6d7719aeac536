/** A run as a row of `dag_run`. */
import type { DagRun, Json, Micros, RunState, RunType, TriggeredBy, PlannedRun } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";

/** What a run is born with; it never changes afterwards, unless a backfill makes the run its own. */
export const RUN_BIRTH_COLUMNS = [
  "dag_id",
  "run_id",
  "run_type",
  "triggered_by",
  "logical_date",
  "data_interval_start",
  "data_interval_end",
  "run_after",
  "conf",
  "backfill_id",
  "backfill_ordinal",
  "triggering_user",
] as const;

/** What decisions change. */
export const RUN_STATE_COLUMNS = [
  "state",
  "queued_at",
  "start_date",
  "end_date",
  "dag_version",
  "reason",
  "note",
] as const;

export const RUN_COLUMNS = ["run_key", "revision", ...RUN_BIRTH_COLUMNS, ...RUN_STATE_COLUMNS] as const;

export interface RunRow {
  readonly run_key: number;
  readonly revision: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly run_type: RunType;
  readonly triggered_by: TriggeredBy;
  readonly logical_date: Micros | null;
  readonly data_interval_start: Micros | null;
  readonly data_interval_end: Micros | null;
  readonly run_after: Micros;
  readonly conf: string;
  readonly backfill_id: number | null;
  readonly backfill_ordinal: number | null;
  readonly triggering_user: string | null;
  readonly state: RunState;
  readonly queued_at: Micros;
  readonly start_date: Micros | null;
  readonly end_date: Micros | null;
  readonly dag_version: number;
  readonly reason: string | null;
  readonly note: string | null;
}

export function runFromRow(row: RunRow): DagRun {
  return {
    runKey: row.run_key,
    dagId: row.dag_id,
    runId: row.run_id,
    runType: row.run_type,
    triggeredBy: row.triggered_by,
    state: row.state,
    logicalDate: row.logical_date,
    dataIntervalStart: row.data_interval_start,
    dataIntervalEnd: row.data_interval_end,
    runAfter: row.run_after,
    queuedAt: row.queued_at,
    startDate: row.start_date,
    endDate: row.end_date,
    conf: JSON.parse(row.conf) as { readonly [name: string]: Json },
    dagVersion: row.dag_version,
    reason: row.reason,
    note: row.note,
    revision: row.revision,
    ...(row.triggering_user === null ? {} : { triggeringUser: row.triggering_user }),
    ...(row.backfill_id === null ? {} : { backfill: { id: row.backfill_id, ordinal: row.backfill_ordinal ?? 1 } }),
  };
}

/** A new run as it stands before the first decision about it. */
export function bornRun(run: PlannedRun, runKey: number, now: Micros): DagRun {
  return {
    runKey,
    dagId: run.dagId,
    runId: run.runId,
    runType: run.runType,
    triggeredBy: run.triggeredBy,
    state: "queued",
    logicalDate: run.logicalDate,
    dataIntervalStart: run.dataIntervalStart,
    dataIntervalEnd: run.dataIntervalEnd,
    runAfter: run.runAfter,
    queuedAt: now,
    startDate: null,
    endDate: null,
    conf: run.conf,
    dagVersion: run.dagVersion,
    reason: null,
    note: run.note,
    revision: 0,
    ...(run.triggeringUser === undefined ? {} : { triggeringUser: run.triggeringUser }),
    ...(run.backfill === undefined ? {} : { backfill: run.backfill }),
  };
}

/** Values of `RUN_BIRTH_COLUMNS`, in their order. */
export function runBirthValues(run: DagRun): SqlValue[] {
  return [
    run.dagId,
    run.runId,
    run.runType,
    run.triggeredBy,
    run.logicalDate,
    run.dataIntervalStart,
    run.dataIntervalEnd,
    run.runAfter,
    JSON.stringify(run.conf),
    run.backfill?.id ?? null,
    run.backfill?.ordinal ?? null,
    run.triggeringUser ?? null,
  ];
}

/** Values of `RUN_STATE_COLUMNS`, in their order. */
export function runStateValues(run: DagRun): SqlValue[] {
  return [run.state, run.queuedAt, run.startDate, run.endDate, run.dagVersion, run.reason, run.note];
}
