/** Which tasks a person means who acts on some of them: relatives, and the setups and teardowns that belong to them. */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import { reachable } from "./dag-order.ts";
import type { InstanceKey } from "./run-view.ts";

/** A task with all its instances, or one instance of it. */
export interface TaskSelector {
  readonly taskId: string;
  readonly mapIndex?: number;
}

/** What is selected; absent `tasks`: every task of the DAG. */
export interface TaskSelection {
  readonly tasks?: readonly TaskSelector[];
  readonly upstream: boolean;
  readonly downstream: boolean;
}

export type InScope = (instance: InstanceKey) => boolean;

/** The selected tasks and their relatives, nothing else: what marking is about. Unknown task ids select nothing. */
export function scopeOfMark(graph: DagGraph, selection: TaskSelection): InScope {
  return scopeOf(graph, selection, (task) => [
    ...(selection.upstream ? ancestors(graph, task) : []),
    ...(selection.downstream ? descendants(graph, task) : []),
  ]);
}

/**
 * The same with the setups and teardowns that the work needs: a task that runs again needs what was set up for it, and a
 * setup that runs again is torn down again (`partial_subset` of Airflow).
 */
export function scopeOfClear(graph: DagGraph, selection: TaskSelection): InScope {
  return scopeOf(graph, selection, (task) => {
    const below = selection.downstream ? descendants(graph, task) : [];
    return [
      ...below,
      ...below.flatMap((index) => setupsAround(graph, at(graph, index))),
      ...(selection.upstream ? ancestorsWithTeardowns(graph, task) : setupsAround(graph, task)),
      ...(task.isSetup ? teardownsOf(graph, task) : []),
    ];
  });
}

function scopeOf(
  graph: DagGraph,
  { tasks }: TaskSelection,
  relativesOf: (task: GraphTask) => readonly number[],
): InScope {
  if (tasks === undefined) return () => true;
  const whole = new Set<string>();
  const single = new Set<string>();
  for (const { taskId, mapIndex } of tasks) {
    const index = graph.indexOf.get(taskId);
    if (index === undefined) continue;
    if (mapIndex === undefined) whole.add(taskId);
    else single.add(keyOf(taskId, mapIndex));
    for (const relative of relativesOf(at(graph, index))) whole.add(at(graph, relative).taskId);
  }
  return ({ taskId, mapIndex }) => whole.has(taskId) || single.has(keyOf(taskId, mapIndex));
}

function keyOf(taskId: string, mapIndex: number): string {
  return `${taskId}\n${mapIndex}`;
}

function at(graph: DagGraph, index: number): GraphTask {
  return graph.tasks[index] as GraphTask;
}

function ancestors(graph: DagGraph, { index }: GraphTask): readonly number[] {
  return [...reachable([index], (node) => at(graph, node).upstream)];
}

function descendants(graph: DagGraph, { index }: GraphTask): readonly number[] {
  return [...reachable([index], (node) => at(graph, node).downstream)];
}

function teardownsOf(graph: DagGraph, setup: GraphTask): readonly number[] {
  return setup.downstream.filter((index) => at(graph, index).isTeardown);
}

function ancestorsWithTeardowns(graph: DagGraph, task: GraphTask): readonly number[] {
  return ancestors(graph, task).flatMap((index) => {
    const above = at(graph, index);
    return above.isSetup ? [index, ...teardownsOf(graph, above)] : [index];
  });
}

/** Setups above a working task that are still up when it runs, each with its teardowns. */
function setupsAround(graph: DagGraph, task: GraphTask): readonly number[] {
  if (task.isSetup || task.isTeardown) return [];
  const below = new Set(descendants(graph, task));
  return ancestors(graph, task).flatMap((index) => {
    const above = at(graph, index);
    if (!above.isSetup) return [];
    const teardowns = teardownsOf(graph, above);
    const isUp = teardowns.length === 0 || teardowns.some((teardown) => below.has(teardown));
    return isUp ? [index, ...teardowns] : [];
  });
}
