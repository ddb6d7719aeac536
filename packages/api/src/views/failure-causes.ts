/** Whose failure kept a task instance from running at all: those above it that failed by themselves. */
import { type DagGraph, type GraphTask, instanceName, type TaskInstance } from "@momiji/core";
import { codeOfFailure, exitCodeOf, titleOfFailure } from "./failure-words.ts";

export interface FailureCause {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly tryNumber: number;
  readonly state: TaskInstance["state"];
  readonly code: string;
  readonly exitCode: number | null;
  readonly title: string;
}

const MOST_CAUSES = 20;

/** The nearest first; empty: nothing above it has failed any more. */
export function causesOf(graph: DagGraph, instances: readonly TaskInstance[], taskId: string): readonly FailureCause[] {
  const byTask = Map.groupBy(instances, (each) => each.taskId);
  const found = new Map<string, TaskInstance>();
  const seen = new Set<number>();
  let level = [graph.indexOf.get(taskId)].filter((index) => index !== undefined);
  while (level.length > 0 && found.size < MOST_CAUSES) {
    const above = [...new Set(level.flatMap((index) => (graph.tasks[index] as GraphTask).upstream))];
    const fresh = above.filter((index) => !seen.has(index));
    for (const index of fresh) {
      seen.add(index);
      for (const instance of byTask.get((graph.tasks[index] as GraphTask).taskId) ?? [])
        if (instance.state === "failed") found.set(instanceName(instance), instance);
    }
    level = fresh;
  }
  return [...found.values()].slice(0, MOST_CAUSES).map(presentCause);
}

function presentCause(instance: TaskInstance): FailureCause {
  const { taskId, mapIndex, tryNumber, state } = instance;
  const [code, exitCode] = [codeOfFailure(instance), exitCodeOf(instance)];
  return { taskId, mapIndex, tryNumber, state, code, exitCode, title: titleOfFailure(instance) };
}
