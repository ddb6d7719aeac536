/** The inbox: what came from outside (workers elsewhere, answers of people) and no decision has taken up yet. */
import type { InboxEvent, Micros } from "@momiji/core";
import { INBOX_QUERIES } from "../queries/inbox-queries.ts";
import type { Connection } from "./connection.ts";

export function appendInbox(db: Connection, events: readonly InboxEvent[], now: Micros): void {
  for (const event of events) db.run(INBOX_QUERIES.insert, JSON.stringify(event), now);
}

/** The oldest entries first. */
export function readInbox(db: Connection, limit: number): { id: number; event: InboxEvent }[] {
  return db
    .all<{ id: number; event: string }>(INBOX_QUERIES.select, limit)
    .map((row) => ({ id: row.id, event: JSON.parse(row.event) as InboxEvent }));
}
