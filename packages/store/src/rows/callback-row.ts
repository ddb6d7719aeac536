/** A callback as a row of `callback`. */
import type { CallbackFacts, CallbackRecord, CallbackSpec, CallbackState, Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";

export const CALLBACK_STATE_COLUMNS = ["state", "delivery_id", "deliveries", "due_at", "ended_at", "message"] as const;

/** The key comes last, so that the values of an insert are also those of an update. */
export const CALLBACK_COLUMNS = [
  ...CALLBACK_STATE_COLUMNS,
  "run_key",
  "task_id",
  "ordinal",
  "spec",
  "facts",
  "created_at",
  "id",
] as const;

export interface CallbackRow {
  readonly id: string;
  readonly run_key: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly task_id: string | null;
  readonly ordinal: number;
  readonly spec: string;
  readonly facts: string;
  readonly state: CallbackState;
  readonly delivery_id: string;
  readonly deliveries: number;
  readonly created_at: Micros;
  readonly due_at: Micros | null;
  readonly ended_at: Micros | null;
  readonly message: string | null;
}

export function callbackFromRow(row: CallbackRow): CallbackRecord {
  return {
    id: row.id,
    runKey: row.run_key,
    dagId: row.dag_id,
    runId: row.run_id,
    taskId: row.task_id,
    ordinal: row.ordinal,
    spec: JSON.parse(row.spec) as CallbackSpec,
    facts: JSON.parse(row.facts) as CallbackFacts,
    state: row.state,
    deliveryId: row.delivery_id,
    deliveries: row.deliveries,
    createdAt: row.created_at,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    message: row.message,
  };
}

/** Values of `CALLBACK_STATE_COLUMNS`, in their order. */
export function callbackStateValues(record: CallbackRecord): SqlValue[] {
  return [record.state, record.deliveryId, record.deliveries, record.dueAt, record.endedAt, record.message];
}

/** Values of `CALLBACK_COLUMNS`, in their order. */
export function callbackValues(record: CallbackRecord): SqlValue[] {
  return [
    ...callbackStateValues(record),
    record.runKey,
    record.taskId,
    record.ordinal,
    JSON.stringify(record.spec),
    JSON.stringify(record.facts),
    record.createdAt,
    record.id,
  ];
}
