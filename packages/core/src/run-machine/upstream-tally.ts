/** The counters of every task's upstreams, kept up as instances end: a change costs the edges of the one task. */
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import { addCounts, countEnd, NO_COUNTS, newEndCounts, type RunningEndCounts } from "../end-counts.ts";
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

/** Of a task in a mapped group: what all its instances look at, and what only those of one map index do. */
interface ScopedCounts {
  readonly shared: RunningUpstreamCounts;
  readonly byIndex: Map<number, RunningUpstreamCounts>;
}

type Part = keyof UpstreamCounts;

/** A task instance as the counters know it. */
export interface Counted {
  readonly task: GraphTask;
  readonly mapIndex: number;
}

export class UpstreamTally {
  readonly #graph: DagGraph;
  readonly #counts: readonly RunningUpstreamCounts[];
  /** Only for tasks in mapped groups; absent: there are none. */
  #scoped: Map<number, ScopedCounts> | undefined;

  constructor(graph: DagGraph) {
    this.#graph = graph;
    this.#counts = graph.tasks.map((task) => newCounts(graph, task));
    for (const task of graph.tasks) {
      if (task.mappedGroup === null) continue;
      (this.#scoped ??= new Map()).set(task.index, { shared: newCounts(graph, task), byIndex: new Map() });
    }
  }

  /** What an instance looks at. One that is not expanded looks at everything. */
  of(task: number, mapIndex: number): UpstreamCounts {
    const scoped = mapIndex < 0 ? undefined : this.#scoped?.get(task);
    if (scoped === undefined) return this.#counts[task] as UpstreamCounts;
    const own = scoped.byIndex.get(mapIndex);
    if (own === undefined) return scoped.shared;
    const { shared } = scoped;
    return {
      direct: addCounts(shared.direct, own.direct),
      directSetups: addCounts(shared.directSetups, own.directSetups),
      indirectSetups: addCounts(shared.indirectSetups, own.indirectSetups),
      between: addCounts(shared.between, own.between),
    };
  }

  /** An instance comes (1) or goes (-1). */
  count(counted: Counted, state: TaskState, by: 1 | -1): void {
    this.#each(counted, (counts) => {
      counts.total += by;
      countEnd(counts, state, by);
    });
  }

  /** An instance went from one state to another. */
  move(counted: Counted, from: TaskState, to: TaskState): void {
    this.#each(counted, (counts) => {
      countEnd(counts, from, -1);
      countEnd(counts, to, 1);
    });
  }

  #each(counted: Counted, change: (counts: RunningEndCounts) => void): void {
    const { task } = counted;
    for (const down of task.downstream) {
      this.#change(down, "direct", counted, change);
      if (task.isSetup) this.#change(down, "directSetups", counted, change);
    }
    const { tasksInside, teardownsAfter } = this.#graph.setupScopes;
    for (const inside of tasksInside.get(task.index) ?? NONE) this.#change(inside, "indirectSetups", counted, change);
    for (const teardown of teardownsAfter.get(task.index) ?? NONE) this.#change(teardown, "between", counted, change);
  }

  #change(
    reader: number,
    part: Part,
    ...[{ task, mapIndex }, change]: [Counted, (counts: RunningEndCounts) => void]
  ): void {
    change((this.#counts[reader] as RunningUpstreamCounts)[part]);
    const scoped = this.#scoped?.get(reader);
    if (scoped === undefined) return;
    const isOwn = mapIndex >= 0 && this.#graph.tasks[reader]?.mappedGroup === task.mappedGroup;
    change((isOwn ? this.#ownCounts(scoped, reader, mapIndex) : scoped.shared)[part]);
  }

  #ownCounts({ byIndex }: ScopedCounts, task: number, mapIndex: number): RunningUpstreamCounts {
    let own = byIndex.get(mapIndex);
    if (own === undefined) {
      own = newCounts(this.#graph, this.#graph.tasks[task] as GraphTask);
      byIndex.set(mapIndex, own);
    }
    return own;
  }
}

function newCounts({ tasks, setupScopes }: DagGraph, task: GraphTask): RunningUpstreamCounts {
  const { setupsAround, tasksBetween } = setupScopes;
  return {
    direct: newEndCounts(0),
    directSetups: task.upstream.some((index) => tasks[index]?.isSetup) ? newEndCounts(0) : NO_COUNTS,
    indirectSetups: setupsAround.has(task.index) ? newEndCounts(0) : NO_COUNTS,
    between: tasksBetween.has(task.index) ? newEndCounts(0) : NO_COUNTS,
  };
}
