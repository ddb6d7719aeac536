/** Texts about variables and connections, for every database. */
const CONNECTION_COLUMNS = [
  "connection_id",
  "conn_type",
  "description",
  "host",
  "login",
  "schema",
  "port",
  "sealed",
  "key_id",
];
const CONNECTION_UPDATES = CONNECTION_COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`);

const SELECT_VARIABLE = `SELECT key, description, sealed, key_id FROM variable`;
const SELECT_CONNECTION = `SELECT ${CONNECTION_COLUMNS.join(", ")} FROM connection`;
const INSERT_VARIABLE = `INSERT INTO variable (key, description, sealed, key_id, updated_at) VALUES (?, ?, ?, ?, ?)`;
const INSERT_CONNECTION = `
  INSERT INTO connection (${CONNECTION_COLUMNS.join(", ")}, updated_at) VALUES (${CONNECTION_COLUMNS.map(() => "?").join(", ")}, ?)`;

export const SETTINGS_QUERIES = {
  listVariables: `${SELECT_VARIABLE} ORDER BY key`,
  findVariable: `${SELECT_VARIABLE} WHERE key = ?`,
  insertVariable: `${INSERT_VARIABLE} ON CONFLICT (key) DO NOTHING`,
  upsertVariable: `${INSERT_VARIABLE} ON CONFLICT (key) DO UPDATE SET
    description = excluded.description, sealed = excluded.sealed, key_id = excluded.key_id, updated_at = excluded.updated_at`,
  deleteVariable: `DELETE FROM variable WHERE key = ?`,
  resealVariable: `UPDATE variable SET sealed = ?, key_id = ? WHERE key = ? AND sealed = ?`,

  listConnections: `${SELECT_CONNECTION} ORDER BY connection_id`,
  findConnection: `${SELECT_CONNECTION} WHERE connection_id = ?`,
  insertConnection: `${INSERT_CONNECTION} ON CONFLICT (connection_id) DO NOTHING`,
  upsertConnection: `${INSERT_CONNECTION} ON CONFLICT (connection_id) DO UPDATE SET
    ${CONNECTION_UPDATES.join(", ")}, updated_at = excluded.updated_at`,
  deleteConnection: `DELETE FROM connection WHERE connection_id = ?`,
  resealConnection: `UPDATE connection SET sealed = ?, key_id = ? WHERE connection_id = ? AND sealed = ?`,

  /** Parameters: key id, key id, limit. */
  selectSealedUnlike: `
    SELECT 'variable' AS kind, key AS id, sealed, key_id FROM variable WHERE key_id <> ?
    UNION ALL SELECT 'connection', connection_id, sealed, key_id FROM connection WHERE key_id <> ? LIMIT ?`,
  countSealed: `
    SELECT key_id, count(*) AS found FROM (SELECT key_id FROM variable UNION ALL SELECT key_id FROM connection)
    GROUP BY key_id`,
};
