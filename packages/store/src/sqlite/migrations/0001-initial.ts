import type { Migration } from "../migration.ts";
import { oneOf } from "../one-of.ts";

const TASK_STATES = [
  "scheduled",
  "queued",
  "running",
  "restarting",
  "up_for_retry",
  "up_for_reschedule",
  "deferred",
  "awaiting_input",
  "success",
  "failed",
  "skipped",
  "upstream_failed",
  "removed",
];

/**
 * Instants are microseconds, flags 0 or 1, documents JSON text. `task_instance` is written at every step of every task:
 * one B-tree in the order of its key, and no index beside it.
 */
export const initial: Migration = {
  number: 1,
  name: "initial",
  schemaHash: "882ab5cf597901be116f79e6fd436e560669e54205d8a867e4ab75af7a302fe5",
  sql: `
CREATE TABLE scheduler_lease (
  fence INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL UNIQUE,
  expires_at INTEGER
) STRICT;

CREATE TABLE dag_version (
  dag_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  hash TEXT NOT NULL,
  spec TEXT NOT NULL CHECK (json_valid(spec)),
  bundle_hash TEXT NOT NULL,
  bundle_path TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, version)
) STRICT;

CREATE TABLE dag (
  dag_id TEXT NOT NULL PRIMARY KEY,
  file TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
  last_interval_start INTEGER,
  last_interval_end INTEGER,
  catchup_confirmed_at INTEGER,
  held_reason TEXT,
  fence INTEGER REFERENCES scheduler_lease (fence) ON DELETE SET NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  FOREIGN KEY (dag_id, version) REFERENCES dag_version (dag_id, version),
  CHECK ((last_interval_start IS NULL) = (last_interval_end IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_file ON dag (file);

CREATE TABLE import_error (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL,
  at INTEGER NOT NULL,
  message TEXT NOT NULL,
  line INTEGER,
  "column" INTEGER,
  frame TEXT,
  stack TEXT
) STRICT;
CREATE INDEX import_error_file ON import_error (file);

CREATE TABLE dag_run (
  run_key INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
  dag_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  run_type TEXT NOT NULL
    CHECK (${oneOf("run_type", ["scheduled", "manual", "backfill", "asset_triggered", "asset_materialization", "operator_triggered"])}),
  triggered_by TEXT NOT NULL
    CHECK (${oneOf("triggered_by", ["cli", "operator", "rest_api", "ui", "test", "timetable", "asset", "backfill"])}),
  logical_date INTEGER,
  data_interval_start INTEGER,
  data_interval_end INTEGER,
  run_after INTEGER NOT NULL,
  conf TEXT NOT NULL CHECK (json_valid(conf)),
  state TEXT NOT NULL CHECK (${oneOf("state", ["queued", "running", "success", "failed"])}),
  queued_at INTEGER NOT NULL,
  start_date INTEGER,
  end_date INTEGER,
  dag_version INTEGER NOT NULL,
  reason TEXT,
  note TEXT,
  UNIQUE (dag_id, run_id),
  FOREIGN KEY (dag_id, dag_version) REFERENCES dag_version (dag_id, version),
  CHECK ((data_interval_start IS NULL) = (data_interval_end IS NULL))
) STRICT;
CREATE UNIQUE INDEX dag_run_logical_date ON dag_run (dag_id, logical_date) WHERE logical_date IS NOT NULL;
CREATE INDEX dag_run_of_dag ON dag_run (dag_id, run_after);
CREATE INDEX dag_run_newest ON dag_run (run_after);
CREATE INDEX dag_run_active ON dag_run (dag_id) WHERE state IN ('queued', 'running');
CREATE INDEX dag_run_failed ON dag_run (run_after) WHERE state = 'failed';

CREATE TABLE task_instance (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL CHECK (map_index >= -1),
  state TEXT CHECK (${oneOf("state", TASK_STATES)}),
  try_number INTEGER NOT NULL CHECK (try_number >= 0),
  max_tries INTEGER NOT NULL CHECK (max_tries >= 0),
  lost_attempts INTEGER NOT NULL CHECK (lost_attempts >= 0),
  attempt_id TEXT,
  scheduled_at INTEGER,
  queued_at INTEGER,
  start_date INTEGER,
  end_date INTEGER,
  first_start_date INTEGER,
  resume_at INTEGER,
  worker TEXT,
  outcome TEXT,
  PRIMARY KEY (run_key, task_id, map_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_instance_history (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  state TEXT,
  try_number INTEGER NOT NULL,
  max_tries INTEGER NOT NULL,
  lost_attempts INTEGER NOT NULL,
  attempt_id TEXT,
  scheduled_at INTEGER,
  queued_at INTEGER,
  start_date INTEGER,
  end_date INTEGER,
  first_start_date INTEGER,
  resume_at INTEGER,
  worker TEXT,
  outcome TEXT,
  PRIMARY KEY (run_key, task_id, map_index, try_number),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE xcom (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (run_key, task_id, map_index, key),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event TEXT NOT NULL CHECK (json_valid(event)),
  received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pool (
  name TEXT NOT NULL PRIMARY KEY,
  slots INTEGER NOT NULL CHECK (slots >= -1),
  include_deferred INTEGER NOT NULL CHECK (include_deferred IN (0, 1)),
  description TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO pool (name, slots, include_deferred, description) VALUES ('default_pool', 128, 0, 'Default pool');
`,
};
