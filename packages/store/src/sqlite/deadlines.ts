/** Deadlines of runs. */
import type { DeadlineRecord, Micros } from "@momiji/core";
import type { DeadlineFilter } from "../deadline-store.ts";
import { listDeadlinesQuery } from "../queries/alarm-queries.ts";
import { deadlineFromRow, type DeadlineRow, deadlineValues } from "../rows/deadline-row.ts";
import type { Connection } from "./connection.ts";
import { ALARM } from "./statements.ts";

export function loadPendingDeadlines(db: Connection, dagIds: readonly string[]): DeadlineRecord[] {
  return db.all<DeadlineRow>(ALARM.selectPendingDeadlines, JSON.stringify(dagIds)).map(deadlineFromRow);
}

export function loadDeadlines(db: Connection, runKey: number): DeadlineRecord[] {
  return db.all<DeadlineRow>(ALARM.selectDeadlines, runKey).map(deadlineFromRow);
}

export function listDeadlines(db: Connection, filter: DeadlineFilter): DeadlineRecord[] {
  const { text, values } = listDeadlinesQuery(filter);
  return db.all<DeadlineRow>(text, ...values).map(deadlineFromRow);
}

export function listRunTimes(db: Connection, dagId: string, limit: number): Micros[] {
  return db.all<{ took: Micros }>(ALARM.selectRunTimes, dagId, limit).map(({ took }) => took);
}

/** A run that was deleted meanwhile has no deadlines. */
export function writeDeadlines(db: Connection, records: readonly DeadlineRecord[]): void {
  for (const record of records) {
    if (db.get(ALARM.selectRun, record.runKey) === undefined) continue;
    db.run(ALARM.upsertDeadline, ...deadlineValues(record));
  }
}
