/** A DAG with its current version as a joined row of `dag` and `dag_version`; an import error as a row of its own. */
import type { DagSpec, Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";
import type { DagRecord, ImportError, ImportErrorInput } from "../store.ts";

export interface DagRow {
  readonly dag_id: string;
  readonly file: string;
  readonly is_active: number;
  readonly is_paused: number;
  readonly paused_reason: string | null;
  readonly version: number;
  readonly spec: string;
  readonly bundle_hash: string;
  readonly bundle_path: string;
  readonly has_import_errors: number;
  readonly last_interval_start: Micros | null;
  readonly last_interval_end: Micros | null;
  readonly catchup_confirmed_at: Micros | null;
  readonly held_reason: string | null;
  readonly created_at: Micros;
  readonly updated_at: Micros;
}

export function dagFromRow(row: DagRow): DagRecord {
  const { last_interval_start: start, last_interval_end: end } = row;
  return {
    dagId: row.dag_id,
    file: row.file,
    isActive: row.is_active === 1,
    isPaused: row.is_paused === 1,
    pausedReason: row.paused_reason,
    version: row.version,
    ...versionFromRow(row),
    hasImportErrors: row.has_import_errors === 1,
    lastInterval: start === null || end === null ? null : { start, end },
    catchupConfirmedAt: row.catchup_confirmed_at,
    heldReason: row.held_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export interface VersionRow {
  readonly spec: string;
  readonly bundle_hash: string;
  readonly bundle_path: string;
}

export function versionFromRow(row: VersionRow): {
  spec: DagSpec;
  bundle: { hash: string; path: string };
} {
  return {
    spec: JSON.parse(row.spec) as DagSpec,
    bundle: { hash: row.bundle_hash, path: row.bundle_path },
  };
}

export interface ImportErrorRow {
  readonly id: number;
  readonly file: string;
  readonly at: Micros;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly frame: string | null;
  readonly stack: string | null;
}

/** Columns of what the loader reported; `column` is a word of SQL's and stands in quotes. */
export const IMPORT_ERROR_INPUT_COLUMNS = ["message", "line", '"column"', "frame", "stack"] as const;

/** Values of `IMPORT_ERROR_INPUT_COLUMNS`, in their order. */
export function importErrorValues(error: ImportErrorInput): SqlValue[] {
  return [error.message, error.line ?? null, error.column ?? null, error.frame ?? null, error.stack ?? null];
}

export function importErrorFromRow(row: ImportErrorRow): ImportError {
  return {
    id: row.id,
    file: row.file,
    at: row.at,
    message: row.message,
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.column === null ? {} : { column: row.column }),
    ...(row.frame === null ? {} : { frame: row.frame }),
    ...(row.stack === null ? {} : { stack: row.stack }),
  };
}
