/** Texts about backfills, for every database. */
import { parameterList, type Dialect } from "../dialect.ts";
import { BACKFILL_COLUMNS } from "../rows/backfill-row.ts";

const SELECT = `SELECT id, ${BACKFILL_COLUMNS.join(", ")} FROM backfill`;

export function backfillQueries({ textSet, numberSet }: Dialect) {
  return {
    /** Gives no row if the DAG has a backfill under way. */
    insert: `
      INSERT INTO backfill (${BACKFILL_COLUMNS.join(", ")}) VALUES ${parameterList(BACKFILL_COLUMNS)}
      ON CONFLICT DO NOTHING RETURNING id`,
    insertDate: `
      INSERT INTO backfill_dag_run (backfill_id, ordinal, logical_date, run_key, no_run_reason) VALUES (?, ?, ?, ?, ?)`,
    /** A run that was there becomes the backfill's. Parameters: conf (null: as it was), backfill, ordinal, run key. */
    adoptRun: `
      UPDATE dag_run SET run_type = 'backfill', triggered_by = 'backfill', conf = coalesce(?, conf),
        backfill_id = ?, backfill_ordinal = ? WHERE run_key = ?`,
    /** Parameters: now, now, id. */
    completeIfDone: `
      UPDATE backfill SET completed_at = ?, updated_at = ? WHERE id = ? AND completed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM dag_run r WHERE r.backfill_id = backfill.id AND r.state IN ('queued', 'running'))`,
    /** Parameters: paused, completed at (null: not), most active runs (null: as it was), now, id. */
    change: `
      UPDATE backfill SET is_paused = ?, completed_at = coalesce(completed_at, ?),
        max_active_runs = coalesce(?, max_active_runs), updated_at = ? WHERE id = ?`,
    selectAll: `${SELECT} ORDER BY id DESC`,
    /** Parameter: ids as JSON. */
    selectByIds: `${SELECT} WHERE id IN (${numberSet}) ORDER BY id DESC`,
    /** Parameter: ids as JSON. */
    selectByDags: `${SELECT} WHERE dag_id IN (${textSet}) ORDER BY id DESC`,
    selectDates: `
      SELECT d.ordinal, d.logical_date, r.run_id, r.state, d.no_run_reason
      FROM backfill_dag_run d LEFT JOIN dag_run r ON r.run_key = d.run_key
      WHERE d.backfill_id = ? ORDER BY d.ordinal`,
    selectDag: `SELECT dag_id FROM backfill WHERE id = ?`,
  };
}
