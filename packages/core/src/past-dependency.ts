/** Depends-on-past and wait-for-downstream: what the run before must have done first (`PrevDagrunDep` of Airflow). */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun } from "./dag-run.ts";
import { isWithinDates, type PreviousRun, type RunChanges, type RunView } from "./run-view.ts";
import { isSuccessLike, type TaskState } from "./task-state.ts";

/** The part of a run's changes that the run after it may wait for. */
export type PreviousChanges = Pick<RunChanges, "run" | "insert" | "update" | "remove">;

/** The run before, as far as the next one asks. */
export class PastStates {
  #run: DagRun;
  readonly #states = new Map<string, Map<number, TaskState>>();

  constructor({ run, instances }: PreviousRun) {
    this.#run = run;
    this.apply({ insert: instances, update: [], remove: [] });
  }

  /** Takes over what a decision changed in the run before. */
  apply({ run, insert, update, remove }: PreviousChanges): void {
    if (run !== undefined) this.#run = run;
    for (const { taskId, mapIndex } of remove) this.#states.get(taskId)?.delete(mapIndex);
    for (const { taskId, mapIndex, state } of [...insert, ...update]) {
      const states = this.#states.get(taskId);
      if (states === undefined) this.#states.set(taskId, new Map([[mapIndex, state]]));
      else states.set(mapIndex, state);
    }
  }

  /** It has its task instances. A run that still waits in the queue has none yet. */
  get isStarted(): boolean {
    return this.#run.state !== "queued";
  }

  /** The dates of the task are such that the run does not have it. */
  leavesOut(task: GraphTask): boolean {
    return !isWithinDates(task, this.#run);
  }

  /** States of all instances of a task; empty: the run does not have the task. */
  statesOf(taskId: string): readonly TaskState[] {
    return [...(this.#states.get(taskId)?.values() ?? [])];
  }
}

/** The run before, as far as this run looks back at all: the first run of a backfill looks at nothing before it. */
export function pastOf({ graph, run, previous }: Pick<RunView, "graph" | "run" | "previous">): PastStates | null {
  if (previous === null || !graph.dependsOnPast || run.backfill?.ordinal === 1) return null;
  return new PastStates(previous);
}

/** Which of the two waits holds a task back. */
export type PastBlock = "depends_on_past" | "wait_for_downstream";

/**
 * What the run before withholds from a task; null: nothing. All instances of the same task there must have succeeded or
 * been skipped, with `waitForDownstream` those of its direct downstream tasks too. A task that the run before does not
 * have is new and need not wait, unless it says so (`ignoreFirstDependsOnPast: false`); one whose dates leave the run before
 * out need not wait either.
 */
export function pastBlock(graph: DagGraph, task: GraphTask, past: PastStates | null): PastBlock | null {
  if (!task.dependsOnPast || past === null) return null;
  if (past.leavesOut(task)) return null;
  const own = past.statesOf(task.taskId);
  if (own.length === 0)
    return past.isStarted && task.spec.ignoreFirstDependsOnPast !== false ? null : "depends_on_past";
  if (!own.every(isSuccessLike)) return "depends_on_past";
  if (task.spec.waitForDownstream !== true) return null;
  const after = task.downstream.map((index) => graph.tasks[index] as GraphTask).filter((each) => !past.leavesOut(each));
  const below = after.flatMap(({ taskId }) => past.statesOf(taskId));
  return below.every(isSuccessLike) ? null : "wait_for_downstream";
}
