/** A deadline of a run as a row of `deadline`. */
import type { DeadlineRecord, DeadlineState, Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";

export const DEADLINE_COLUMNS = [
  "run_key",
  "ordinal",
  "name",
  "state",
  "due_at",
  "queued_at",
  "created_at",
  "ended_at",
] as const;

export interface DeadlineRow {
  readonly run_key: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly ordinal: number;
  readonly name: string | null;
  readonly state: DeadlineState;
  readonly due_at: Micros | null;
  readonly queued_at: Micros;
  readonly created_at: Micros;
  readonly ended_at: Micros | null;
}

export function deadlineFromRow(row: DeadlineRow): DeadlineRecord {
  return {
    runKey: row.run_key,
    dagId: row.dag_id,
    runId: row.run_id,
    ordinal: row.ordinal,
    name: row.name,
    state: row.state,
    dueAt: row.due_at,
    queuedAt: row.queued_at,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

/** Values of `DEADLINE_COLUMNS`, in their order. */
export function deadlineValues(record: DeadlineRecord): SqlValue[] {
  const { runKey, ordinal, name, state, dueAt, queuedAt, createdAt, endedAt } = record;
  return [runKey, ordinal, name, state, dueAt, queuedAt, createdAt, endedAt];
}
