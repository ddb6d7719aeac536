import type { Migration } from "../migration.ts";

/**
 * Assets are known by name and URI together. Who names an asset (`dag_asset`, `dag_asset_alias`, `task_asset`) is told by
 * the current versions of active DAGs only. `since_event_id` is the newest event that the DAG's runs took up, or that was
 * there before the DAG named the asset.
 */
export const assets: Migration = {
  number: 3,
  name: "assets",
  schemaHash: "94ef428e923d5527197dac63a87a550498d37fc09fa28697ce5f273ab74538a6",
  sql: `
CREATE TABLE asset (
  asset_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1500),
  uri TEXT NOT NULL CHECK (length(uri) BETWEEN 1 AND 1500),
  asset_group TEXT NOT NULL,
  extra TEXT NOT NULL CHECK (json_valid(extra)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (name, uri)
) STRICT;

CREATE TABLE asset_alias (
  alias_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  alias_group TEXT NOT NULL
) STRICT;

CREATE TABLE asset_of_alias (
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id) ON DELETE CASCADE,
  PRIMARY KEY (alias_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_of_alias_asset ON asset_of_alias (asset_id);

CREATE TABLE asset_event (
  event_id INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  at INTEGER NOT NULL,
  extra TEXT NOT NULL CHECK (json_valid(extra)),
  source_dag_id TEXT,
  source_run_id TEXT,
  source_task_id TEXT,
  source_map_index INTEGER NOT NULL DEFAULT -1,
  attempt_id TEXT,
  ordinal INTEGER,
  UNIQUE (attempt_id, ordinal),
  CHECK ((attempt_id IS NULL) = (ordinal IS NULL)),
  CHECK ((attempt_id IS NULL) = (source_run_id IS NULL)),
  CHECK ((source_run_id IS NULL) = (source_task_id IS NULL) AND (source_run_id IS NULL) = (source_dag_id IS NULL))
) STRICT;
CREATE INDEX asset_event_of_asset ON asset_event (asset_id, event_id);
CREATE INDEX asset_event_of_run ON asset_event (source_dag_id, source_run_id) WHERE source_run_id IS NOT NULL;

CREATE TABLE asset_event_alias (
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES asset_event (event_id) ON DELETE CASCADE,
  PRIMARY KEY (alias_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_event_alias_event ON asset_event_alias (event_id);

CREATE TABLE dag_asset (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  since_event_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_asset_asset ON dag_asset (asset_id);

CREATE TABLE dag_asset_alias (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id),
  since_event_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, alias_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_asset_alias_alias ON dag_asset_alias (alias_id);

CREATE TABLE task_asset (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  role TEXT NOT NULL CHECK (role IN ('inlet', 'outlet')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, task_id, asset_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_asset_asset ON task_asset (asset_id);

CREATE TABLE asset_dag_run_queue (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  queued_at INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (dag_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_dag_run_queue_asset ON asset_dag_run_queue (asset_id);

CREATE TABLE dag_run_asset_event (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES asset_event (event_id) ON DELETE CASCADE,
  PRIMARY KEY (run_key, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_run_asset_event_event ON dag_run_asset_event (event_id);

CREATE TABLE asset_watcher (
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  cursor TEXT CHECK (json_valid(cursor)),
  created_at INTEGER NOT NULL,
  last_event_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  last_error TEXT,
  last_error_at INTEGER,
  PRIMARY KEY (asset_id, name)
) STRICT, WITHOUT ROWID;
`,
};
