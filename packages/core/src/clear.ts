/** Clearing: task instances run again, and their run with them (Airflow's `clear_task_instances`). */
import { type Act, actBetween, requeueRun } from "./act.ts";
import { scopeOfClear, type TaskSelection } from "./act-scope.ts";
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { isRunFinished } from "./run-state.ts";
import { missingInstances, type RunView } from "./run-view.ts";
import { isFailure, type TaskState } from "./task-state.ts";
import { clearInstance } from "./task-transitions.ts";

/** The newest version of the DAG, for a run that is to go on with it. */
export interface NewestVersion {
  readonly version: number;
  readonly graph: DagGraph;
}

export interface ClearRequest extends TaskSelection {
  /** Only `failed` and `upstream_failed` ones. */
  readonly onlyFailed: boolean;
  /** Only those that run. */
  readonly onlyRunning: boolean;
  /** A run that has ended waits in the queue again. Without it the cleared instances stay where they are until then. */
  readonly resetDagRuns: boolean;
  /** Given: the run moves to this version; its new tasks are added, those that are gone become `removed`. */
  readonly newest: NewestVersion | null;
  /** Those that are left as they are, though they are in scope. */
  readonly isLeft?: (instance: TaskInstance) => boolean;
}

/** Clears in one run. Instances of tasks that the run's version does not have are left alone. */
export function clearRun(view: RunView, request: ClearRequest, now: Micros): Act {
  const graph = request.newest?.graph ?? view.graph;
  const isInScope = scopeOfClear(graph, request);
  const isMeant = (instance: TaskInstance) =>
    isInScope(instance) && hasWantedState(instance.state, request) && request.isLeft?.(instance) !== true;
  return clearWhere(view, { ...request, isMeant }, now);
}

export interface ExactClear extends Pick<ClearRequest, "resetDagRuns" | "newest"> {
  readonly isMeant: (instance: TaskInstance) => boolean;
}

/** Clears exactly these instances, as far as their tasks are there. */
export function clearWhere(view: RunView, request: ExactClear, now: Micros): Act {
  const graph = request.newest?.graph ?? view.graph;
  // A run that ended before it had begun has no task instances yet: those that it will have are meant.
  const present = view.instances.length > 0 ? view.instances : missingInstances(view);
  const affected = present.filter((each) => graph.indexOf.has(each.taskId) && request.isMeant(each));
  const chosen = new Set(affected);
  const instances = view.instances.map((instance) =>
    chosen.has(instance) ? clearInstance(instance, retriesOf(graph, instance)) : instance,
  );
  const run = affected.length === 0 ? view.run : clearedRun(view.run, request, now);
  return actBetween(view, { ...view, run, instances }, { affected, now });
}

/**
 * Only tasks that the newest version has and the run has not: the run moves to that version and goes on with them.
 * @returns the ids of those tasks, and what changes
 */
export function clearNewTasks(
  view: RunView,
  newest: NewestVersion,
  now: Micros,
): Act & { readonly added: readonly string[] } {
  const present = new Set(view.instances.map(({ taskId }) => taskId));
  const added = newest.graph.tasks.map(({ taskId }) => taskId).filter((taskId) => !present.has(taskId));
  const run = added.length === 0 ? view.run : clearedRun(view.run, { resetDagRuns: true, newest }, now);
  return { ...actBetween(view, { ...view, run }, { affected: [], now }), added };
}

function clearedRun(
  run: DagRun,
  { resetDagRuns, newest }: Pick<ClearRequest, "resetDagRuns" | "newest">,
  now: Micros,
): DagRun {
  const moved = newest === null || newest.version === run.dagVersion ? run : { ...run, dagVersion: newest.version };
  return resetDagRuns && isRunFinished(run.state) ? requeueRun(moved, now) : moved;
}

function hasWantedState(state: TaskState, { onlyFailed, onlyRunning }: ClearRequest): boolean {
  if (!onlyFailed && !onlyRunning) return true;
  return (onlyFailed && isFailure(state)) || (onlyRunning && state === "running");
}

function retriesOf(graph: DagGraph, { taskId }: TaskInstance): number {
  return (graph.tasks[graph.indexOf.get(taskId) as number] as GraphTask).retry.retries;
}
