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
    selectRendered: `SELECT fields FROM rendered_fields WHERE run_key = ? AND task_id = ? AND map_index = ?`,
    selectXCom: `SELECT value FROM xcom WHERE run_key = ? AND task_id = ? AND map_index = ? AND key = ?`,
  };
}
