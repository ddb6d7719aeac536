/** Texts about DAGs, their versions and import errors, for every database. */
import { parameterList, type Dialect } from "../dialect.ts";
import { IMPORT_ERROR_INPUT_COLUMNS } from "../rows/dag-row.ts";

const ERROR_COLUMNS = ["file", "at", ...IMPORT_ERROR_INPUT_COLUMNS];

const SELECT_KNOWN = `
  SELECT dag.dag_id, dag.file, dag.is_active, dag.deleted_at, dag.version, v.hash, v.bundle_path
  FROM dag JOIN dag_version v ON v.dag_id = dag.dag_id AND v.version = dag.version`;

const SELECT_DAG = `
  SELECT dag.*, v.spec, v.bundle_hash, v.bundle_path,
    CASE WHEN EXISTS (SELECT 1 FROM import_error e WHERE e.file = dag.file) THEN 1 ELSE 0 END AS has_import_errors
  FROM dag JOIN dag_version v ON v.dag_id = dag.dag_id AND v.version = dag.version`;

/** What lists look for in the tasks of a version. */
const TASK_COLUMNS = [
  "dag_id",
  "version",
  "task_id",
  "position",
  "display_name",
  "operator",
  "pool",
  "queue",
  "executor",
] as const;

export function dagQueries({ textSet }: Dialect) {
  return {
    /** Parameters: file, ids as JSON. */
    selectKnown: `${SELECT_KNOWN} WHERE dag.file = ? UNION ${SELECT_KNOWN} WHERE dag.dag_id IN (${textSet})`,
    /** Parameter: files as JSON. */
    selectActiveOfFiles: `SELECT dag_id FROM dag WHERE file IN (${textSet}) AND is_active = 1 ORDER BY dag_id`,
    insertVersion: `
      INSERT INTO dag_version (dag_id, version, hash, spec, bundle_hash, bundle_path, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    /** A pause that a person set outlives new versions: `is_paused` is only given at birth. */
    upsertDag: `
      INSERT INTO dag (dag_id, file, version, is_active, is_paused, display_name, schedule_kind,
        description, folder, created_at, updated_at)
      VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (dag_id) DO UPDATE SET
        file = excluded.file, version = excluded.version, is_active = 1, display_name = excluded.display_name,
        schedule_kind = excluded.schedule_kind, description = excluded.description, folder = excluded.folder,
        updated_at = excluded.updated_at`,
    insertTask: `INSERT INTO dag_task (${TASK_COLUMNS.join(", ")}) VALUES ${parameterList(TASK_COLUMNS)} ON CONFLICT DO NOTHING`,
    deleteLabels: `DELETE FROM dag_label WHERE dag_id = ?`,
    insertLabel: `INSERT INTO dag_label (kind, name, dag_id) VALUES (?, ?, ?)`,
    /** Parameters: path, DAG id, bundle hash. */
    moveBundle: `UPDATE dag_version SET bundle_path = ? WHERE dag_id = ? AND bundle_hash = ?`,
    /** Parameters: now, ids as JSON. */
    deactivate: `UPDATE dag SET is_active = 0, updated_at = ? WHERE dag_id IN (${textSet})`,
    selectAll: `${SELECT_DAG} WHERE dag.deleted_at IS NULL ORDER BY dag.dag_id`,
    selectActive: `${SELECT_DAG} WHERE dag.is_active = 1 ORDER BY dag.dag_id`,
    /** Parameter: ids as JSON. */
    selectByIds: `${SELECT_DAG} WHERE dag.dag_id IN (${textSet}) AND dag.deleted_at IS NULL ORDER BY dag.dag_id`,
    selectVersion: `SELECT spec, bundle_hash, bundle_path, created_at FROM dag_version WHERE dag_id = ? AND version = ?`,
    hasVersion: `SELECT 1 FROM dag_version WHERE dag_id = ? AND version = ?`,
    setPaused: `UPDATE dag SET is_paused = ?, paused_reason = NULL, updated_at = ? WHERE dag_id = ?`,
    pauseFor: `UPDATE dag SET is_paused = 1, paused_reason = ?, updated_at = ? WHERE dag_id = ? AND is_paused = 0`,
    confirmCatchup: `UPDATE dag SET catchup_confirmed_at = ?, held_reason = NULL, updated_at = ? WHERE dag_id = ?`,
    setLastInterval: `UPDATE dag SET last_interval_start = ?, last_interval_end = ? WHERE dag_id = ?`,
    setHeldReason: `UPDATE dag SET held_reason = ? WHERE dag_id = ?`,
    selectErrors: `SELECT * FROM import_error ORDER BY file, id`,
    selectErrorsOfFile: `SELECT * FROM import_error WHERE file = ? ORDER BY id`,
    insertError: `INSERT INTO import_error (${ERROR_COLUMNS.join(", ")}) VALUES ${parameterList(ERROR_COLUMNS)}`,
    /** Parameter: files as JSON. */
    deleteErrors: `DELETE FROM import_error WHERE file IN (${textSet})`,
  };
}
