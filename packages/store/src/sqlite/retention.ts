/** Removes history. */
import type { Micros } from "@momiji/core";
import { RETENTION_QUERIES as SQL } from "../queries/retention-queries.ts";
import type { RemovableRun, RunRule } from "../retention-store.ts";
import type { Connection } from "./connection.ts";

export function listDagIds(db: Connection): string[] {
  return db.all<{ dag_id: string }>(SQL.listDagIds).map((row) => row.dag_id);
}

export function listRemovableRuns(
  db: Connection,
  dagId: string,
  { rule, limit }: { rule: RunRule; limit: number },
): RemovableRun[] {
  return db.read(() => {
    const before = removableBefore(db, dagId, rule);
    if (before === null) return [];
    const rows = db.all<{ run_key: number; dag_id: string; run_id: string }>(SQL.selectRemovable, dagId, before, limit);
    return rows.map((row) => ({ runKey: row.run_key, dagId: row.dag_id, runId: row.run_id }));
  });
}

export function countRemovableRuns(db: Connection, dagId: string, rule: RunRule): number {
  return db.read(() => {
    const before = removableBefore(db, dagId, rule);
    return before === null ? 0 : count(db, SQL.countRemovable, dagId, before);
  });
}

/** The moment before which runs go; null: none goes. */
function removableBefore(db: Connection, dagId: string, { before, keep, most }: RunRule): Micros | null {
  const kept = nthNewest(db, dagId, Math.max(keep, 1) - 1);
  const byAge = before === null || kept === null ? null : Math.min(before, kept);
  const byNumber = most === null ? null : nthNewest(db, dagId, Math.max(most, keep, 1) - 1);
  if (byAge === null || byNumber === null) return byAge ?? byNumber;
  return Math.max(byAge, byNumber);
}

function nthNewest(db: Connection, dagId: string, offset: number): Micros | null {
  return db.get<{ run_after: Micros }>(SQL.selectNth, dagId, offset)?.run_after ?? null;
}

export function removeRunStep(db: Connection, runKey: number, rows: number): boolean {
  return db.write(() => {
    // Somebody may have cleared it since it was named.
    if (db.get(SQL.isFinished, runKey) === undefined) return true;
    if (db.run(SQL.removeInstances, runKey, runKey, rows) >= rows) return false;
    db.run(SQL.removeRun, runKey);
    return true;
  });
}

export function countUnusedVersions(db: Connection, before: Micros): number {
  return count(db, SQL.countVersions, before);
}

export function removeUnusedVersions(db: Connection, before: Micros, limit: number): number {
  return db.write(() => db.run(SQL.removeVersions, before, limit));
}

export function countImportErrors(db: Connection, before: Micros): number {
  return count(db, SQL.countImportErrors, before);
}

export function removeImportErrors(db: Connection, before: Micros, limit: number): number {
  return db.write(() => db.run(SQL.removeImportErrors, before, limit));
}

export function removeAssetEvents(
  db: Connection,
  before: Micros,
  { after, limit }: { after: number; limit: number },
): { removed: number; next: number | null } {
  return db.write(() => {
    const rows = db.all<{ event_id: number; at: Micros; is_taken_up: number }>(SQL.selectAssetEvents, after, limit);
    const old = rows.filter(({ at }) => at < before);
    const removable = old.filter((row) => row.is_taken_up === 1);
    for (const { event_id } of removable) db.run(SQL.removeAssetEvent, event_id);
    const isMore = rows.length === limit && old.length === rows.length;
    return { removed: removable.length, next: isMore ? (rows.at(-1)?.event_id ?? null) : null };
  });
}

export function removeEventLog(db: Connection, before: Micros, limit: number): number {
  return db.write(() => db.run(SQL.removeEventLog, limit, before));
}

export function listBundlePaths(db: Connection): string[] {
  return db.all<{ bundle_path: string }>(SQL.listBundlePaths).map((row) => row.bundle_path);
}

/** A file that was made without room for it (`auto_vacuum`) keeps its size; its free pages are used again. */
export function releaseSpace(db: Connection, pages: number): number {
  const canShrink = db.get<{ auto_vacuum: number }>("PRAGMA auto_vacuum")?.auto_vacuum === INCREMENTAL;
  if (!canShrink) return 0;
  db.script(`PRAGMA incremental_vacuum(${Math.trunc(pages)})`);
  return db.get<{ freelist_count: number }>("PRAGMA freelist_count")?.freelist_count ?? 0;
}

const INCREMENTAL = 2;

function count(db: Connection, text: string, ...values: readonly (string | number)[]): number {
  return db.get<{ found: number }>(text, ...values)?.found ?? 0;
}
