import type { Migration } from "../migration.ts";
import { oneOf } from "../one-of.ts";

/** Callbacks (an outbox), deadlines of runs, and questions to people. All of it goes with its run. */
export const alarms: Migration = {
  number: 4,
  name: "alarms",
  schemaHash: "763c297db670762ac6a904aa82fa696bdf3ab287917f263016839d2e29ef7206",
  sql: `
CREATE TABLE callback (
  id TEXT NOT NULL PRIMARY KEY,
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  task_id TEXT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  spec TEXT NOT NULL CHECK (json_valid(spec)),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  state TEXT NOT NULL CHECK (${oneOf("state", ["queued", "pending", "success", "failed"])}),
  delivery_id TEXT NOT NULL,
  deliveries INTEGER NOT NULL CHECK (deliveries >= 1),
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  ended_at INTEGER,
  message TEXT,
  CHECK ((state = 'pending') = (due_at IS NOT NULL)),
  CHECK ((state IN ('success', 'failed')) = (ended_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX callback_of_run ON callback (run_key);
CREATE INDEX callback_newest ON callback (created_at);
CREATE INDEX callback_unfinished ON callback (run_key) WHERE state IN ('queued', 'pending');

CREATE TABLE deadline (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  name TEXT,
  state TEXT NOT NULL CHECK (${oneOf("state", ["pending", "missed", "met", "none"])}),
  due_at INTEGER,
  queued_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (run_key, ordinal),
  CHECK ((state = 'none') = (due_at IS NULL)),
  CHECK ((state IN ('missed', 'met')) = (ended_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_pending ON deadline (run_key) WHERE state = 'pending';
CREATE INDEX deadline_latest ON deadline (due_at);

CREATE TABLE hitl_detail (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  try_number INTEGER NOT NULL CHECK (try_number >= 1),
  attempt_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT,
  created_at INTEGER NOT NULL,
  until INTEGER,
  responded_at INTEGER,
  responded_by_id TEXT,
  responded_by_name TEXT,
  chosen_options TEXT CHECK (json_valid(chosen_options)),
  params_input TEXT CHECK (json_valid(params_input)),
  PRIMARY KEY (run_key, task_id, map_index, try_number),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE,
  CHECK ((responded_at IS NULL) = (chosen_options IS NULL)),
  CHECK ((responded_at IS NULL) = (params_input IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX hitl_detail_open ON hitl_detail (created_at) WHERE responded_at IS NULL;
`,
};
