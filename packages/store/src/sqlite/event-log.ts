/** The event log. */
import type { Micros } from "@momiji/core";
import type { EventLogEntry, EventLogFilter, EventLogRecord } from "../event-log-store.ts";
import { eventLogQueries, INSERT_EVENT } from "../queries/event-log-queries.ts";
import { eventLogFromRow, type EventLogRow, eventLogValues } from "../rows/event-log-row.ts";
import type { Connection } from "./connection.ts";
import { SQLITE } from "./dialect.ts";

/** Within the transaction of what is logged. */
export function insertEvents(db: Connection, entries: readonly EventLogEntry[], now: Micros): void {
  for (const entry of entries) db.run(INSERT_EVENT, ...eventLogValues(entry, now));
}

export function listEventLogs(db: Connection, filter: EventLogFilter): { entries: EventLogRecord[]; total: number } {
  const { page, total } = eventLogQueries(SQLITE, filter);
  return db.read(() => ({
    entries: db.all<EventLogRow>(page.text, ...page.values).map(eventLogFromRow),
    total: db.get<{ total: number }>(total.text, ...total.values)?.total ?? 0,
  }));
}
