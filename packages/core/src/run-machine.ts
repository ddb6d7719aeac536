/**
 * The decisions of `decide`, kept up to date as things happen: each event costs the edges that it touches, never the
 * whole run. A property test holds it equal to the oracle.
 *
 * Events and other news are taken in first; `settle` then draws every conclusion, so that events which arrive together
 * are looked at together. `takeChanges` hands out what is to be committed. A machine whose changes were not committed
 * is of no further use: make a new one from the store.
 */
import { skippedBy } from "./branch-decision.ts";
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { stopsOthers } from "./fail-fast.ts";
import type { Micros } from "./instant.ts";
import { type PastBlock, type PastStates, pastBlock, pastOf, type PreviousChanges } from "./past-dependency.ts";
import { isDeadlocked, lengthToFit, nextStep, type Step, type Surroundings } from "./readiness.ts";
import { DEFAULT_LOST_ATTEMPT_LIMIT } from "./retry.ts";
import { deadlockOfRun, endRun, outcomeOfRun, timeoutReason } from "./run-end.ts";
import { KeptInstances } from "./run-machine/kept-instances.ts";
import {
  type InstanceKey,
  instanceName,
  missingInstances,
  type PreviousRun,
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
  succeedEmpty,
} from "./task-transitions.ts";
import { isFinished, isHeldByWorker, isSchedulable, type TaskState } from "./task-state.ts";
import type { UpstreamCounts } from "./trigger-rules.ts";

export interface RunMachineOptions {
  /** How often an attempt may be lost before its task instance fails; default `DEFAULT_LOST_ATTEMPT_LIMIT`. */
  readonly lostAttemptLimit?: number;
}

const NOTHING_TO_DO: Step = { kind: "wait", for: "time" };

export class RunMachine implements Surroundings {
  readonly graph: DagGraph;
  readonly #lostAttemptLimit: number;
  readonly #kept: KeptInstances;
  #past: PastStates | null;
  #run: DagRun;
  #now: Micros = Number.NEGATIVE_INFINITY;
  /** Slots of instances that the store does not have yet. */
  #absent: readonly number[];
  /** Instances of tasks that the graph does not have. */
  #unknown: readonly TaskInstance[];

