/** Texts about assets, for every database: what changes them. */
import type { Dialect } from "../dialect.ts";

/** DAGs that are neither paused nor gone count a change of what they wait for; the first event since the last run dates it. */
const QUEUE_ON_CONFLICT = `
  ON CONFLICT (dag_id, asset_id) DO UPDATE SET event_id = excluded.event_id RETURNING dag_id`;

/** What comes: events, queues, and the runs that take them up. */
const EVENT_QUERIES = {
  /** Parameters: name, URI. */
  select: `SELECT asset_id FROM asset WHERE name = ? AND uri = ?`,
  /** Parameters: name, URI, group, extra, now twice. */
  insert: `
      INSERT INTO asset (name, uri, asset_group, extra, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (name, uri) DO NOTHING RETURNING asset_id`,
  /** Parameters: group, extra, now, id, group, extra. */
  update: `
      UPDATE asset SET asset_group = ?, extra = ?, updated_at = ?
      WHERE asset_id = ? AND (asset_group <> ? OR extra <> ?)`,
  selectAlias: `SELECT alias_id FROM asset_alias WHERE name = ?`,
  insertAlias: `INSERT INTO asset_alias (name, alias_group) VALUES (?, 'asset') RETURNING alias_id`,
  resolveAlias: `INSERT INTO asset_of_alias (alias_id, asset_id) VALUES (?, ?) ON CONFLICT DO NOTHING`,

  /** Gives no row if the attempt has told this already. Parameters: asset, now, extra, attempt, ordinal, task, map index, run key. */
  insertTaskEvent: `
      INSERT INTO asset_event (asset_id, at, extra, attempt_id, ordinal, source_task_id, source_map_index,
        source_dag_id, source_run_id)
      SELECT ?, ?, ?, ?, ?, ?, ?, dag_id, run_id FROM dag_run WHERE run_key = ?
      ON CONFLICT (attempt_id, ordinal) DO NOTHING RETURNING event_id`,
  insertEvent: `INSERT INTO asset_event (asset_id, at, extra) VALUES (?, ?, ?) RETURNING event_id`,
  insertEventAlias: `INSERT INTO asset_event_alias (alias_id, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  /** Parameters: now, event, asset. */
  queueByAsset: `
      INSERT INTO asset_dag_run_queue (dag_id, asset_id, queued_at, event_id)
      SELECT r.dag_id, r.asset_id, ?, ? FROM dag_asset r JOIN dag ON dag.dag_id = r.dag_id
      WHERE r.asset_id = ? AND dag.is_active = 1 AND dag.is_paused = 0 ${QUEUE_ON_CONFLICT}`,
  /** Parameters: asset, now, event, alias. */
  queueByAlias: `
      INSERT INTO asset_dag_run_queue (dag_id, asset_id, queued_at, event_id)
      SELECT r.dag_id, ?, ?, ? FROM dag_asset_alias r JOIN dag ON dag.dag_id = r.dag_id
      WHERE r.alias_id = ? AND dag.is_active = 1 AND dag.is_paused = 0 ${QUEUE_ON_CONFLICT}`,

  /** Parameters: run key, DAG, through, run key, DAG, through. */
  consume: `
      INSERT INTO dag_run_asset_event (run_key, event_id)
      SELECT ?, e.event_id FROM dag_asset r JOIN asset_event e ON e.asset_id = r.asset_id
      WHERE r.dag_id = ? AND e.event_id > r.since_event_id AND e.event_id <= ?
      UNION
      SELECT ?, m.event_id FROM dag_asset_alias r JOIN asset_event_alias m ON m.alias_id = r.alias_id
      WHERE r.dag_id = ? AND m.event_id > r.since_event_id AND m.event_id <= ?`,
  /** Parameters: through, DAG. */
  moveSince: `UPDATE dag_asset SET since_event_id = ? WHERE dag_id = ?`,
  moveSinceOfAliases: `UPDATE dag_asset_alias SET since_event_id = ? WHERE dag_id = ?`,
  /** What came after the decision stays. Parameters: DAG, through. */
  emptyQueue: `DELETE FROM asset_dag_run_queue WHERE dag_id = ? AND event_id <= ?`,
};

/** Who names what. */
function referenceQueries({ textSet }: Dialect) {
  return {
    selectNewest: `SELECT coalesce(max(event_id), 0) AS newest FROM asset_event`,
    /** Parameters: DAG, asset or alias, since, now. */
    insertDagAsset: `
      INSERT INTO dag_asset (dag_id, asset_id, since_event_id, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    insertDagAlias: `
      INSERT INTO dag_asset_alias (dag_id, alias_id, since_event_id, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
    insertTaskAsset: `
      INSERT INTO task_asset (dag_id, task_id, asset_id, role, created_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
    selectDagAssets: `SELECT asset_id AS id FROM dag_asset WHERE dag_id = ?`,
    selectDagAliases: `SELECT alias_id AS id FROM dag_asset_alias WHERE dag_id = ?`,
    deleteDagAsset: `DELETE FROM dag_asset WHERE dag_id = ? AND asset_id = ?`,
    deleteDagAlias: `DELETE FROM dag_asset_alias WHERE dag_id = ? AND alias_id = ?`,
    deleteTaskAssets: `DELETE FROM task_asset WHERE dag_id = ?`,
    /** Queued assets that the DAG does not wait for any more. Parameters: DAG three times. */
    deleteUnwanted: `
      DELETE FROM asset_dag_run_queue WHERE dag_id = ?
        AND asset_id NOT IN (SELECT asset_id FROM dag_asset WHERE dag_id = ?)
        AND asset_id NOT IN (
          SELECT m.asset_id FROM dag_asset_alias r JOIN asset_of_alias m ON m.alias_id = r.alias_id WHERE r.dag_id = ?)`,
    /** Everything that DAGs say of assets. Parameter of each: DAG ids as JSON. */
    forget: [
      `DELETE FROM asset_dag_run_queue WHERE dag_id IN (${textSet})`,
      `DELETE FROM dag_asset WHERE dag_id IN (${textSet})`,
      `DELETE FROM dag_asset_alias WHERE dag_id IN (${textSet})`,
      `DELETE FROM task_asset WHERE dag_id IN (${textSet})`,
    ],

    /** Parameter of the next two: DAG ids as JSON. */
    selectQueues: `
      SELECT q.dag_id, q.queued_at, a.name, a.uri FROM asset_dag_run_queue q JOIN asset a ON a.asset_id = q.asset_id
      WHERE q.dag_id IN (${textSet}) ORDER BY q.dag_id, q.queued_at, q.asset_id`,
    selectResolved: `
      SELECT r.dag_id, l.name AS alias, a.name, a.uri FROM dag_asset_alias r
      JOIN asset_alias l ON l.alias_id = r.alias_id
      JOIN asset_of_alias m ON m.alias_id = r.alias_id
      JOIN asset a ON a.asset_id = m.asset_id
      WHERE r.dag_id IN (${textSet})`,
  };
}

const WATCHER_QUERIES = {
  /** Parameters: asset, name, now, cursor, now. */
  upsertWatcher: `
      INSERT INTO asset_watcher (asset_id, name, created_at, cursor, last_event_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (asset_id, name) DO UPDATE SET failures = 0, last_error = NULL, last_error_at = NULL,
        cursor = coalesce(excluded.cursor, cursor), last_event_at = coalesce(excluded.last_event_at, last_event_at)`,
  /** Parameters: asset, name, now, message, now. */
  upsertWatcherFailure: `
      INSERT INTO asset_watcher (asset_id, name, created_at, failures, last_error, last_error_at) VALUES (?, ?, ?, 1, ?, ?)
      ON CONFLICT (asset_id, name) DO UPDATE SET
        failures = failures + 1, last_error = excluded.last_error, last_error_at = excluded.last_error_at`,
  /** DAGs that are on and wait for an asset that has, or had, a watcher: few, however many DAGs there are. */
  selectWatchingDags: `
    SELECT DISTINCT r.dag_id FROM asset_watcher w JOIN dag_asset r ON r.asset_id = w.asset_id
    JOIN dag ON dag.dag_id = r.dag_id WHERE dag.is_active = 1 AND dag.is_paused = 0 ORDER BY r.dag_id`,
  /** A watcher that is named for the first time. Parameters: asset, name, now. */
  insertWatcher: `INSERT INTO asset_watcher (asset_id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
  selectCursor: `SELECT cursor FROM asset_watcher WHERE asset_id = ? AND name = ?`,
};

export function assetQueries(dialect: Dialect) {
  return { ...EVENT_QUERIES, ...referenceQueries(dialect), ...WATCHER_QUERIES };
}
