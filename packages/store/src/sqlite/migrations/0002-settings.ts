import type { Migration } from "../migration.ts";

/**
 * Variables and connections, their secrets sealed; and runs by version, for the removal of versions. That index begins with
 * the version: one that begins with the DAG would be taken in place of `dag_run_active`.
 */
export const settings: Migration = {
  number: 2,
  name: "settings",
  schemaHash: "3d83a8995f4194d64525714b995082186a641c15fd505e8c8deded7b809f7cf5",
  sql: `
CREATE TABLE variable (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 250),
  description TEXT,
  sealed TEXT NOT NULL,
  key_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  connection_id TEXT NOT NULL PRIMARY KEY CHECK (length(connection_id) BETWEEN 1 AND 200),
  conn_type TEXT NOT NULL CHECK (conn_type <> ''),
  description TEXT,
  host TEXT,
  login TEXT,
  schema TEXT,
  port INTEGER CHECK (port BETWEEN 0 AND 65535),
  sealed TEXT NOT NULL,
  key_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_run_version ON dag_run (dag_version, dag_id);
`,
};
