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

CREATE TABLE asset_dag_run_queue (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  queued_at INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (dag_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX asset_dag_run_queue_asset ON asset_dag_run_queue (asset_id);

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

CREATE TABLE asset_event_alias (
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES asset_event (event_id) ON DELETE CASCADE,
  PRIMARY KEY (alias_id, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX asset_event_alias_event ON asset_event_alias (event_id);

CREATE INDEX asset_event_of_asset ON asset_event (asset_id, event_id);

CREATE INDEX asset_event_of_run ON asset_event (source_dag_id, source_run_id) WHERE source_run_id IS NOT NULL;

CREATE TABLE asset_of_alias (
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id) ON DELETE CASCADE,
  PRIMARY KEY (alias_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX asset_of_alias_asset ON asset_of_alias (asset_id);

CREATE TABLE asset_state (
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 512),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL,
  writer TEXT NOT NULL CHECK (writer = 'task' OR writer = 'watcher' OR writer = 'api'),
  dag_id TEXT,
  run_id TEXT,
  task_id TEXT,
  map_index INTEGER,
  PRIMARY KEY (asset_id, key),
  CHECK ((writer = 'task') = (task_id IS NOT NULL)),
  CHECK ((task_id IS NULL) = (run_id IS NULL) AND (task_id IS NULL) = (dag_id IS NULL)),
  CHECK ((task_id IS NULL) = (map_index IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE backfill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  from_date INTEGER NOT NULL,
  to_date INTEGER NOT NULL,
  conf TEXT CHECK (conf IS NULL OR json_valid(conf)),
  reprocess_behavior TEXT NOT NULL CHECK (reprocess_behavior = 'none' OR reprocess_behavior = 'failed' OR reprocess_behavior = 'completed'),
  max_active_runs INTEGER NOT NULL CHECK (max_active_runs >= 1),
  run_backwards INTEGER NOT NULL CHECK (run_backwards IN (0, 1)),
  triggered_by TEXT,
  is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  completed_at INTEGER,
  CHECK (from_date <= to_date)
) STRICT;

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

CREATE INDEX backfill_of_dag ON backfill (dag_id);

CREATE UNIQUE INDEX backfill_open ON backfill (dag_id) WHERE completed_at IS NULL;

CREATE TABLE callback (
  id TEXT NOT NULL PRIMARY KEY,
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  task_id TEXT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  spec TEXT NOT NULL CHECK (json_valid(spec)),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  state TEXT NOT NULL CHECK (state = 'queued' OR state = 'pending' OR state = 'success' OR state = 'failed'),
  delivery_id TEXT NOT NULL,
  deliveries INTEGER NOT NULL CHECK (deliveries >= 1),
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  ended_at INTEGER,
  message TEXT,
  CHECK ((state = 'pending') = (due_at IS NOT NULL)),
  CHECK ((state IN ('success', 'failed')) = (ended_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX callback_newest ON callback (created_at);

CREATE INDEX callback_of_run ON callback (run_key);

CREATE INDEX callback_unfinished ON callback (run_key) WHERE state IN ('queued', 'pending');

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

CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user_account ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind = 'session' OR kind = 'login' OR kind = 'personal'),
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scopes TEXT CHECK (scopes IS NULL OR json_valid(scopes)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

CREATE INDEX credential_expiry ON credential (expires_at);

CREATE INDEX credential_of_user ON credential (user_id);

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
  updated_at INTEGER NOT NULL, paused_reason TEXT CHECK (paused_reason IS NULL OR is_paused = 1), deleted_at INTEGER CHECK (deleted_at IS NULL OR is_active = 0), display_name TEXT, schedule_kind TEXT, description TEXT, folder TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (dag_id, version) REFERENCES dag_version (dag_id, version),
  CHECK ((last_interval_start IS NULL) = (last_interval_end IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE dag_access (
  dag_id TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action = 'can_read' OR action = 'can_edit' OR action = 'can_delete'),
  source TEXT NOT NULL CHECK (source = 'dag' OR source = 'role'),
  PRIMARY KEY (role, action, dag_id, source)
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_access_of_dag ON dag_access (dag_id);

CREATE TABLE dag_asset (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  since_event_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dag_asset_alias (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  alias_id INTEGER NOT NULL REFERENCES asset_alias (alias_id),
  since_event_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, alias_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_asset_alias_alias ON dag_asset_alias (alias_id);

CREATE INDEX dag_asset_asset ON dag_asset (asset_id);

CREATE TABLE dag_favorite (
  user_name TEXT NOT NULL,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  PRIMARY KEY (user_name, dag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_favorite_of_dag ON dag_favorite (dag_id);

CREATE INDEX dag_file ON dag (file);

CREATE TABLE dag_label (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'owner')),
  name TEXT NOT NULL,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  PRIMARY KEY (kind, name, dag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_label_dag ON dag_label (dag_id);

CREATE TABLE dag_run (
  run_key INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
  dag_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  run_type TEXT NOT NULL
    CHECK (run_type = 'scheduled' OR run_type = 'manual' OR run_type = 'backfill' OR run_type = 'asset_triggered' OR run_type = 'asset_materialization' OR run_type = 'operator_triggered'),
  triggered_by TEXT NOT NULL
    CHECK (triggered_by = 'cli' OR triggered_by = 'operator' OR triggered_by = 'rest_api' OR triggered_by = 'ui' OR triggered_by = 'test' OR triggered_by = 'timetable' OR triggered_by = 'asset' OR triggered_by = 'backfill'),
  logical_date INTEGER,
  data_interval_start INTEGER,
  data_interval_end INTEGER,
  run_after INTEGER NOT NULL,
  conf TEXT NOT NULL CHECK (json_valid(conf)),
  state TEXT NOT NULL CHECK (state = 'queued' OR state = 'running' OR state = 'success' OR state = 'failed'),
  queued_at INTEGER NOT NULL,
  start_date INTEGER,
  end_date INTEGER,
  dag_version INTEGER NOT NULL,
  reason TEXT,
  note TEXT, backfill_id INTEGER REFERENCES backfill (id) ON DELETE SET NULL, backfill_ordinal INTEGER CHECK (backfill_ordinal >= 1), triggering_user TEXT,
  UNIQUE (dag_id, run_id),
  FOREIGN KEY (dag_id, dag_version) REFERENCES dag_version (dag_id, version),
  CHECK ((data_interval_start IS NULL) = (data_interval_end IS NULL))
) STRICT;

CREATE INDEX dag_run_active ON dag_run (dag_id) WHERE state IN ('queued', 'running');

CREATE TABLE dag_run_asset_event (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES asset_event (event_id) ON DELETE CASCADE,
  PRIMARY KEY (run_key, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_run_asset_event_event ON dag_run_asset_event (event_id);

CREATE INDEX dag_run_ended ON dag_run (end_date, state, dag_id) WHERE end_date IS NOT NULL;

CREATE INDEX dag_run_failed ON dag_run (run_after) WHERE state = 'failed';

CREATE UNIQUE INDEX dag_run_logical_date ON dag_run (dag_id, logical_date) WHERE logical_date IS NOT NULL;

CREATE INDEX dag_run_newest ON dag_run (run_after);

CREATE INDEX dag_run_of_backfill ON dag_run (backfill_id) WHERE backfill_id IS NOT NULL;

CREATE INDEX dag_run_of_dag ON dag_run (dag_id, run_after);

CREATE INDEX dag_run_version ON dag_run (dag_version, dag_id);

CREATE TABLE dag_task (
  dag_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  display_name TEXT,
  operator TEXT NOT NULL,
  pool TEXT NOT NULL,
  queue TEXT NOT NULL,
  executor TEXT,
  PRIMARY KEY (dag_id, version, task_id),
  FOREIGN KEY (dag_id, version) REFERENCES dag_version (dag_id, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dag_task_of_executor ON dag_task (executor, dag_id) WHERE executor IS NOT NULL;

CREATE INDEX dag_task_of_operator ON dag_task (operator, dag_id);

CREATE INDEX dag_task_of_pool ON dag_task (pool, dag_id) WHERE pool <> 'default_pool';

CREATE INDEX dag_task_of_queue ON dag_task (queue, dag_id) WHERE queue <> 'default';

CREATE INDEX dag_task_of_task ON dag_task (task_id, dag_id);

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

CREATE TABLE deadline (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  name TEXT,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'missed' OR state = 'met' OR state = 'none'),
  due_at INTEGER,
  queued_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (run_key, ordinal),
  CHECK ((state = 'none') = (due_at IS NULL)),
  CHECK ((state IN ('missed', 'met')) = (ended_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_latest ON deadline (due_at);

CREATE INDEX deadline_pending ON deadline (run_key) WHERE state = 'pending';

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

CREATE INDEX event_log_of_event ON event_log (event, id);

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

CREATE TABLE rendered_fields (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (run_key, task_id, map_index),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
  name TEXT PRIMARY KEY,
  permissions TEXT NOT NULL CHECK (json_valid(permissions))
) STRICT, WITHOUT ROWID;

CREATE TABLE scheduler_lease (
  fence INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL UNIQUE,
  expires_at INTEGER
) STRICT;

CREATE TABLE task_asset (
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  asset_id INTEGER NOT NULL REFERENCES asset (asset_id),
  role TEXT NOT NULL CHECK (role IN ('inlet', 'outlet')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dag_id, task_id, asset_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_asset_asset ON task_asset (asset_id);

CREATE TABLE task_instance (
  run_key INTEGER NOT NULL REFERENCES dag_run (run_key) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL CHECK (map_index >= -1),
  state TEXT CHECK (state = 'scheduled' OR state = 'queued' OR state = 'running' OR state = 'restarting' OR state = 'up_for_retry' OR state = 'up_for_reschedule' OR state = 'deferred' OR state = 'awaiting_input' OR state = 'success' OR state = 'failed' OR state = 'skipped' OR state = 'upstream_failed' OR state = 'removed'),
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
  outcome TEXT, rendered_map_index TEXT, deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral)), job TEXT CHECK (job IS NULL OR json_valid(job)),
  PRIMARY KEY (run_key, task_id, map_index)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_instance_failed ON task_instance (run_key, task_id, map_index, state)
  WHERE state = 'failed' OR state = 'upstream_failed';

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
  outcome TEXT, rendered_map_index TEXT, deferral TEXT, job TEXT,
  PRIMARY KEY (run_key, task_id, map_index, try_number),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE task_instance_note (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (run_key, task_id, map_index),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

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

CREATE TABLE user_account (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  password TEXT,
  provider TEXT UNIQUE,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_login INTEGER,
  login_count INTEGER NOT NULL DEFAULT 0,
  failed_logins INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE user_document (
  user_name TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name = 'preferences' OR name = 'views'),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (user_name, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_role (
  user_id INTEGER NOT NULL REFERENCES user_account ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX user_role_role ON user_role (role);

CREATE TABLE variable (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 250),
  description TEXT,
  sealed TEXT NOT NULL,
  key_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL
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
