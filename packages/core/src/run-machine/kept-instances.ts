/**
 * The task instances of a run with everything that is counted of them: each change of an instance goes through here, and
 * costs the edges that it touches.
 */
import { skipDecidedAgainst } from "../branch-decision.ts";
import { type DagGraph, type GraphTask, meets } from "../dag-graph.ts";
import { newTaskInstance, type TaskInstance } from "../dag-run.ts";
import { failFastMessage, isStoppedBy } from "../fail-fast.ts";
import type { Micros } from "../instant.ts";
import type { ReturnedLengths } from "../run-view.ts";
import { fitInstance, stopInstance } from "../task-transitions.ts";
import { isFinished, isHeldByWorker, isSchedulable } from "../task-state.ts";
import { Decisions } from "./decisions.ts";
import { InstanceTable } from "./instance-table.ts";
import { PendingChanges } from "./pending-changes.ts";
import { Progress } from "./progress.ts";
import { ReturnedCounts } from "./returned-counts.ts";
import { ToJudge } from "./to-judge.ts";
import { UpstreamTally } from "./upstream-tally.ts";
import { WakeTimes } from "./wake-times.ts";

export class KeptInstances {
  readonly graph: DagGraph;
  readonly table: InstanceTable;
  readonly tally: UpstreamTally;
  readonly decisions: Decisions;
  readonly progress = new Progress();
  readonly wakeTimes: WakeTimes;
  readonly pending: PendingChanges;
  readonly returned: ReturnedCounts;
  readonly toJudge: ToJudge;

  /** @param instances at least one of each task of the graph, and none of other tasks */
  constructor(graph: DagGraph, instances: readonly TaskInstance[], returned: ReturnedLengths | undefined) {
    this.graph = graph;
    this.table = new InstanceTable(graph, instances);
    this.toJudge = new ToJudge(graph, this.table);
    this.tally = new UpstreamTally(graph);
    this.decisions = new Decisions(graph);
    this.wakeTimes = new WakeTimes((slot) => this.table.at(slot));
    this.pending = new PendingChanges(this.table);
    this.returned = new ReturnedCounts(graph, returned);
    this.table.all.forEach((_, slot) => this.enter(slot));
  }

  /** Takes an instance into all counts. */
  enter(slot: number): void {
    const instance = this.table.at(slot);
    const { mapIndex, state, resumeAt } = instance;
    const task = this.taskAt(slot);
    this.decisions.count(task, instance, 1);
    this.tally.count({ task, mapIndex }, state, 1);
    this.progress.count(task, state, 1);
    this.toJudge.addTask(task.index);
    if (isSchedulable(state) && resumeAt !== null) this.wakeTimes.add(slot, resumeAt);
  }

  /** Takes an instance that has just come into being into all counts. */
  entered(slot: number): void {
    this.pending.inserted(slot);
    this.enter(slot);
    this.toJudge.addDependents(this.taskAt(slot), this.table.at(slot).mapIndex);
  }

  expand(slot: number, instances: readonly TaskInstance[]): void {
    const [first] = instances as [TaskInstance, ...TaskInstance[]];
    if (first.mapIndex < 0) return this.set(slot, first);
    const task = this.taskAt(slot);
    const replaced = this.table.at(slot);
    const { state } = replaced;
    this.pending.replaced(slot);
    this.returned.forget(task.index, replaced);
    this.tally.count({ task, mapIndex: -1 }, state, -1);
    this.progress.count(task, state, -1);
    for (const added of this.table.expand(task.index, instances)) this.entered(added);
  }

  /** Removes what the mapping has no place for any more, and adds what it has one for now. */
  fit(index: number, length: number, now: Micros): void {
    const task = this.graph.tasks[index] as GraphTask;
    for (const slot of this.table.slotsOf(index)) {
      this.letGo(slot, fitInstance(this.table.at(slot), length, now));
    }
    for (let mapIndex = 0; mapIndex < length; mapIndex++) {
      if (this.table.slotAt(index, mapIndex) !== undefined) continue;
      this.entered(this.table.append(index, newTaskInstance(task.taskId, task.retry.retries, mapIndex)));
    }
    this.toJudge.addTask(index);
  }

  set(slot: number, next: TaskInstance): void {
    const before = this.table.at(slot);
    if (next === before) return;
    this.table.replace(slot, next);
    this.pending.changed(slot);
    if (next.state === before.state) return;
    const task = this.taskAt(slot);
    this.progress.count(task, before.state, -1);
    this.progress.count(task, next.state, 1);
    // What an earlier attempt of it returned counts no longer.
    if (next.state === "removed") this.returned.forget(task.index, next);
    if (isFinished(before.state) || isFinished(next.state)) {
      this.tally.move({ task, mapIndex: next.mapIndex }, before.state, next.state);
      this.decisions.count(task, before, -1);
      this.decisions.count(task, next, 1);
      this.toJudge.addDependents(task, next.mapIndex);
    }
    if (isSchedulable(next.state)) {
      this.toJudge.addSlot(slot);
      if (next.resumeAt !== null) this.wakeTimes.add(slot, next.resumeAt);
    }
  }

  /** A change that takes the instance away from the worker that may hold it. */
  letGo(slot: number, next: TaskInstance): void {
    const { attemptId, state } = this.table.at(slot);
    if (attemptId !== null && isHeldByWorker(state) && !isHeldByWorker(next.state)) this.pending.letGo(attemptId);
    this.set(slot, next);
  }

  skip(taskId: string, { by, at }: { readonly by: number; readonly at: Micros }): void {
    const index = this.graph.indexOf.get(taskId);
    if (index === undefined) return;
    const decider = this.taskAt(by);
    const { mapIndex } = this.table.at(by);
    for (const slot of this.table.slotsOf(index)) {
      const task = this.taskAt(slot);
      const other = this.table.at(slot);
      const isMeant = meets(decider, mapIndex, { task, mapIndex: other.mapIndex });
      if (isMeant) this.letGo(slot, skipDecidedAgainst(other, { task, decider }, at));
    }
  }

  /** An instance of a fail-fast DAG has failed for good. */
  stopOthers(failed: TaskInstance, at: Micros): void {
    const message = failFastMessage(failed);
    this.table.all.forEach((instance, slot) => {
      if (isStoppedBy(this.graph, failed, this.taskAt(slot))) this.letGo(slot, stopInstance(instance, message, at));
    });
  }

  taskAt(slot: number): GraphTask {
    return this.graph.tasks[this.table.taskOf(slot)] as GraphTask;
  }
}
