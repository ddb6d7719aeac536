/** How far a run is, in numbers: enough to know at once that it is not over. */
import type { GraphTask } from "../dag-graph.ts";
import { leavesDeadlockOpen } from "../readiness.ts";
import { isFinished, isSchedulable, type TaskState } from "../task-state.ts";

export class Progress {
  #unfinished = 0;
  /** Scheduled or held by a worker. */
  #active = 0;
  /** Unfinished instances that keep the run from being called deadlocked. */
  #deadlockOpen = 0;

  /** Counts an instance in (1) or out (-1) by its state. */
  count(task: GraphTask, state: TaskState, by: 1 | -1): void {
    if (isFinished(state)) return;
    this.#unfinished += by;
    if (!isSchedulable(state)) this.#active += by;
    if (leavesDeadlockOpen(task)) this.#deadlockOpen += by;
  }

  get isFinished(): boolean {
    return this.#unfinished === 0;
  }

  /** True only if a closer look is needed. */
  get mayBeDeadlocked(): boolean {
    return this.#unfinished > 0 && this.#active === 0 && this.#deadlockOpen === 0;
  }
}
