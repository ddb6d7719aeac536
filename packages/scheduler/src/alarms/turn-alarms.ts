/** What one turn decides of callbacks and deadlines, until its commit. */
import {
  type AttemptEvent,
  bornCallback,
  callbackEventOf,
  type CallbackFacts,
  type CallbackRecord,
  callbacksOfDeadline,
  callbacksOfTask,
  type DagRun,
  type DeadlineRecord,
  factsOfDeadline,
  factsOfRun,
  factsOfTask,
  type Micros,
  type TaskInstance,
} from "@momiji/core";
import type { CommitBatch } from "@momiji/store";
import type { ActiveRun } from "../dag-entry.ts";
import type { SchedulerOptions } from "../scheduler-options.ts";
import type { TimelineKey } from "../timeline.ts";
import type { VersionedDag } from "../versioned-dag.ts";
import { alarmKey, type Alarms } from "./alarms.ts";

type Missed = NonNullable<CommitBatch["missed"]>[number];

interface Wanted {
  readonly spec: CallbackRecord["spec"];
  readonly taskId: string | null;
  readonly ordinal: number;
  readonly facts: CallbackFacts;
}

export class TurnAlarms {
  readonly #alarms: Alarms;
  readonly #options: SchedulerOptions;
  readonly #clock: () => Micros;
  readonly #wakeAt: Map<TimelineKey, Micros | null>;
  readonly updates: CallbackRecord[] = [];
  readonly missed: Missed[] = [];
  /** To be given to executors after the commit, unless their run was stale. */
  readonly #toDeliver: { readonly record: CallbackRecord; readonly withRun: boolean }[] = [];

  constructor(
    alarms: Alarms,
    options: SchedulerOptions,
    { now, wakeAt }: { readonly now: () => Micros; readonly wakeAt: Map<TimelineKey, Micros | null> },
  ) {
    this.#alarms = alarms;
    this.#options = options;
    this.#clock = now;
    this.#wakeAt = wakeAt;
  }

  get #now(): Micros {
    return this.#clock();
  }

  /** Puts what was loaded into the timeline. */
  arm(): void {
    for (const [key, at] of this.#alarms.takeToArm()) this.#wakeAt.set(key, at);
  }

  /** Nothing of it waits for a commit. */
  get isEmpty(): boolean {
    return this.updates.length + this.missed.length + this.#toDeliver.length === 0;
  }

  /** True if the event is of a delivery, not of an attempt. */
  takeDelivery(event: AttemptEvent): boolean {
    const { callbacks } = this.#alarms;
    if (!callbacks.isOut(event.attemptId)) return false;
    if (event.type !== "finished") return true;
    const record = callbacks.delivered(event.attemptId, event.outcome, event.at);
    if (record === null) return true;
    this.updates.push(record);
    if (record.state === "pending") this.#wakeAt.set(alarmKey.callback(record.id), record.dueAt);
    if (record.state === "failed") this.#options.log.warn(`${nameOf(record)} failed for good: ${record.message ?? ""}`);
    return true;
  }

  /** The pause of a callback is over. */
  callbackDue(id: string): void {
    const record = this.#alarms.callbacks.again(id, this.#options.newAttemptId(this.#now));
    if (record === null) return;
    this.updates.push(record);
    this.#toDeliver.push({ record, withRun: false });
  }

  /** Who is to hear of what an event has made of a task instance. */
  ofEvent(
    active: ActiveRun,
    [before, after]: readonly [TaskInstance, TaskInstance],
    event: AttemptEvent,
  ): CallbackRecord[] {
    const kind = callbackEventOf(before, after, event);
    const task = active.dag.tasks.get(after.taskId);
    const specs = kind === null || task === undefined ? [] : callbacksOfTask(task, kind);
    if (kind === null || specs.length === 0) return [];
    const { run } = active.machine;
    const facts = factsOfTask(kind, run, after);
    return this.#born(
      run,
      specs.map((spec, ordinal) => ({ spec, ordinal, facts, taskId: after.taskId })),
      true,
    );
  }

  /** Who is to hear of the end of a run, and what has become of its deadlines. */
  ofEnd({ dag, machine }: ActiveRun): { callbacks: CallbackRecord[]; met: DeadlineRecord[] } {
    const { run } = machine;
    const met = this.judge(run, dag);
    const { onSuccess = [], onFailure = [] } = dag.spec.callbacks ?? {};
    const specs = run.state === "success" ? onSuccess : onFailure;
    if (specs.length === 0) return { callbacks: [], met };
    const facts = factsOfRun(machine.graph, run, machine.instances);
    const wanted = specs.map((spec, ordinal) => ({ spec, ordinal, facts, taskId: null }));
    return { callbacks: this.#born(run, wanted, true), met };
  }

  /** Judges the deadlines of a run; gives those that were met. */
  judge(run: DagRun, dag: VersionedDag): DeadlineRecord[] {
    const { deadlines } = this.#alarms;
    const changed = deadlines.judge(run, this.#now);
    for (const deadline of changed) if (deadline.state === "missed") this.#miss(deadline, run, dag);
    this.#wakeAt.set(alarmKey.deadline(run.runKey), deadlines.nextOf(run.runKey));
    return changed.filter(({ state }) => state === "met");
  }

  /** The deadline of a run that is not in memory is due: it failed, or somebody else ended it. */
  deadlineDueOfEnded(runKey: number): void {
    const known = this.#alarms.deadlines.ended(runKey);
    if (known === undefined) return;
    for (const deadline of this.judge(known.run, known.dag)) this.missed.push({ deadline, callbacks: [] });
  }

  /** Once the batch is in the store. */
  takeToDeliver(stale: ReadonlySet<number>): CallbackRecord[] {
    const wanted = this.#toDeliver.filter(({ record, withRun }) => !withRun || !stale.has(record.runKey));
    const records = wanted.map(({ record }) => record);
    for (const record of records) this.#alarms.callbacks.hold(record);
    return records;
  }

  #miss(deadline: DeadlineRecord, run: DagRun, dag: VersionedDag): void {
    const { dueAt, ordinal } = deadline;
    if (dueAt === null) return;
    const facts = factsOfDeadline({ ...deadline, dueAt }, run);
    const wanted = callbacksOfDeadline(dag.spec.deadlines ?? [], ordinal);
    const callbacks = this.#born(
      run,
      wanted.map((callback) => ({ ...callback, facts, taskId: null })),
      false,
    );
    this.missed.push({ deadline, callbacks });
    this.#options.log.warn(`${run.dagId} ${run.runId}: ${facts.reason}`);
  }

  /** `withRun`: they are written with the change of the run, and not at all if that is stale. */
  #born(run: DagRun, wanted: readonly Wanted[], withRun: boolean): CallbackRecord[] {
    const records = wanted.map((callback) =>
      bornCallback(run, { id: this.#options.newAttemptId(this.#now), ...callback }, this.#now),
    );
    this.#toDeliver.push(...records.map((record) => ({ record, withRun })));
    return records;
  }
}

function nameOf({ spec, facts, dagId, runId, taskId }: CallbackRecord): string {
  return `callback ${facts.event} (${spec.name}) of ${dagId} ${runId}${taskId === null ? "" : ` ${taskId}`}`;
}
