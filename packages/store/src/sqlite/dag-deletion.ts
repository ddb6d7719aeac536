/** Deletes a DAG: marks it, and removes what was recorded of it step by step. */
import type { Micros } from "@momiji/core";
import type { DagDeletion } from "../dag-deletion-store.ts";
import type { EventLogEntry } from "../event-log-store.ts";
import { DAG_DELETION_QUERIES as SQL } from "../queries/dag-deletion-queries.ts";
import { RETENTION_QUERIES as RUN } from "../queries/retention-queries.ts";
import { forgetReferences } from "./asset-references.ts";
import type { Connection } from "./connection.ts";
import { forgetAccess } from "./dag-access.ts";
import { insertEvents } from "./event-log.ts";
import { removeInstances } from "./retention.ts";

export function countRuns(db: Connection, dagId: string): { runs: number; unfinished: number } {
  return db.get<{ runs: number; unfinished: number }>(SQL.countRuns, dagId) ?? { runs: 0, unfinished: 0 };
}

export function deleteDag(
  db: Connection,
  dagId: string,
  { now, events }: { now: Micros; events: readonly EventLogEntry[] },
): DagDeletion {
  return db.write(() => {
    if (db.get(SQL.selectDag, dagId) === undefined) return "absent";
    if (db.get(SQL.selectWithExecutor, dagId) !== undefined) return "running";
    db.run(SQL.mark, now, now, dagId);
    forgetReferences(db, [dagId]);
    insertEvents(db, events, now);
    return "marked";
  });
}

export function listDeletedDags(db: Connection): string[] {
  return db.all<{ dag_id: string }>(SQL.selectMarked).map((row) => row.dag_id);
}

export function removeDagStep(db: Connection, dagId: string, rows: number): boolean {
  return db.write(() => {
    let left = rows;
    while (left > 0) {
      const run = db.get<{ run_key: number }>(SQL.selectAnyRun, dagId);
      if (run === undefined) return db.run(SQL.removeVersions, dagId, dagId, left) < left;
      const taken = removeInstances(db, run.run_key, left);
      if (taken < left) db.run(RUN.removeRun, run.run_key);
      // A run without instances is a row as well.
      left -= taken + 1;
    }
    return false;
  });
}

export function forgetDag(db: Connection, dagId: string): void {
  db.write(() => {
    if (db.run(SQL.removeDag, dagId) > 0) db.run(SQL.removeLastVersion, dagId);
    forgetAccess(db, dagId);
  });
}
