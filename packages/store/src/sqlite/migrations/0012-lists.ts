import type { Migration } from "../migration.ts";

/**
 * What lists filter and order by but is written only in the documents of DAGs: labels of the newest versions, and the
 * tasks of all versions. Nothing here is written while tasks run: `task_instance` itself keeps no index beside its key but
 * for states that few rows ever reach.
 */
export const lists: Migration = {
  number: 12,
  name: "lists",
  schemaHash: "2b9a07f0101659d6905bb4cd3192674c26dad6716b3db2b3dd60b7fc5f51ec55",
  sql: `
CREATE TABLE dag_label (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'owner')),
  name TEXT NOT NULL,
  dag_id TEXT NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
  PRIMARY KEY (kind, name, dag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dag_label_dag ON dag_label (dag_id);

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

ALTER TABLE dag ADD COLUMN display_name TEXT;
ALTER TABLE dag ADD COLUMN schedule_kind TEXT;
ALTER TABLE dag_run ADD COLUMN triggering_user TEXT;

CREATE INDEX task_instance_failed ON task_instance (run_key) WHERE state = 'failed' OR state = 'upstream_failed';
CREATE INDEX event_log_of_event ON event_log (event, id);

UPDATE dag SET (display_name, schedule_kind) = (
  SELECT json_extract(v.spec, '$.displayName'), json_extract(v.spec, '$.schedule.kind')
  FROM dag_version v WHERE v.dag_id = dag.dag_id AND v.version = dag.version
);
INSERT INTO dag_label (kind, name, dag_id)
  SELECT DISTINCT 'tag', j.value, dag.dag_id
  FROM dag JOIN dag_version v ON v.dag_id = dag.dag_id AND v.version = dag.version, json_each(v.spec, '$.tags') j;
INSERT INTO dag_label (kind, name, dag_id)
  SELECT DISTINCT 'owner', coalesce(json_extract(j.value, '$.owner'), 'airflow'), dag.dag_id
  FROM dag JOIN dag_version v ON v.dag_id = dag.dag_id AND v.version = dag.version, json_each(v.spec, '$.tasks') j;
INSERT INTO dag_task (dag_id, version, task_id, position, display_name, operator, pool, queue, executor)
  SELECT v.dag_id, v.version, json_extract(j.value, '$.taskId'), j.key, json_extract(j.value, '$.displayName'),
    json_extract(j.value, '$.operator'), coalesce(json_extract(j.value, '$.pool'), 'default_pool'),
    coalesce(json_extract(j.value, '$.queue'), 'default'), json_extract(j.value, '$.executor')
  FROM dag_version v, json_each(v.spec, '$.tasks') j WHERE true
  ON CONFLICT DO NOTHING;
`,
};
