/** Creates a backfill with all its runs in one transaction. */
import type { Micros } from "@momiji/core";
import type { BackfillRecord, CreatedBackfill, NewBackfill, NewBackfillDate } from "../backfill-store.ts";
import type { EventLogEntry } from "../event-log-store.ts";
import { backfillFromRow, type BackfillRow, backfillValues } from "../rows/backfill-row.ts";
import { applyRunActs, staleRuns, type Touched } from "./acts.ts";
import { completeBackfillIfDone } from "./backfills.ts";
import type { Connection } from "./connection.ts";
import { insertEvents } from "./event-log.ts";
import { insertRuns } from "./runs.ts";
import { BACKFILL } from "./statements.ts";

export interface BackfillToCreate {
  readonly backfill: NewBackfill;
  readonly dates: readonly NewBackfillDate[];
  readonly events: readonly EventLogEntry[];
  readonly now: Micros;
}

export function createBackfill(db: Connection, wanted: BackfillToCreate, touched: Touched): CreatedBackfill {
  try {
    return db.write(() => create(db, wanted, touched));
  } catch (error) {
    return { created: false, conflict: "stale", stale: staleRuns(error) };
  }
}

function create(db: Connection, { backfill, dates, events, now }: BackfillToCreate, touched: Touched): CreatedBackfill {
  const born = { ...backfill, isPaused: false, createdAt: now, updatedAt: now, completedAt: null };
  const id = db.get<{ id: number }>(BACKFILL.insert, ...backfillValues(born))?.id;
  if (id === undefined) return { created: false, conflict: "open_backfill" };
  const record: BackfillRecord = { ...born, id };
  for (const date of dates) placeDate(db, { record, date, now }, touched);
  completeBackfillIfDone(db, id, now);
  insertEvents(db, events, now);
  touched.dagIds.add(backfill.dagId);
  const [row] = db.all<BackfillRow>(BACKFILL.selectByIds, JSON.stringify([id]));
  return { created: true, backfill: row === undefined ? record : backfillFromRow(row) };
}

interface Placing {
  readonly record: BackfillRecord;
  readonly date: NewBackfillDate;
  readonly now: Micros;
}

function placeDate(db: Connection, { record, date, now }: Placing, touched: Touched): void {
  const { ordinal, logicalDate, action } = date;
  const place = { id: record.id, ordinal };
  const insert = (runKey: number | null, reason: string | null): void =>
    void db.run(BACKFILL.insertDate, record.id, ordinal, logicalDate, runKey, reason);
  if (action.kind === "skip") return insert(null, action.reason);
  if (action.kind === "create") {
    const user = record.triggeredBy === null ? {} : { triggeringUser: record.triggeredBy };
    const [created] = insertRuns(db, [{ ...action.run, ...user, backfill: place }], now);
    if (created?.created !== true) return insert(null, "in flight");
    touched.runKeys.add(created.run.runKey);
    return insert(created.run.runKey, null);
  }
  const { runKey } = action.act;
  applyRunActs(db, [action.act], { now, touched });
  db.run(BACKFILL.adoptRun, record.conf === null ? null : JSON.stringify(record.conf), record.id, ordinal, runKey);
  insert(runKey, null);
}
