/**
 * Texts about the leases of schedulers, for every database. The fence of a DAG is the number of its owner's lease;
 * when a lease goes, its DAGs are free. So renewing costs one row however many DAGs a scheduler owns.
 */
import type { Dialect } from "../dialect.ts";

export function claimQueries({ clock }: Dialect) {
  const inSeconds = `${clock} + CAST(? * 1000000 AS BIGINT)`;
  return {
    deleteAll: `DELETE FROM scheduler_lease`,
    deleteExpired: `DELETE FROM scheduler_lease WHERE expires_at <= ${clock}`,
    deleteOfOwner: `DELETE FROM scheduler_lease WHERE owner = ?`,
    /** Parameters: owner, seconds (null: until released). A lease that still lives keeps its fence. */
    upsert: `
      INSERT INTO scheduler_lease (owner, expires_at) VALUES (?, ${inSeconds})
      ON CONFLICT (owner) DO UPDATE SET expires_at = excluded.expires_at RETURNING fence`,
    /** Parameters: seconds, owner. */
    renew: `UPDATE scheduler_lease SET expires_at = ${inSeconds} WHERE owner = ?`,
    /** A DAG that left its file is taken too while something of it is under way: runs, callbacks, deadlines. */
    takeFree: `
      UPDATE dag SET fence = ? WHERE fence IS NULL AND deleted_at IS NULL AND (is_active = 1
        OR EXISTS (SELECT 1 FROM dag_run r WHERE r.dag_id = dag.dag_id AND r.state IN ('queued', 'running'))
        OR EXISTS (SELECT 1 FROM callback c JOIN dag_run r ON r.run_key = c.run_key
          WHERE c.state IN ('queued', 'pending') AND r.dag_id = dag.dag_id)
        OR EXISTS (SELECT 1 FROM deadline d JOIN dag_run r ON r.run_key = d.run_key
          WHERE d.state = 'pending' AND r.dag_id = dag.dag_id))`,
    selectOwned: `SELECT dag_id FROM dag WHERE fence = ? AND deleted_at IS NULL ORDER BY dag_id`,
  };
}
