/** The counters of every task's upstreams, kept up as instances end: a change costs the edges of the one task. */
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import { countEnd, NO_COUNTS, newEndCounts, type RunningEndCounts } from "../end-counts.ts";
import type { TaskState } from "../task-state.ts";
import type { UpstreamCounts } from "../trigger-rules.ts";

const NONE: readonly number[] = [];

/** `UpstreamCounts` that are kept here; a part that a task has nothing of is shared and never counted. */
interface RunningUpstreamCounts extends UpstreamCounts {
  readonly direct: RunningEndCounts;
  readonly directSetups: RunningEndCounts;
  readonly indirectSetups: RunningEndCounts;
  readonly between: RunningEndCounts;
}

export class UpstreamTally {
  readonly #graph: DagGraph;
  readonly #counts: readonly RunningUpstreamCounts[];

  constructor(graph: DagGraph) {
    const { setupsAround, tasksBetween } = graph.setupScopes;
    this.#graph = graph;
    this.#counts = graph.tasks.map((task) => ({
      direct: newEndCounts(0),
      directSetups: task.upstream.some((index) => graph.tasks[index]?.isSetup) ? newEndCounts(0) : NO_COUNTS,
      indirectSetups: setupsAround.has(task.index) ? newEndCounts(0) : NO_COUNTS,
      between: tasksBetween.has(task.index) ? newEndCounts(0) : NO_COUNTS,
    }));
  }

  of(task: number): UpstreamCounts {
    return this.#counts[task] as UpstreamCounts;
  }

  /** The task has `by` more instances, none of which has ended. */
  grow(task: GraphTask, by: number): void {
    this.#each(task, (counts) => {
      counts.total += by;
    });
  }

  /** An instance of the task went from one state to another. */
  move(task: GraphTask, from: TaskState, to: TaskState): void {
    this.#each(task, (counts) => {
      countEnd(counts, from, -1);
      countEnd(counts, to, 1);
    });
  }

  #each(task: GraphTask, change: (counts: RunningEndCounts) => void): void {
    for (const down of task.downstream) {
      const counts = this.#counts[down] as RunningUpstreamCounts;
      change(counts.direct);
      if (task.isSetup) change(counts.directSetups);
    }
    const { tasksInside, teardownsAfter } = this.#graph.setupScopes;
    for (const inside of tasksInside.get(task.index) ?? NONE)
      change((this.#counts[inside] as RunningUpstreamCounts).indirectSetups);
    for (const teardown of teardownsAfter.get(task.index) ?? NONE)
      change((this.#counts[teardown] as RunningUpstreamCounts).between);
  }
}
