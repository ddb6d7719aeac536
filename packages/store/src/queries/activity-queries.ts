/** Texts about what is going on, for every database. */
import type { Dialect } from "../dialect.ts";

export function activityQueries({ clock }: Dialect) {
  return {
    selectActive: `
      SELECT r.run_key, r.dag_id, r.dag_version, r.run_id, r.logical_date, r.run_after, t.task_id, t.map_index, t.state,
        t.worker, t.queued_at, t.start_date,
        CASE WHEN dag.is_paused = 1 OR dag.is_active = 0 THEN 1 ELSE 0 END AS is_off
      FROM dag_run r JOIN task_instance t ON t.run_key = r.run_key JOIN dag ON dag.dag_id = r.dag_id
      WHERE r.state IN ('queued', 'running')
        AND t.state IN ('scheduled', 'queued', 'running', 'restarting', 'deferred')`,
    selectLiveOwner: `
      SELECT 1 AS found FROM dag JOIN scheduler_lease l ON l.fence = dag.fence
      WHERE dag.dag_id = ? AND (l.expires_at IS NULL OR l.expires_at > ${clock})`,
  };
}
