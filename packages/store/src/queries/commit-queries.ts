/** Texts of `commit`, the hot path, for every database: one row each, prepared once. */
import { parameterList, type Dialect } from "../dialect.ts";
import { RUN_PROGRESS_COLUMNS, RUN_STATE_COLUMNS } from "../rows/run-row.ts";
import { INSTANCE_COLUMNS, INSTANCE_KEY_COLUMNS, INSTANCE_STATE_COLUMNS } from "../rows/task-instance-row.ts";

const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(", ");
const setExcluded = (columns: readonly string[]): string => columns.map((c) => `${c} = excluded.${c}`).join(", ");

const COLUMNS = INSTANCE_COLUMNS.join(", ");
const KEY = INSTANCE_KEY_COLUMNS.join(", ");
const KEY_IS = "run_key = ? AND task_id = ? AND map_index = ?";

/** The compare-and-set of a run and the fence of its DAG in one condition. Parameters: run key, revision, fence. */
const IF_OURS = `
  run_key = ? AND revision = ?
    AND EXISTS (SELECT 1 FROM dag WHERE dag.dag_id = dag_run.dag_id AND dag.fence = ?)`;

export function commitQueries({ numberSet }: Dialect) {
  return {
    selectLease: `SELECT 1 FROM scheduler_lease WHERE fence = ? AND owner = ?`,
    /** Parameter: run key. The answer tells a stale run from a lost fence. */
    selectFenceOfRun: `SELECT dag.dag_id, dag.fence FROM dag_run JOIN dag ON dag.dag_id = dag_run.dag_id WHERE run_key = ?`,
    selectFenceOfDag: `SELECT fence FROM dag WHERE dag_id = ?`,
    selectOwner: `SELECT owner FROM scheduler_lease WHERE fence = ?`,
    touchRun: `UPDATE dag_run SET revision = revision + 1 WHERE ${IF_OURS}`,
    /**
     * The same parameters as `updateRunAndVersion`, of a run that keeps its version, as nearly all do. Where the column is
     * set, its index is written and its foreign key looked up, whether or not the value is another.
     */
    updateRun: `
      UPDATE dag_run SET ${set(RUN_PROGRESS_COLUMNS)}, revision = revision + 1 WHERE dag_version = ? AND ${IF_OURS}`,
    updateRunAndVersion: `UPDATE dag_run SET ${set(RUN_STATE_COLUMNS)}, revision = revision + 1 WHERE ${IF_OURS}`,
    updateInstance: `UPDATE task_instance SET ${set(INSTANCE_STATE_COLUMNS)} WHERE ${KEY_IS}`,
    deleteInstance: `DELETE FROM task_instance WHERE ${KEY_IS}`,
    insertInstance: upsertInstance("task_instance", KEY),
    insertHistory: upsertInstance("task_instance_history", `${KEY}, try_number`),
    deleteXComs: `DELETE FROM xcom WHERE ${KEY_IS}`,
    /** Parameters: key columns, key, value as JSON. */
    upsertXCom: `
      INSERT INTO xcom (${KEY}, key, value) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (${KEY}, key) DO UPDATE SET value = excluded.value`,
    /** Parameters: key columns, fields as JSON. */
    upsertRendered: `
      INSERT INTO rendered_fields (${KEY}, fields) VALUES (?, ?, ?, ?)
      ON CONFLICT (${KEY}) DO UPDATE SET fields = excluded.fields`,
    /** Parameter: ids as JSON. */
    deleteInbox: `DELETE FROM inbox WHERE id IN (${numberSet})`,
  };
}

function upsertInstance(table: string, key: string): string {
  return `
    INSERT INTO ${table} (${COLUMNS}) VALUES ${parameterList(INSTANCE_COLUMNS)}
    ON CONFLICT (${key}) DO UPDATE SET ${setExcluded(INSTANCE_STATE_COLUMNS)}`;
}
