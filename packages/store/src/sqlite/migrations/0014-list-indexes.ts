import type { Migration } from "../migration.ts";

/**
 * Indexes for lists. Of task instances still only those of states that few rows ever reach, now with the state itself, so that
 * they are counted without a look at the rows; of tasks by what filters ask for, which is written when a version is published.
 */
export const listIndexes: Migration = {
  number: 14,
  name: "list-indexes",
  schemaHash: "0c70bbc97987635d46af9bd52d6d84fef2c705509981c7dee8e5f9b60ef322f3",
  sql: `
DROP INDEX task_instance_failed;
CREATE INDEX task_instance_failed ON task_instance (run_key, task_id, map_index, state)
  WHERE state = 'failed' OR state = 'upstream_failed';
CREATE INDEX dag_task_of_task ON dag_task (task_id, dag_id);
CREATE INDEX dag_task_of_operator ON dag_task (operator, dag_id);
CREATE INDEX dag_task_of_pool ON dag_task (pool, dag_id) WHERE pool <> 'default_pool';
CREATE INDEX dag_task_of_queue ON dag_task (queue, dag_id) WHERE queue <> 'default';
CREATE INDEX dag_task_of_executor ON dag_task (executor, dag_id) WHERE executor IS NOT NULL;
`,
};
