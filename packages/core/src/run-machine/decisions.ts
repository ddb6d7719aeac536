/** Which tasks branches and short circuits right before them have decided against, kept up as those end or are cleared. */
import { decidedAgainst } from "../branch-decision.ts";
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";

export class Decisions {
  readonly #graph: DagGraph;
  /** By task: how many instances right before it have decided against it. */
  readonly #against = new Map<number, number>();

  constructor(graph: DagGraph) {
    this.#graph = graph;
  }

  isAgainst(task: GraphTask): boolean {
    return (this.#against.get(task.index) ?? 0) > 0;
  }

  /** Counts what an instance of the decider says in (1) or out (-1). */
  count(decider: GraphTask, instance: TaskInstance, by: 1 | -1): void {
    for (const taskId of decidedAgainst(instance)) {
      const index = this.#graph.indexOf.get(taskId);
      if (index === undefined || this.#graph.tasks[index]?.upstream.includes(decider.index) !== true) continue;
      this.#against.set(index, (this.#against.get(index) ?? 0) + by);
    }
  }
}
