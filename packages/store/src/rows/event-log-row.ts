/** An entry of the event log as a row. */
import type { Json, Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";
import type { EventLogEntry, EventLogRecord } from "../event-log-store.ts";

export const EVENT_LOG_COLUMNS = [
  "at",
  "event",
  "owner",
  "dag_id",
  "run_id",
  "task_id",
  "map_index",
  "try_number",
  "logical_date",
  "extra",
] as const;

export interface EventLogRow {
  readonly id: number;
  readonly at: Micros;
  readonly event: string;
  readonly owner: string | null;
  readonly dag_id: string | null;
  readonly run_id: string | null;
  readonly task_id: string | null;
  readonly map_index: number | null;
  readonly try_number: number | null;
  readonly logical_date: Micros | null;
  readonly extra: string | null;
}

/** Values of `EVENT_LOG_COLUMNS`, in their order. */
export function eventLogValues(entry: EventLogEntry, now: Micros): SqlValue[] {
  return [
    now,
    entry.event,
    entry.owner,
    entry.dagId ?? null,
    entry.runId ?? null,
    entry.taskId ?? null,
    entry.mapIndex ?? null,
    entry.tryNumber ?? null,
    entry.logicalDate ?? null,
    entry.extra === undefined ? null : JSON.stringify(entry.extra),
  ];
}

export function eventLogFromRow(row: EventLogRow): EventLogRecord {
  return {
    id: row.id,
    when: row.at,
    event: row.event,
    owner: row.owner,
    ...(row.dag_id === null ? {} : { dagId: row.dag_id }),
    ...(row.run_id === null ? {} : { runId: row.run_id }),
    ...(row.task_id === null ? {} : { taskId: row.task_id }),
    ...(row.map_index === null ? {} : { mapIndex: row.map_index }),
    ...(row.try_number === null ? {} : { tryNumber: row.try_number }),
    ...(row.logical_date === null ? {} : { logicalDate: row.logical_date }),
    ...(row.extra === null ? {} : { extra: JSON.parse(row.extra) as { readonly [name: string]: Json } }),
  };
}
