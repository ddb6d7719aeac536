import type { Migration } from "../migration.ts";
import { oneOf } from "../one-of.ts";

/** What tasks and assets keep beside their XComs and events, and what belongs to single users. */
export const states: Migration = {
  number: 13,
  name: "states",
  schemaHash: "e47aedea824156d009ff9cc00a3a142bf3f3d1c8c3ae2549987f948495fe40fd",
  sql: `
CREATE TABLE task_state (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL CHECK (map_index >= -1),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (run_key, task_id, map_index, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset_state (
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL,
  writer TEXT NOT NULL CHECK (${oneOf("writer", ["task", "watcher", "api"])}),
  dag_id TEXT,
  run_id TEXT,
  task_id TEXT,
  map_index INTEGER,
  PRIMARY KEY (asset_id, key),
  CHECK ((writer = 'task') = (task_id IS NOT NULL)),
  CHECK ((task_id IS NULL) = (run_id IS NULL) AND (task_id IS NULL) = (dag_id IS NULL)),
  CHECK ((task_id IS NULL) = (map_index IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE dag_favorite (
  user_name TEXT NOT NULL,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  PRIMARY KEY (user_name, dag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_favorite_of_dag ON dag_favorite (dag_id);

CREATE TABLE user_document (
  user_name TEXT NOT NULL,
  name TEXT NOT NULL CHECK (${oneOf("name", ["preferences", "views"])}),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (user_name, name)
) STRICT, WITHOUT ROWID;
`,
};
