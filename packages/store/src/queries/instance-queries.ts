/** Texts that read task instances and their XComs, for every database. */
import type { Dialect } from "../dialect.ts";
import { INSTANCE_COLUMNS } from "../rows/task-instance-row.ts";

const COLUMNS = INSTANCE_COLUMNS.join(", ");

export function instanceQueries({ numberSet }: Dialect) {
  return {
    /** Parameter: run keys as JSON. */
    selectByRunKeys: `
      SELECT ${COLUMNS} FROM task_instance WHERE run_key IN (${numberSet}) ORDER BY run_key, task_id, map_index`,
    selectHistory: `
      SELECT ${COLUMNS} FROM task_instance_history
      WHERE run_key = ? AND task_id = ? AND map_index = ? ORDER BY try_number`,
    selectStates: `SELECT state FROM task_instance WHERE run_key = ? AND task_id = ? ORDER BY map_index`,
    selectMarks: `
      SELECT task_id, map_index, state, try_number, start_date, end_date FROM task_instance
      WHERE run_key = ? ORDER BY task_id, map_index`,
    /** Parameter: run keys as JSON. */
    countProgress: `
      SELECT run_key, count(*) AS total,
        sum(CASE WHEN state IN ('success', 'failed', 'skipped', 'upstream_failed', 'removed') THEN 1 ELSE 0 END) AS done
      FROM task_instance WHERE run_key IN (${numberSet}) GROUP BY run_key`,
    selectRendered: `SELECT fields FROM rendered_fields WHERE run_key = ? AND task_id = ? AND map_index = ?`,
    selectXCom: `SELECT value FROM xcom WHERE run_key = ? AND task_id = ? AND map_index = ? AND key = ?`,
  };
}
