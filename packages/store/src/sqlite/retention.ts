/** Removes history. */
import type { Micros } from "@momiji/core";
import { RETENTION_QUERIES as SQL } from "../queries/retention-queries.ts";
import type { RemovableRun, RunRule, VersionPlace } from "../retention-store.ts";
import type { Connection } from "./connection.ts";
import { instanceCountsOf } from "./instance-counts.ts";

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
    if (removeInstances(db, runKey, rows) >= rows) return false;
    db.run(SQL.removeRun, runKey);
    return true;
  });
}

/**
 * A mebibyte of values takes as long as a thousand rows. SQLite reads a large value even to tell its size, or to find the row
 * beside it (the table is ordered by its key, without row ids), so that no more of them than this are looked at.
 */
const BYTES_A_STEP = 1 << 19;

/**
 * Within a transaction: up to so many rows of a finished run, its XComs first, fewer if those are large, then its instances with
 * what else hangs on them.
 * @returns what was taken of the rows; fewer than all of them: the run has no instances any more
 */
export function removeInstances(db: Connection, runKey: number, rows: number): number {
  const xcoms = removeXComs(db, runKey, rows);
  instanceCountsOf(db).forget(runKey);
  return xcoms + (xcoms < rows ? db.run(SQL.removeInstances, runKey, runKey, rows - xcoms) : 0);
}

interface XComSize {
  readonly task_id: string;
  readonly map_index: number;
  readonly key: string;
  readonly bytes: number;
}

/** How many rows of the step they have taken: all of them if there may be more. */
function removeXComs(db: Connection, runKey: number, rows: number): number {
  let bytes = 0;
  const isFull = (row: XComSize): boolean => (bytes += row.bytes) > BYTES_A_STEP;
  const found = db.until(isFull, SQL.selectXComSizes, runKey, rows);
  const last = found.at(-1);
  if (last === undefined) return 0;
  db.run(SQL.removeXComs, runKey, last.task_id, last.map_index, last.key);
  return bytes > BYTES_A_STEP ? rows : found.length;
}

export function countUnusedVersions(db: Connection, before: Micros): number {
  return count(db, SQL.countVersions, before);
}

/** Before all others: no id is empty. */
const FIRST: VersionPlace = { dagId: "", version: 0 };

interface VersionRow {
  readonly dag_id: string;
  readonly version: number;
}

export function removeUnusedVersions(
  db: Connection,
  before: Micros,
  { after, limit }: { after: VersionPlace | null; limit: number },
): { removed: number; next: VersionPlace | null } {
  const { dagId, version } = after ?? FIRST;
  return db.write(() => {
    const last = db.all<VersionRow>(SQL.selectVersionsAfter, dagId, version, limit);
    const to = last.at(-1);
    if (to === undefined) return { removed: 0, next: null };
    const removed = db.run(SQL.removeVersions, dagId, version, to.dag_id, to.version, before);
    return { removed, next: placeAfter(last, limit) };
  });
}

function placeAfter(rows: readonly VersionRow[], limit: number): VersionPlace | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : { dagId: last.dag_id, version: last.version };
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

export function listBundlePaths(
  db: Connection,
  after: VersionPlace | null,
  limit: number,
): { paths: string[]; next: VersionPlace | null } {
  const { dagId, version } = after ?? FIRST;
  const rows = db.all<VersionRow & { bundle_path: string }>(SQL.listBundlePaths, dagId, version, limit);
  return { paths: rows.map((row) => row.bundle_path), next: placeAfter(rows, limit) };
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
