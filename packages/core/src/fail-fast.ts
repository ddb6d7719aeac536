/** Fail-fast DAGs: the first failure for good ends everything but teardowns (`_stop_remaining_tasks` of Airflow). */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { instanceName } from "./run-view.ts";

/** Whether an instance that an event brought into this state stops the others. */
export function stopsOthers({ spec }: DagGraph, { state }: TaskInstance): boolean {
  return spec.failFast === true && state === "failed";
}

/** Whether instances of this task are stopped by that one. */
export function isStoppedBy(graph: DagGraph, after: TaskInstance, { isTeardown }: GraphTask): boolean {
  return !isTeardown && stopsOthers(graph, after);
}

/** Why they ended, for people. */
export function failFastMessage(failed: TaskInstance): string {
  return `stopped because ${instanceName(failed)} failed and the DAG fails fast`;
}
