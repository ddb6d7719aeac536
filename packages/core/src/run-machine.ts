/**
 * The decisions of `decide`, kept up to date as things happen: each event costs the edges that it touches, never the
 * whole run. A property test holds it equal to the oracle.
 *
 * Events and other news are taken in first; `settle` then draws every conclusion, so that events which arrive together
 * are looked at together. `takeChanges` hands out what is to be committed. A machine whose changes were not committed
 * is of no further use: make a new one from the store.
 */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { skippedBy } from "./fold-event.ts";
import type { Micros } from "./instant.ts";
import { type PastBlock, PastStates, pastBlock, type PreviousChanges } from "./past-dependency.ts";
import { isDeadlocked, nextStep, type Step, type Surroundings } from "./readiness.ts";
import { DEFAULT_LOST_ATTEMPT_LIMIT } from "./retry.ts";
import { deadlockOfRun, endRun, outcomeOfRun, timeoutReason } from "./run-end.ts";
import { InstanceTable } from "./run-machine/instance-table.ts";
import { PendingChanges } from "./run-machine/pending-changes.ts";
import { Progress } from "./run-machine/progress.ts";
import { UpstreamTally } from "./run-machine/upstream-tally.ts";
import { WakeTimes } from "./run-machine/wake-times.ts";
import {
  type InstanceKey,
  instanceName,
  missingInstances,
  type RunChanges,
  runTimeoutAt,
  type RunView,
} from "./run-view.ts";
import type { AttemptEvent } from "./task-protocol.ts";
import {
  afterEvent,
  endedAttempt,
  endInstance,
  expandInstance,
  goesOn,
  queueInstance,
  scheduleInstance,
  skipUnlessBegun,
  succeedEmpty,
} from "./task-transitions.ts";
import { isFinished, isHeldByWorker, isSchedulable, type TaskState } from "./task-state.ts";
import type { UpstreamCounts } from "./trigger-rules.ts";

export interface RunMachineOptions {
  /** How often an attempt may be lost before its task instance fails; default `DEFAULT_LOST_ATTEMPT_LIMIT`. */
  readonly lostAttemptLimit?: number;
}

export class RunMachine implements Surroundings {
  readonly graph: DagGraph;
  readonly #lostAttemptLimit: number;
  readonly #table: InstanceTable;
  readonly #tally: UpstreamTally;
  readonly #progress = new Progress();
  readonly #wakeTimes: WakeTimes;
  readonly #pending: PendingChanges;
  readonly #past: PastStates | null;
  readonly #mapLengths: Map<string, number>;
  #run: DagRun;
  #now: Micros = Number.NEGATIVE_INFINITY;
  /** Tasks whose instances must be judged anew. */
  #dirty = new Set<number>();
  /** Slots of instances that the store does not have yet. */
  #absent: readonly number[];
  /** Instances of tasks that the graph does not have. */
  #unknown: readonly TaskInstance[];

