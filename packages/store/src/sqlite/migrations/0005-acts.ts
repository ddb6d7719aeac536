import type { Migration } from "../migration.ts";
import { oneOf } from "../one-of.ts";

/** What people do from outside: the log of it, notes on task instances, and backfills with their runs. */
export const acts: Migration = {
  number: 5,
  name: "acts",
  schemaHash: "047713f6b51fc79bc88845354f39683340f82bf916bf4467bb07fe9750c4fdd1",
  sql: `
CREATE TABLE event_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  owner TEXT,
  dag_id TEXT,
  run_id TEXT,
  task_id TEXT,
  map_index INTEGER,
  try_number INTEGER,
  logical_date INTEGER,
  extra TEXT CHECK (extra IS NULL OR json_valid(extra))
) STRICT;
CREATE INDEX event_log_of_dag ON event_log (dag_id, id);

CREATE TABLE task_instance_note (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (run_key, task_id, map_index),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE backfill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  from_date INTEGER NOT NULL,
  to_date INTEGER NOT NULL,
  conf TEXT CHECK (conf IS NULL OR json_valid(conf)),
  reprocess_behavior TEXT NOT NULL CHECK (${oneOf("reprocess_behavior", ["none", "failed", "completed"])}),
  max_active_runs INTEGER NOT NULL CHECK (max_active_runs >= 1),
  run_backwards INTEGER NOT NULL CHECK (run_backwards IN (0, 1)),
  triggered_by TEXT,
  is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  completed_at INTEGER,
  CHECK (from_date <= to_date)
) STRICT;
CREATE UNIQUE INDEX backfill_open ON backfill (dag_id) WHERE completed_at IS NULL;
CREATE INDEX backfill_of_dag ON backfill (dag_id);

ALTER TABLE dag_run ADD COLUMN backfill_id INTEGER REFERENCES backfill (id) ON DELETE SET NULL;
ALTER TABLE dag_run ADD COLUMN backfill_ordinal INTEGER CHECK (backfill_ordinal >= 1);
CREATE INDEX dag_run_of_backfill ON dag_run (backfill_id) WHERE backfill_id IS NOT NULL;

CREATE TABLE backfill_dag_run (
  backfill_id INTEGER NOT NULL REFERENCES backfill (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  logical_date INTEGER NOT NULL,
  run_key INTEGER REFERENCES dag_run (run_key) ON DELETE SET NULL,
  no_run_reason TEXT CHECK (no_run_reason IN ('in flight', 'already exists')),
  PRIMARY KEY (backfill_id, ordinal),
  CHECK (run_key IS NULL OR no_run_reason IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX backfill_dag_run_of_run ON backfill_dag_run (run_key) WHERE run_key IS NOT NULL;
`,
};
