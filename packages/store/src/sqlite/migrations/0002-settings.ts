import type { Migration } from "../migration.ts";

/** Variables and connections, their secrets sealed; and what retention asks for: runs by version, and space given back. */
export const settings: Migration = {
  number: 2,
  name: "settings",
  schemaHash: "61ea89b461698b6aaa297bf33133ed708d764917f47b866b2da241a2c510fd9a",
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

CREATE INDEX dag_run_version ON dag_run (dag_id, dag_version);
`,
};