  constructor(view: RunView, options: RunMachineOptions = {}) {
    const { graph, instances, previous } = view;
    const isKnown = ({ taskId }: TaskInstance) => graph.indexOf.has(taskId);
    const missing = missingInstances(view);
    this.graph = graph;
    this.#run = view.run;
    this.#lostAttemptLimit = options.lostAttemptLimit ?? DEFAULT_LOST_ATTEMPT_LIMIT;
    this.#mapLengths = new Map(view.mapLengths);
    this.#past = previous !== null && graph.dependsOnPast ? new PastStates(previous) : null;
    this.#table = new InstanceTable(graph, [...instances.filter(isKnown), ...missing]);
    this.#tally = new UpstreamTally(graph);
    this.#wakeTimes = new WakeTimes((slot) => this.#table.at(slot));
    this.#pending = new PendingChanges(this.#table);
    this.#absent = missing.map((instance) => this.#table.slotOf(instance) as number);
    this.#unknown = instances.filter((instance) => !isKnown(instance) && instance.state !== "removed");
    this.#table.all.forEach((_, slot) => this.#enter(slot));
    if (this.#run.state === "running") this.#insertAbsent();
  }

  get run(): DagRun {
    return this.#run;
  }

  /** All task instances as they are now. */
  get instances(): readonly TaskInstance[] {
    return this.#table.all;
  }

  instance(key: InstanceKey): TaskInstance | undefined {
    const slot = this.#table.slotOf(key);
    return slot === undefined ? undefined : this.#table.at(slot);
  }

  // -------------------------------------------------------------- news

  /** The run begins: its task instances come into being. Only for a queued run. */
  start(now: Micros): void {
    if (this.#run.state !== "queued")
      throw new Error(`run ${this.#run.runId} is ${this.#run.state}: only a queued run starts`);
    this.#run = { ...this.#run, state: "running", startDate: now, endDate: null, reason: null };
    this.#pending.runChanged(this.#run, false);
    this.#insertAbsent();
  }

  /**
   * An attempt reports. Gives the task instance afterwards (the same value if the event says nothing new); null: the
   * event is stale, it is not of the current attempt of an instance that a worker holds, and nothing has changed.
   */
  applyEvent(event: AttemptEvent): TaskInstance | null {
    const slot = this.#table.slotOfAttempt(event.attemptId);
    if (slot === undefined) return null;
    const { dagId, logicalDate } = this.#run;
    const { retry } = this.#taskAt(slot);
    const context = { dagId, logicalDate, retry, lostAttemptLimit: this.#lostAttemptLimit };
    const after = afterEvent(this.#table.at(slot), event, context);
    if (after === null) return null;
    this.#set(slot, after);
    if (after.state === "scheduled") this.#pending.scheduled(slot);
    for (const taskId of skippedBy(event)) this.#skip(taskId, event.at);
    return after;
  }

  /** A scheduled instance got its slots: a new attempt is queued. The attempt before it, if any, becomes history. */
  queue(key: InstanceKey, attemptId: string, now: Micros): TaskInstance {
    const slot = this.#table.slotOf(key);
    const instance = slot === undefined ? undefined : this.#table.at(slot);
    if (slot === undefined || instance?.state !== "scheduled") {
      throw new Error(
        `${instanceName(key)} of run ${this.#run.runId} is ${instance?.state}: only a scheduled one is queued`,
      );
    }
    if (instance.tryNumber > 0 && !goesOn(instance)) this.#pending.superseded(endedAttempt(instance));
    const queued = queueInstance(instance, attemptId, now);
    this.#set(slot, queued);
    return queued;
  }

  /** The run before this one moved on: what its own `takeChanges` gave, or what the store says. */
  previousChanged(changes: PreviousChanges): void {
    if (this.#past === null) return;
    this.#past.apply(changes);
    if (changes.run !== undefined) {
      for (const task of this.graph.tasks) if (task.dependsOnPast) this.#dirty.add(task.index);
    }
    for (const { taskId } of [...changes.insert, ...changes.update]) {
      const index = this.graph.indexOf.get(taskId);
      if (index === undefined) continue;
      const task = this.graph.tasks[index] as GraphTask;
      for (const waiting of [index, ...task.upstream]) {
        if (this.graph.tasks[waiting]?.dependsOnPast) this.#dirty.add(waiting);
      }
    }
  }

  /** What a mapped task maps over has been returned. To be told no later than the event that ended its last source. */
  mapLengthKnown(taskId: string, length: number): void {
    const index = this.graph.indexOf.get(taskId);
    if (index === undefined) return;
    this.#mapLengths.set(taskId, length);
    this.#dirty.add(index);
  }

  /** Ends the run as failed, with the reason in words: what has not ended is skipped, what runs is cancelled. */
  failRun(reason: string, now: Micros): void {
    if (this.#run.state !== "running") return;
    this.#table.all.forEach((instance, slot) => {
      if (!isFinished(instance.state)) this.#letGo(slot, endInstance(instance, "skipped", now));
    });
    this.#end({ state: "failed", reason }, now);
  }

  // -------------------------------------------------------------- conclusions

  /**
   * Draws every conclusion from the news and from the time, until nothing changes any more: to be called after news and
   * when `wakeAt` has come. Gives the instances that became `scheduled` by it.
   */
  settle(now: Micros): readonly TaskInstance[] {
    if (this.#run.state !== "running") return [];
    this.#now = now;
    this.#removeUnknown();
    const timeout = runTimeoutAt({ graph: this.graph, run: this.#run });
    if (timeout !== null && now >= timeout && !this.#progress.isFinished) {
      this.failRun(timeoutReason(this.graph), now);
      return [];
    }
    for (let slot = this.#wakeTimes.takeDue(now); slot !== undefined; slot = this.#wakeTimes.takeDue(now)) {
      this.#dirty.add(this.#table.taskOf(slot));
    }
    const scheduled: number[] = [];
    while (this.#dirty.size > 0) this.#round(scheduled);
    this.#endIfOver();
    return scheduled.map((slot) => this.#table.at(slot));
  }

  /** Everything that has changed since the last time, to be committed. */
  takeChanges(): RunChanges {
    return this.#pending.take(this.#wakeAt());
  }

  // -------------------------------------------------------------- what stands around (for `nextStep`)

  get now(): Micros {
    return this.#now;
  }

  countsOf(task: GraphTask): UpstreamCounts {
    return this.#tally.of(task.index);
  }

  pastBlockOf(task: GraphTask): PastBlock | null {
    return pastBlock(this.graph, task, this.#past);
  }

  mapLengthOf(task: GraphTask): number | undefined {
    return this.#mapLengths.get(task.taskId);
  }

  unexpandedStateOf(task: number): TaskState {
    const instance = this.#table.at(task);
    return instance.mapIndex < 0 ? instance.state : null;
  }

  // -------------------------------------------------------------- inside

  /** One round: everything is judged by what stood at its beginning, then all changes happen. */
  #round(scheduled: number[]): void {
    const tasks = this.#dirty;
    this.#dirty = new Set();
    const steps: [number, Step][] = [];
    for (const task of tasks) this.#judge(task, steps);
    for (const [slot, step] of steps) {
      if (step.kind === "schedule") scheduled.push(slot);
      this.#apply(slot, step);
    }
  }

  #judge(index: number, steps: [number, Step][]): void {
    const task = this.graph.tasks[index] as GraphTask;
    const areAlike = this.countsOf(task).direct.removed === 0;
    for (const slot of this.#table.slotsOf(index)) {
      const instance = this.#table.at(slot);
      if (!isSchedulable(instance.state)) continue;
      const step = nextStep(this, task, instance);
      if (step.kind !== "wait") steps.push([slot, step]);
      else if (step.for === "upstream" && areAlike) return;
    }
  }

  #apply(slot: number, step: Step): void {
    const instance = this.#table.at(slot);
    switch (step.kind) {
      case "wait":
        return;
      case "schedule":
        this.#pending.scheduled(slot);
        return this.#set(slot, scheduleInstance(instance, this.#now));
      case "succeed":
        if (instance.tryNumber > 0) this.#pending.superseded(endedAttempt(instance));
        return this.#set(slot, succeedEmpty(instance, this.#now));
      case "end":
        return this.#set(slot, endInstance(instance, step.state, this.#now));
      case "expand":
        return this.#expand(slot, expandInstance(instance, step.length, this.#now));
    }
  }

  #expand(slot: number, instances: readonly TaskInstance[]): void {
    const [first, ...others] = instances as [TaskInstance, ...TaskInstance[]];
    if (first.mapIndex < 0) return this.#set(slot, first);
    const task = this.#taskAt(slot);
    this.#pending.replaced(slot);
    for (const added of this.#table.expand(task.index, instances)) this.#pending.inserted(added);
    for (const other of others) this.#progress.count(task, other.state, 1);
    this.#tally.grow(task, others.length);
    this.#dirty.add(task.index);
  }

  /** Takes an instance that the view brought into all counts. */
  #enter(slot: number): void {
    const { state, resumeAt } = this.#table.at(slot);
    const task = this.#taskAt(slot);
    this.#tally.grow(task, 1);
    this.#tally.move(task, null, state);
    this.#progress.count(task, state, 1);
    this.#dirty.add(task.index);
    if (isSchedulable(state) && resumeAt !== null) this.#wakeTimes.add(slot, resumeAt);
  }

  #set(slot: number, next: TaskInstance): void {
    const before = this.#table.at(slot);
    if (next === before) return;
    this.#table.replace(slot, next);
    this.#pending.changed(slot);
    if (next.state === before.state) return;
    const task = this.#taskAt(slot);
    this.#progress.count(task, before.state, -1);
    this.#progress.count(task, next.state, 1);
    if (isFinished(before.state) || isFinished(next.state)) {
      this.#tally.move(task, before.state, next.state);
      this.#markDependents(task);
    }
    if (isSchedulable(next.state)) {
      this.#dirty.add(task.index);
      if (next.resumeAt !== null) this.#wakeTimes.add(slot, next.resumeAt);
    }
  }

  #markDependents(task: GraphTask): void {
    const { tasksInside, teardownsAfter } = this.graph.setupScopes;
    for (const index of task.downstream) this.#dirty.add(index);
    for (const index of tasksInside.get(task.index) ?? []) this.#dirty.add(index);
    for (const index of teardownsAfter.get(task.index) ?? []) this.#dirty.add(index);
  }

  #skip(taskId: string, at: Micros): void {
    const index = this.graph.indexOf.get(taskId);
    if (index === undefined) return;
    for (const slot of this.#table.slotsOf(index)) this.#letGo(slot, skipUnlessBegun(this.#table.at(slot), at));
  }

  /** A change that takes the instance away from the worker that may hold it. */
  #letGo(slot: number, next: TaskInstance): void {
    const { attemptId, state } = this.#table.at(slot);
    if (attemptId !== null && isHeldByWorker(state) && !isHeldByWorker(next.state)) this.#pending.letGo(attemptId);
    this.#set(slot, next);
  }

  #insertAbsent(): void {
    for (const slot of this.#absent) this.#pending.inserted(slot);
    this.#absent = [];
  }

  #removeUnknown(): void {
    for (const instance of this.#unknown) {
      if (instance.attemptId !== null && isHeldByWorker(instance.state)) this.#pending.letGo(instance.attemptId);
      this.#pending.unknownRemoved(endInstance(instance, "removed", this.#now));
    }
    this.#unknown = [];
  }

  #endIfOver(): void {
    if (this.#progress.isFinished) return this.#end(outcomeOfRun(this.graph, this.#table.all), this.#now);
    if (!this.#progress.mayBeDeadlocked || !isDeadlocked(this.graph, this, this.#table.all)) return;
    this.#end(
      deadlockOfRun(
        this.graph,
        this.#table.all.filter(({ state }) => !isFinished(state)),
      ),
      this.#now,
    );
  }

  #end(end: Pick<DagRun, "state" | "reason">, now: Micros): void {
    this.#run = endRun(this.#run, end, now);
    this.#pending.runChanged(this.#run, true);
    this.#dirty.clear();
  }

  #wakeAt(): Micros | null {
    if (this.#run.state !== "running") return null;
    const wake = this.#wakeTimes.next();
    const timeout = runTimeoutAt({ graph: this.graph, run: this.#run });
    return wake === null || (timeout !== null && timeout < wake) ? timeout : wake;
  }

  #taskAt(slot: number): GraphTask {
    return this.graph.tasks[this.#table.taskOf(slot)] as GraphTask;
  }
}
