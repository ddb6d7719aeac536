/** Backfills: how they change and how they are found. How they are made stands in `new-backfill.ts`. */
import type { BackfillChange } from "../act-store.ts";
import type { Micros } from "@momiji/core";
import type { BackfillDateRecord, BackfillFilter, BackfillRecord } from "../backfill-store.ts";
import { backfillDateFromRow, type BackfillDateRow, backfillFromRow, type BackfillRow } from "../rows/backfill-row.ts";
import type { Connection } from "./connection.ts";
import { dagsInScope } from "./dag-access.ts";
import { BACKFILL } from "./statements.ts";

/** Within the transaction that ended one of its runs. */
export function completeBackfillIfDone(db: Connection, id: number, now: Micros): void {
  db.run(BACKFILL.completeIfDone, now, now, id);
}

/** Within the caller's transaction. Gives the DAG of the backfill. */
export function changeBackfill(
  db: Connection,
  { id, isPaused, isCompleted, maxActiveRuns }: BackfillChange,
  now: Micros,
): string | undefined {
  db.run(BACKFILL.change, isPaused ? 1 : 0, isCompleted ? now : null, maxActiveRuns ?? null, now, id);
  return db.get<{ dag_id: string }>(BACKFILL.selectDag, id)?.dag_id;
}

export function listBackfills(db: Connection, filter: BackfillFilter): BackfillRecord[] {
  const found = db.all<BackfillRow>(...selection(filter)).map(backfillFromRow);
  const visible = dagsInScope(
    db,
    found.map(({ dagId }) => dagId),
    filter.scope,
  );
  return found.filter(
    ({ dagId, completedAt }) =>
      visible.has(dagId) &&
      (filter.dagIds === undefined || filter.dagIds.includes(dagId)) &&
      (filter.openOnly !== true || completedAt === null),
  );
}

export function listBackfillDates(db: Connection, id: number): BackfillDateRecord[] {
  return db.all<BackfillDateRow>(BACKFILL.selectDates, id).map(backfillDateFromRow);
}

function selection({ ids, dagIds }: BackfillFilter): [string, ...string[]] {
  if (ids !== undefined) return [BACKFILL.selectByIds, JSON.stringify(ids)];
  return dagIds === undefined ? [BACKFILL.selectAll] : [BACKFILL.selectByDags, JSON.stringify(dagIds)];
}
