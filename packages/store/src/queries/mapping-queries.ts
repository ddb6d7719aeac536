/** Texts about what mapped tasks take, for every database. */
export const MAPPING_QUERIES = {
  /** Parameters: run key, task id, key. */
  listXComs: `
    SELECT xcom.value FROM xcom JOIN task_instance USING (run_key, task_id, map_index)
    WHERE run_key = ? AND task_id = ? AND key = ? AND (state IS NULL OR state <> 'removed') ORDER BY map_index`,
  /** Parameter: run key. The primary key gives the order. */
  listNamesOfRun: `SELECT task_id, map_index, key FROM xcom WHERE run_key = ? ORDER BY task_id, map_index, key`,
  /** Parameters: run key, task id. */
  listNamesOfTask: `
    SELECT task_id, map_index, key FROM xcom WHERE run_key = ? AND task_id = ? ORDER BY task_id, map_index, key`,
  /** Parameters: run key, task id, key. */
  listWithIndex: `
    SELECT map_index, xcom.value FROM xcom JOIN task_instance USING (run_key, task_id, map_index)
    WHERE run_key = ? AND task_id = ? AND key = ? AND (state IS NULL OR state <> 'removed')`,
};