  constructor(view: RunView, options: RunMachineOptions = {}) {
    const { graph, instances } = view;
    const isKnown = ({ taskId }: TaskInstance) => graph.indexOf.has(taskId);
    const missing = missingInstances(view);
    this.graph = graph;
    this.#run = view.run;
    this.#lostAttemptLimit = options.lostAttemptLimit ?? DEFAULT_LOST_ATTEMPT_LIMIT;
    this.#past = pastOf(view);
    this.#kept = new KeptInstances(graph, [...instances.filter(isKnown), ...missing], view.returned);
    this.#absent = missing.map((instance) => this.#kept.table.slotOf(instance) as number);
    this.#unknown = instances.filter((instance) => !isKnown(instance) && instance.state !== "removed");
    if (this.#run.state === "running") this.#insertAbsent();
  }

  get run(): DagRun {
    return this.#run;
  }

  /** All task instances as they are now. */
  get instances(): readonly TaskInstance[] {
    return this.#kept.table.all;
  }

  instance(key: InstanceKey): TaskInstance | undefined {
    const slot = this.#kept.table.slotOf(key);
    return slot === undefined ? undefined : this.#kept.table.at(slot);
  }

  /** The one that holds this attempt. */
  instanceOfAttempt(attemptId: string): TaskInstance | undefined {
    const slot = this.#kept.table.slotOfAttempt(attemptId);
    return slot === undefined ? undefined : this.#kept.table.at(slot);
  }

  // -------------------------------------------------------------- news

  /** The run begins: its task instances come into being. Only for a queued run. */
  start(now: Micros): void {
    if (this.#run.state !== "queued")
      throw new Error(`run ${this.#run.runId} is ${this.#run.state}: only a queued run starts`);
    this.#run = { ...this.#run, state: "running", startDate: now, endDate: null, reason: null };
    this.#kept.pending.runChanged(this.#run, false);
    this.#insertAbsent();
  }

  /**
   * An attempt reports. Gives the task instance afterwards (the same value if the event says nothing new); null: the
   * event is stale, it is not of the current attempt of an instance that a worker holds, and nothing has changed.
   */
  applyEvent(event: AttemptEvent): TaskInstance | null {
    const slot = this.#kept.table.slotOfAttempt(event.attemptId);
    if (slot === undefined) return null;
    const { dagId, logicalDate } = this.#run;
    const { retry } = this.#kept.taskAt(slot);
    const context = { dagId, logicalDate, retry, lostAttemptLimit: this.#lostAttemptLimit };
    const after = afterEvent(this.#kept.table.at(slot), event, context);
    if (after === null) return null;
    // What follows of it may be about tasks that the run has only since it moved to a newer version.
    this.#insertAbsent();
    this.#kept.set(slot, after);
    if (after.state === "scheduled") this.#kept.pending.scheduled(slot);
    for (const taskId of skippedBy(event)) this.#kept.skip(taskId, { by: slot, at: event.at });
    if (stopsOthers(this.graph, after)) this.#kept.stopOthers(after, event.at);
    return after;
  }

  /** A scheduled instance got its slots: a new attempt is queued. The attempt before it, if any, becomes history. */
  queue(key: InstanceKey, attemptId: string, now: Micros): TaskInstance {
    const slot = this.#kept.table.slotOf(key);
    const instance = slot === undefined ? undefined : this.#kept.table.at(slot);
    if (slot === undefined || instance?.state !== "scheduled") {
      throw new Error(
        `${instanceName(key)} of run ${this.#run.runId} is ${instance?.state}: only a scheduled one is queued`,
      );
    }
    if (instance.tryNumber > 0 && !goesOn(instance)) {
      this.#kept.pending.superseded(endedAttempt(instance));
      this.#kept.returned.forget(this.#kept.table.taskOf(slot), instance);
    }
    const queued = queueInstance(instance, attemptId, now);
    this.#kept.set(slot, queued);
    return queued;
  }

  /** The run before this one moved on: what its own `takeChanges` gave, or what the store says. */
  previousChanged(changes: PreviousChanges): void {
    if (this.#past === null) return;
    this.#past.apply(changes);
    if (changes.run !== undefined) {
      for (const task of this.graph.tasks) if (task.dependsOnPast) this.#kept.toJudge.addTask(task.index);
    }
    for (const { taskId } of [...changes.insert, ...changes.update]) {
      const index = this.graph.indexOf.get(taskId);
      if (index === undefined) continue;
      const task = this.graph.tasks[index] as GraphTask;
      for (const waiting of [index, ...task.upstream]) {
        if (this.graph.tasks[waiting]?.dependsOnPast) this.#kept.toJudge.addTask(waiting);
      }
    }
  }

  /** Another run is the one before, or others have changed it. */
  previousReplaced(previous: PreviousRun | null): void {
    this.#past = pastOf({ graph: this.graph, run: this.#run, previous });
    for (const task of this.graph.tasks) if (task.dependsOnPast) this.#kept.toJudge.addTask(task.index);
  }

  /** An instance returned this many elements for others to map over. To be told no later than the event of its end. */
  returned(key: InstanceKey, length: number): void {
    const task = this.graph.tasks[this.graph.indexOf.get(key.taskId) ?? -1];
    if (task === undefined) return;
    this.#kept.returned.set(task.index, key, length);
    for (const mapper of task.mappers) this.#kept.toJudge.addTask(mapper);
  }

  /** Ends the run as failed, with the reason in words: what has not ended is skipped, what runs is cancelled. */
  failRun(reason: string, now: Micros): void {
    if (this.#run.state !== "running") return;
    this.#kept.table.all.forEach((instance, slot) => {
      if (!isFinished(instance.state)) this.#kept.letGo(slot, endInstance(instance, "skipped", now));
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
    if (timeout !== null && now >= timeout && !this.#kept.progress.isFinished) {
      this.failRun(timeoutReason(this.graph), now);
      return [];
    }
    for (let slot = this.#kept.wakeTimes.takeDue(now); slot !== undefined; slot = this.#kept.wakeTimes.takeDue(now)) {
      this.#kept.toJudge.addSlot(slot);
    }
    const scheduled: number[] = [];
    while (!this.#kept.toJudge.isEmpty) this.#round(scheduled);
    this.#endIfOver();
    // A later round may have taken one away again: its mapping became shorter, or a fail-fast DAG has ended.
    return scheduled.map((slot) => this.#kept.table.at(slot)).filter(({ state }) => state === "scheduled");
  }

  /** Everything that has changed since the last time, to be committed. */
  takeChanges(): RunChanges {
    return this.#kept.pending.take(this.#wakeAt());
  }

  // -------------------------------------------------------------- what stands around (for `nextStep`)

  get now(): Micros {
    return this.#now;
  }

  countsOf(task: GraphTask, mapIndex: number): UpstreamCounts {
    return this.#kept.tally.of(task.index, mapIndex);
  }

  pastBlockOf(task: GraphTask): PastBlock | null {
    return pastBlock(this.graph, task, this.#past);
  }

  isDecidedAgainst(task: GraphTask, mapIndex: number): boolean {
    return this.#kept.decisions.areAgainst(task, mapIndex);
  }

  returnedBy(task: number): number | undefined {
    return this.#kept.returned.of(task);
  }

  isOver(task: number): boolean {
    return this.#kept.table.isOver(task);
  }

  isUnlike(task: GraphTask, length: number): boolean {
    return this.#kept.table.isUnlike(task.index, length);
  }

  unexpandedStateOf(task: number): TaskState {
    const instance = this.#kept.table.at(task);
    return instance.mapIndex < 0 ? instance.state : null;
  }

  // -------------------------------------------------------------- inside

  /** One round: everything is judged by what stood at its beginning, then all changes happen. */
  #round(scheduled: number[]): void {
    const { tasks, slots } = this.#kept.toJudge.take();
    const steps: [number, Step][] = [];
    const fits = new Map<number, number>();
    for (const task of tasks) if (!this.#judgeFit(task, fits)) this.#judge(task, steps);
    for (const slot of slots) {
      const task = this.#kept.table.taskOf(slot);
      if (!fits.has(task) && !this.#judgeFit(task, fits)) this.#judgeOne(slot, steps);
    }
    for (const [slot, step] of steps) {
      if (step.kind === "schedule") scheduled.push(slot);
      this.#apply(slot, step);
    }
    for (const [task, length] of fits) this.#kept.fit(task, length, this.#now);
  }

  /** True if the task must be fitted to another length before its instances are judged. */
  #judgeFit(index: number, fits: Map<number, number>): boolean {
    const task = this.graph.tasks[index] as GraphTask;
    const length = task.mapping === null ? null : lengthToFit(this, task);
    if (length !== null) fits.set(index, length);
    return length !== null;
  }

  #judge(index: number, steps: [number, Step][]): void {
    const task = this.graph.tasks[index] as GraphTask;
    // With a removed upstream it depends on the map index what becomes of an instance.
    const { direct, indirectSetups } = this.countsOf(task, -1);
    const areAlike = task.mappedGroup === null && direct.removed === 0 && indirectSetups.removed === 0;
    for (const slot of this.#kept.table.waitingOf(index)) {
      const step = this.#judgeOne(slot, steps);
      if (areAlike && step.kind === "wait" && step.for === "upstream") return;
    }
  }

  #judgeOne(slot: number, steps: [number, Step][]): Step {
    const instance = this.#kept.table.at(slot);
    const step = isSchedulable(instance.state) ? nextStep(this, this.#kept.taskAt(slot), instance) : NOTHING_TO_DO;
    if (step.kind !== "wait") steps.push([slot, step]);
    return step;
  }

  #apply(slot: number, step: Step): void {
    const instance = this.#kept.table.at(slot);
    switch (step.kind) {
      case "wait":
        return;
      case "schedule":
        this.#kept.pending.scheduled(slot);
        return this.#kept.set(slot, scheduleInstance(instance, this.#now));
      case "succeed":
        if (instance.tryNumber > 0) this.#kept.pending.superseded(endedAttempt(instance));
        return this.#kept.set(slot, succeedEmpty(instance, this.#now));
      case "end":
        return this.#kept.set(slot, endInstance(instance, step.state, this.#now));
      case "expand":
        return this.#kept.expand(slot, expandInstance(instance, step.length, this.#now));
    }
  }

  #insertAbsent(): void {
    if (this.#absent.length === 0) return;
    for (const slot of this.#absent) this.#kept.pending.inserted(slot);
    this.#absent = [];
  }

  #removeUnknown(): void {
    if (this.#unknown.length === 0) return;
    for (const instance of this.#unknown) {
      if (instance.attemptId !== null && isHeldByWorker(instance.state)) this.#kept.pending.letGo(instance.attemptId);
      this.#kept.pending.unknownRemoved(endInstance(instance, "removed", this.#now));
    }
    this.#unknown = [];
  }

  #endIfOver(): void {
    if (this.#kept.progress.isFinished) return this.#end(outcomeOfRun(this.graph, this.#kept.table.all), this.#now);
    if (!this.#kept.progress.mayBeDeadlocked || !isDeadlocked(this.graph, this, this.#kept.table.all)) return;
    this.#end(
      deadlockOfRun(
        this.graph,
        this.#kept.table.all.filter(({ state }) => !isFinished(state)),
      ),
      this.#now,
    );
  }

  #end(end: Pick<DagRun, "state" | "reason">, now: Micros): void {
    this.#run = endRun(this.#run, end, now);
    this.#kept.pending.runChanged(this.#run, true);
    this.#kept.toJudge.clear();
  }

  #wakeAt(): Micros | null {
    if (this.#run.state !== "running") return null;
    const wake = this.#kept.wakeTimes.next();
    const timeout = runTimeoutAt({ graph: this.graph, run: this.#run });
    return wake === null || (timeout !== null && timeout < wake) ? timeout : wake;
  }
}
