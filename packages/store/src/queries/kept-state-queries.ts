/** Texts about what tasks, assets and users keep, for every database. */
const TASK_STATE = `SELECT key, value, updated_at, expires_at FROM task_state`;
const ASSET_STATE = `SELECT key, value, updated_at, writer, dag_id, run_id, task_id, map_index FROM asset_state`;
/** Parameters: run key, task id, map index, now. */
const LIVING = `WHERE run_key = ? AND task_id = ? AND map_index = ? AND (expires_at IS NULL OR expires_at > ?)`;

export const KEPT_STATE_QUERIES = {
  /** Parameters: those of LIVING, limit, offset. */
  listTaskStates: `${TASK_STATE} ${LIVING} ORDER BY key LIMIT ? OFFSET ?`,
  countTaskStates: `SELECT count(*) AS total FROM task_state ${LIVING}`,
  findTaskState: `${TASK_STATE} ${LIVING} AND key = ?`,
  runExists: `SELECT 1 AS found FROM dag_run WHERE run_key = ?`,
  removeExpired: `
    DELETE FROM task_state WHERE run_key = ? AND task_id = ? AND map_index = ? AND expires_at <= ?`,
  putTaskState: `
    INSERT INTO task_state (run_key, task_id, map_index, key, value, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (run_key, task_id, map_index, key) DO UPDATE SET
      value = excluded.value, updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
  /** Parameters: run key, task id, map index or null, the same, key or null, the same. */
  removeTaskStates: `
    DELETE FROM task_state
    WHERE run_key = ? AND task_id = ? AND (? IS NULL OR map_index = ?) AND (? IS NULL OR key = ?)`,

  /** Parameters: asset id, limit, offset. */
  listAssetStates: `${ASSET_STATE} WHERE asset_id = ? ORDER BY key LIMIT ? OFFSET ?`,
  countAssetStates: `SELECT count(*) AS total FROM asset_state WHERE asset_id = ?`,
  findAssetState: `${ASSET_STATE} WHERE asset_id = ? AND key = ?`,
  /** Parameters: the columns, and the asset id. */
  putAssetState: `
    INSERT INTO asset_state (asset_id, key, value, updated_at, writer, dag_id, run_id, task_id, map_index)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM asset WHERE asset_id = ?)
    ON CONFLICT (asset_id, key) DO UPDATE SET
      value = excluded.value, updated_at = excluded.updated_at, writer = excluded.writer, dag_id = excluded.dag_id,
      run_id = excluded.run_id, task_id = excluded.task_id, map_index = excluded.map_index`,
  removeAssetStates: `DELETE FROM asset_state WHERE asset_id = ? AND (? IS NULL OR key = ?)`,

  listFavorites: `SELECT dag_id FROM dag_favorite WHERE user_name = ? ORDER BY dag_id`,
  addFavorite: `INSERT INTO dag_favorite (user_name, dag_id) VALUES (?, ?) ON CONFLICT (user_name, dag_id) DO NOTHING`,
  removeFavorite: `DELETE FROM dag_favorite WHERE user_name = ? AND dag_id = ?`,
  findDocument: `SELECT value FROM user_document WHERE user_name = ? AND name = ?`,
  putDocument: `
    INSERT INTO user_document (user_name, name, value, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (user_name, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,

  instanceExists: `SELECT 1 AS found FROM task_instance WHERE run_key = ? AND task_id = ? AND map_index = ?`,
  insertXCom: `
    INSERT INTO xcom (run_key, task_id, map_index, key, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (run_key, task_id, map_index, key) DO NOTHING`,
  /** Parameters: value, and the place. */
  updateXCom: `UPDATE xcom SET value = ? WHERE run_key = ? AND task_id = ? AND map_index = ? AND key = ?`,
  removeXCom: `DELETE FROM xcom WHERE run_key = ? AND task_id = ? AND map_index = ? AND key = ?`,
};
