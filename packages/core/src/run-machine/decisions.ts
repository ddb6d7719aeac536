/** Which tasks branches and short circuits right before them have decided against, kept up as those end or are cleared. */
import { decidedAgainst } from "../branch-decision.ts";
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";

/** Stands for all map indexes. */
const ALL = -1;

export class Decisions {
  readonly #graph: DagGraph;
  /** By task, then by the map index that it is about: how many instances right before it have decided against it; absent: none. */
  #against: Map<number, Map<number, number>> | undefined;

  constructor(graph: DagGraph) {
    this.#graph = graph;
  }

  /** Whether some decider that an instance of this map index looks at (`meets`) decided against it. */
  areAgainst(task: GraphTask, mapIndex: number): boolean {
    const against = this.#against?.get(task.index);
    if (against === undefined) return false;
    return mapIndex < 0 ? against.size > 0 : against.has(mapIndex) || against.has(ALL);
  }

  /** Counts what an instance of the decider says in (1) or out (-1). */
  count(decider: GraphTask, instance: TaskInstance, by: 1 | -1): void {
    for (const taskId of decidedAgainst(instance)) {
      const task = this.#graph.tasks[this.#graph.indexOf.get(taskId) ?? -1];
      if (task === undefined || !task.upstream.includes(decider.index)) continue;
      const isOwn = task.mappedGroup !== null && task.mappedGroup === decider.mappedGroup;
      this.#add(task.index, isOwn ? instance.mapIndex : ALL, by);
    }
  }

  #add(task: number, mapIndex: number, by: 1 | -1): void {
    const all = (this.#against ??= new Map());
    let against = all.get(task);
    if (against === undefined) all.set(task, (against = new Map()));
    const count = (against.get(mapIndex) ?? 0) + by;
    if (count > 0) against.set(mapIndex, count);
    else against.delete(mapIndex);
  }
}
