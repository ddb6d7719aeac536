/** How much the tasks have returned that others are mapped over. */
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import type { InstanceKey, ReturnedLengths } from "../run-view.ts";

export class ReturnedCounts {
  readonly #graph: DagGraph;
  /** By task and map index; only of tasks that others are mapped over; absent: nothing yet. */
  #lengths: Map<number, Map<number, number>> | undefined;

  constructor(graph: DagGraph, returned: ReturnedLengths | undefined) {
    this.#graph = graph;
    if (returned === undefined) return;
    for (const [taskId, lengths] of returned) {
      const task = graph.tasks[graph.indexOf.get(taskId) ?? -1];
      if (task !== undefined && task.mappers.length > 0)
        (this.#lengths ??= new Map()).set(task.index, new Map(lengths));
    }
  }

  /** How many elements the others find there: of a mapped task one for each instance that returned something. */
  of(task: number): number | undefined {
    const lengths = this.#lengths?.get(task);
    const isMapped = (this.#graph.tasks[task] as GraphTask).mapping !== null;
    return isMapped ? (lengths?.size ?? 0) : lengths?.get(-1);
  }

  set(task: number, { mapIndex }: InstanceKey, length: number): void {
    const all = (this.#lengths ??= new Map());
    let lengths = all.get(task);
    if (lengths === undefined) all.set(task, (lengths = new Map()));
    lengths.set(mapIndex, length);
  }

  /** What the instance returned is void: another attempt begins, or it has no place in its mapping any more. */
  forget(task: number, { mapIndex }: InstanceKey): void {
    this.#lengths?.get(task)?.delete(mapIndex);
  }
}
