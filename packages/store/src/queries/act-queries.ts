/** Texts of acts from outside, for every database: the compare-and-set of a run without the scheduler's fence. */
import { RUN_STATE_COLUMNS } from "../rows/run-row.ts";

const IF_UNCHANGED = "WHERE run_key = ? AND revision = ?";

export const ACT_QUERIES = {
  touchRun: `UPDATE dag_run SET revision = revision + 1 ${IF_UNCHANGED}`,
  updateRun: `
    UPDATE dag_run SET ${RUN_STATE_COLUMNS.map((column) => `${column} = ?`).join(", ")}, revision = revision + 1
    ${IF_UNCHANGED}`,
  deleteRun: `DELETE FROM dag_run ${IF_UNCHANGED} RETURNING dag_id, backfill_id`,
  selectDagOfRun: `SELECT dag_id, backfill_id FROM dag_run WHERE run_key = ?`,
  upsertNote: `
    INSERT INTO task_instance_note (run_key, task_id, map_index, note) VALUES (?, ?, ?, ?)
    ON CONFLICT (run_key, task_id, map_index) DO UPDATE SET note = excluded.note`,
  deleteNote: `DELETE FROM task_instance_note WHERE run_key = ? AND task_id = ? AND map_index = ?`,
  selectNotes: `SELECT task_id, map_index, note FROM task_instance_note WHERE run_key = ? ORDER BY task_id, map_index`,
};
