/** DAGs as lists and the scheduler see them, and the two switches that people have. */
import type { Micros } from "@momiji/core";
import { dagFromRow, versionFromRow, type DagRow, type VersionRow } from "../rows/dag-row.ts";
import type { DagFilter, DagRecord, LoadedVersion } from "../store.ts";
import type { Connection } from "./connection.ts";
import { DAG } from "./statements.ts";

export function listDags(db: Connection, filter: DagFilter): DagRecord[] {
  const rows =
    filter.dagIds === undefined
      ? db.all<DagRow>(filter.includeInactive ? DAG.selectAll : DAG.selectActive)
      : db.all<DagRow>(DAG.selectByIds, JSON.stringify(filter.dagIds));
  return rows.filter((row) => filter.includeInactive || row.is_active === 1).map(dagFromRow);
}

export function loadVersion(db: Connection, dagId: string, version: number): LoadedVersion | null {
  const row = db.get<VersionRow & { readonly created_at: Micros }>(DAG.selectVersion, dagId, version);
  return row === undefined ? null : { ...versionFromRow(row), createdAt: row.created_at };
}

export function setPaused(db: Connection, dagId: string, { paused, now }: { paused: boolean; now: Micros }): boolean {
  return db.run(DAG.setPaused, paused ? 1 : 0, now, dagId) > 0;
}

export function pauseFor(db: Connection, dagId: string, { reason, now }: { reason: string; now: Micros }): boolean {
  return db.run(DAG.pauseFor, reason, now, dagId) > 0;
}

export function confirmCatchup(db: Connection, dagId: string, now: Micros): boolean {
  return db.run(DAG.confirmCatchup, now, now, dagId) > 0;
}
