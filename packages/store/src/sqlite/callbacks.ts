/** Callbacks: the outbox of what was decided and must be delivered. */
import type { CallbackRecord } from "@momiji/core";
import type { CallbackFilter } from "../callback-store.ts";
import { listCallbacksQuery } from "../queries/alarm-queries.ts";
import { callbackFromRow, type CallbackRow, callbackStateValues, callbackValues } from "../rows/callback-row.ts";
import type { Connection } from "./connection.ts";
import { ALARM } from "./statements.ts";

export function loadCallbacks(db: Connection, dagIds: readonly string[]): CallbackRecord[] {
  return db.all<CallbackRow>(ALARM.selectUnfinishedCallbacks, JSON.stringify(dagIds)).map(callbackFromRow);
}

export function listCallbacks(db: Connection, filter: CallbackFilter): CallbackRecord[] {
  const { text, values } = listCallbacksQuery(filter);
  return db.all<CallbackRow>(text, ...values).map(callbackFromRow);
}

/** Within the transaction that decided them. */
export function insertCallbacks(db: Connection, records: readonly CallbackRecord[]): void {
  for (const record of records) db.run(ALARM.insertCallback, ...callbackValues(record));
}

/** One whose run was deleted meanwhile is gone: there is nothing to write. */
export function updateCallbacks(db: Connection, records: readonly CallbackRecord[]): void {
  for (const record of records) db.run(ALARM.updateCallback, ...callbackStateValues(record), record.id);
}
