/** The task instances that a trigger rule looks at, for people. */
import { type GraphTask, meets } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { RunView } from "../run-view.ts";

/** One instance of a task; `mapIndex` -1: of one that is not mapped, or before it has expanded. */
export interface OfTask {
  readonly task: GraphTask;
  readonly mapIndex: number;
}

/** Direct upstreams, the setups around it, and for a teardown what lies in its scope. */
export function lookedAt({ graph, instances }: RunView, { task, mapIndex }: OfTask): TaskInstance[] {
  const { setupsAround, tasksBetween } = graph.setupScopes;
  const indexes = [...task.upstream, ...(setupsAround.get(task.index) ?? []), ...(tasksBetween.get(task.index) ?? [])];
  const above = new Set(indexes.map((index) => (graph.tasks[index] as GraphTask).taskId));
  return instances.filter((one) => {
    if (!above.has(one.taskId)) return false;
    const other = graph.tasks[graph.indexOf.get(one.taskId) as number] as GraphTask;
    return meets(task, mapIndex, { task: other, mapIndex: one.mapIndex });
  });
}
