/** Texts that delete a DAG with all that was recorded of it, for every database. */

export const DAG_DELETION_QUERIES = {
  countRuns: `
    SELECT count(*) AS runs, count(CASE WHEN state IN ('queued', 'running') THEN 1 END) AS unfinished
    FROM dag_run WHERE dag_id = ?`,
  selectDag: `SELECT 1 FROM dag WHERE dag_id = ? AND deleted_at IS NULL`,
  selectWithExecutor: `
    SELECT 1 FROM dag_run r JOIN task_instance t ON t.run_key = r.run_key
    WHERE r.dag_id = ? AND r.state IN ('queued', 'running') AND t.state IN ('queued', 'running', 'restarting') LIMIT 1`,
  /** Parameters: now, now, DAG id. */
  mark: `UPDATE dag SET deleted_at = ?, is_active = 0, updated_at = ? WHERE dag_id = ?`,
  selectMarked: `SELECT dag_id FROM dag WHERE deleted_at IS NOT NULL ORDER BY dag_id`,
  selectAnyRun: `SELECT run_key FROM dag_run WHERE dag_id = ? LIMIT 1`,
  /** Parameters: DAG id, DAG id, limit. The current version stays as long as the record points to it. */
  removeVersions: `
    DELETE FROM dag_version WHERE dag_id = ? AND version IN (
      SELECT v.version FROM dag_version v JOIN dag ON dag.dag_id = v.dag_id AND dag.version <> v.version
      WHERE v.dag_id = ? LIMIT ?)`,
  removeDag: `DELETE FROM dag WHERE dag_id = ? AND deleted_at IS NOT NULL`,
  removeLastVersion: `DELETE FROM dag_version WHERE dag_id = ?`,
};
