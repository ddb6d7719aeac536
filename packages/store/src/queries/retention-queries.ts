/** Texts that find and remove history, for every database. */

const FINISHED = "state IN ('success', 'failed')";

/** Parameters: DAG id, offset. The moment of the run so many places after the newest finished one. */
const SELECT_NTH = `SELECT run_after FROM dag_run WHERE dag_id = ? AND ${FINISHED} ORDER BY run_after DESC LIMIT 1 OFFSET ?`;

const AUTOMATED = "run_type IN ('scheduled', 'backfill')";

/** The earliest logical date of what is not finished: from there on everything stays. `?1` is the DAG everywhere. */
const OLDEST_UNFINISHED = `SELECT min(u.logical_date) FROM dag_run u WHERE u.dag_id = ?1 AND u.state IN ('queued', 'running')`;

/** How far back a run is looked for: a DAG that has not succeeded in so many runs costs no more than this. */
const WINDOW = 5_000;

/** The run that the oldest unfinished one, or the next one to come, finds when it looks back. */
const lookedBackAt = (condition: string): string => `
  SELECT run_key FROM (
    SELECT run_key FROM (
      SELECT p.run_key, p.state, p.run_type FROM dag_run p WHERE p.dag_id = ?1 AND p.logical_date IS NOT NULL
        AND p.logical_date < coalesce((${OLDEST_UNFINISHED}), ${Number.MAX_SAFE_INTEGER})
      ORDER BY p.logical_date DESC LIMIT ${WINDOW})
    WHERE ${condition} LIMIT 1)`;

const NEEDED = ["1 = 1", AUTOMATED, "state = 'success'"].map(lookedBackAt).join(" UNION ALL ");

/** Parameters: DAG id, moment. */
const REMOVABLE = `
  FROM dag_run r WHERE r.dag_id = ?1 AND r.run_after < ?2 AND r.${FINISHED}
    AND coalesce(r.logical_date < (${OLDEST_UNFINISHED}), 1) AND r.run_key NOT IN (${NEEDED})`;

const UNUSED = `v.created_at < ?
    AND NOT EXISTS (SELECT 1 FROM dag WHERE dag.dag_id = v.dag_id AND dag.version = v.version)
    AND NOT EXISTS (SELECT 1 FROM dag_run r WHERE r.dag_id = v.dag_id AND r.dag_version = v.version)`;

export const RETENTION_QUERIES = {
  listDagIds: `SELECT dag_id FROM dag ORDER BY dag_id`,
  selectNth: SELECT_NTH,
  /** Parameters: DAG id, moment, limit. */
  selectRemovable: `SELECT r.run_key, r.dag_id, r.run_id ${REMOVABLE} ORDER BY r.run_after LIMIT ?3`,
  countRemovable: `SELECT count(*) AS found ${REMOVABLE}`,
  isFinished: `SELECT 1 AS found FROM dag_run WHERE run_key = ? AND ${FINISHED}`,
  /** Parameters: run key, run key, limit. */
  removeInstances: `
    DELETE FROM task_instance WHERE run_key = ? AND (task_id, map_index) IN
      (SELECT task_id, map_index FROM task_instance WHERE run_key = ? ORDER BY task_id, map_index LIMIT ?)`,
  /** Parameters: run key, limit. */
  selectXComSizes: `
    SELECT task_id, map_index, key, octet_length(value) AS bytes FROM xcom
    WHERE run_key = ? ORDER BY task_id, map_index, key LIMIT ?`,
  /** Parameters: run key, task id, map index, key. All up to that one. */
  removeXComs: `DELETE FROM xcom WHERE run_key = ? AND (task_id, map_index, key) <= (?, ?, ?)`,
  removeRun: `DELETE FROM dag_run WHERE run_key = ?`,
  countVersions: `SELECT count(*) AS found FROM dag_version v WHERE ${UNUSED}`,
  /** Parameters: DAG id, version, limit. From the primary key alone. */
  selectVersionsAfter: `
    SELECT dag_id, version FROM dag_version WHERE (dag_id, version) > (?, ?) ORDER BY dag_id, version LIMIT ?`,
  /** Parameters: DAG id, version, DAG id, version, moment. */
  removeVersions: `
    DELETE FROM dag_version AS v WHERE (v.dag_id, v.version) > (?, ?) AND (v.dag_id, v.version) <= (?, ?) AND ${UNUSED}`,
  countImportErrors: `SELECT count(*) AS found FROM import_error WHERE at < ?`,
  removeImportErrors: `DELETE FROM import_error WHERE id IN (SELECT id FROM import_error WHERE at < ? LIMIT ?)`,
  /** Parameters: event id, limit. */
  selectAssetEvents: `
    SELECT e.event_id, e.at, NOT (
      NOT EXISTS (SELECT 1 FROM asset_event n WHERE n.asset_id = e.asset_id AND n.event_id > e.event_id)
      OR EXISTS (SELECT 1 FROM dag_asset d WHERE d.asset_id = e.asset_id AND d.since_event_id < e.event_id)
      OR EXISTS (SELECT 1 FROM asset_dag_run_queue q WHERE q.asset_id = e.asset_id AND q.event_id >= e.event_id)
      OR EXISTS (SELECT 1 FROM asset_event_alias a JOIN dag_asset_alias d ON d.alias_id = a.alias_id
        WHERE a.event_id = e.event_id AND d.since_event_id < e.event_id)) AS is_taken_up
    FROM asset_event e WHERE e.event_id > ? ORDER BY e.event_id LIMIT ?`,
  removeAssetEvent: `DELETE FROM asset_event WHERE event_id = ?`,
  /** Parameters: limit, moment. Entries are in the order of their time, so only the oldest are looked at. */
  removeEventLog: `
    DELETE FROM event_log WHERE id IN (
      SELECT id FROM (SELECT id, at FROM event_log ORDER BY id LIMIT ?) WHERE at < ?)`,
  /** Parameters: DAG id, version, limit. */
  listBundlePaths: `
    SELECT dag_id, version, bundle_path FROM dag_version
    WHERE (dag_id, version) > (?, ?) ORDER BY dag_id, version LIMIT ?`,
};
