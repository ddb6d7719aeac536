/**
 * One turn of the loop: news in, decisions out. Everything happens in memory until `toBatch`; the loop commits the batch
 * and acts on what the turn has listed.
 */
import {
  type AttemptEvent,
  type CallbackRecord,
  DEFAULT_MAX_MAP_LENGTH,
  type DagRun,
  eventsOfSuccess,
  type InboxEvent,
  isLast,
  type Micros,
  planScheduledRuns,
  type PlannedRun,
  type RunChanges,
  type TaskInstance,
} from "@momiji/core";
import type { CommitBatch, CommitResult } from "@momiji/store";
import { type AlarmKey, alarmKey, readAlarmKey } from "./alarms/alarms.ts";
import { TurnAlarms } from "./alarms/turn-alarms.ts";
import { TurnInputs } from "./alarms/turn-inputs.ts";
import { takeAssetRun } from "./asset-queues.ts";
import type { ActiveRun, DagEntry } from "./dag-entry.ts";
import type { Dispatched } from "./dispatcher.ts";
import { failingDags } from "./failing-dags.ts";
import { judgeReturn } from "./mapped-returns.ts";
import type { SchedulerOptions } from "./scheduler-options.ts";
import { changesRows, givesValues, PendingRun } from "./pending-run.ts";
import { type Again, type Applied, takenAgain } from "./refused-runs.ts";
import { newRunLetters } from "./run-letters.ts";
import type { Roster } from "./roster.ts";
import { type TakenOver, takeOver, type Unwanted } from "./take-over.ts";
import type { TimelineKey } from "./timeline.ts";

/** What a commit has left for the next turn; of runs that it has not written, the events. */
export interface Fresh extends Pick<Again, "events" | "apart"> {
  /** Runs that it has made, and those loaded again because the store held another truth. */
  readonly runs: readonly ActiveRun[];
  readonly entries: readonly DagEntry[];
  /** What was taken from the inbox is still there. */
  readonly inbox: boolean;
}

export const NOTHING_FRESH: Fresh = { runs: [], entries: [], events: [], apart: [], inbox: false };

type FinishedEvent = Extract<AttemptEvent, { type: "finished" }>;
type ScheduleChange = NonNullable<CommitBatch["schedules"]>[number];

export class Turn {
  readonly #roster: Roster;
  readonly #options: SchedulerOptions;
  readonly openedAt: Micros;
  #now: Micros;
  #isUrgent = false;
  readonly #pending = new Map<number, PendingRun>();
  /** Runs with news that their machine has not settled yet. */
  readonly #unsettled = new Set<ActiveRun>();
  /** DAGs whose schedule or queue of runs must be looked at. */
  readonly #toLookAt = new Set<DagEntry>();
  readonly #newRuns: PlannedRun[] = [];
  readonly #schedules: ScheduleChange[] = [];
  /** Timeline key to the instant at which it is due; null: not any more. */
  readonly wakeAt = new Map<TimelineKey, Micros | null>();
  /** Attempts whose outcome this turn's commit holds, or that nobody waits for. */
  acknowledged: string[] = [];
  cancelled: (Unwanted & { readonly runKey?: number })[] = [];
  readonly alarms: TurnAlarms;
  readonly #inputs: TurnInputs;
  readonly #drained: number[] = [];
  /** Callbacks that may go out, once the commit holds them. */
  toDeliver: readonly CallbackRecord[] = [];
  endedRuns: DagRun[] = [];
  /** Runs that ended by somebody's word. */
  readonly markedRuns: DagRun[] = [];
  /** Runs of which nothing that others keep of them holds any more. */
  readonly changedRuns: number[] = [];
  readonly #applied: Applied[] = [];

  constructor(roster: Roster, options: SchedulerOptions, now: Micros) {
    this.#roster = roster;
    this.#options = options;
    this.openedAt = now;
    this.#now = now;
    const { wakeAt } = this;
    this.alarms = new TurnAlarms(roster.alarms, options, { now: () => this.#now, wakeAt });
    const pendingOf = (active: ActiveRun): PendingRun => this.#pendingOf(active);
    this.#inputs = new TurnInputs({ roster, wakeAt, pendingOf, apply: (event) => this.applyEvent(event) });
  }

  /** More news for a turn that was left open. */
  goOn(now: Micros): void {
    this.#now = now;
  }

  /** It may not be left open: somebody waits for what it holds. */
  hurry(): void {
    this.#isUrgent = true;
  }

  /**
   * Whether what was decided may be committed later, with what other attempts report meanwhile: nothing came of it but
   * states of task instances, and it is not older than that.
   */
  mayWait(limit: Micros): boolean {
    const hasNews = this.#newRuns.length + this.#schedules.length + this.endedRuns.length > 0;
    const hasDuties = this.cancelled.length + this.#drained.length > 0 || !this.alarms.isEmpty;
    if (this.#isUrgent || hasNews || hasDuties || this.#pending.size === 0) return false;
    return this.#roster.hasAttemptsOut && this.#now - this.openedAt < limit;
  }

  /** DAGs that were read, for the first time or again. */
  refreshed(entries: Iterable<DagEntry>): void {
    for (const entry of entries) this.#lookAt(entry);
  }

  /** Runs that were loaded. */
  tookUp(runs: Iterable<ActiveRun>): void {
    for (const active of runs) {
      this.#lookAt(active.entry);
      this.#inputs.tookUp(active);
      this.#takeUpDeadlines(active);
      if (active.machine.run.state === "running") this.#unsettled.add(active);
    }
  }

  /** Of runs that others have changed: those that this turn has nothing of. The rest turns out stale at the commit. */
  untouched(runKeys: Iterable<number>): number[] {
    this.#isUrgent = true;
    return [...runKeys].filter((runKey) => !this.#pending.has(runKey));
  }

  /** What others have done to runs. */
  tookOver({ runs, entries, ended, unwanted, changed }: TakenOver): void {
    for (const runKey of changed) this.wakeAt.set(runKey, null);
    this.tookUp(runs);
    this.refreshed(entries);
    this.cancelled.push(...unwanted);
    this.markedRuns.push(...ended);
    this.changedRuns.push(...changed);
  }

  applyEvent(arrived: AttemptEvent): void {
    const { attemptId } = arrived;
    if (isLast(arrived)) this.acknowledged.push(attemptId);
    if (this.alarms.takeDelivery(arrived)) return;
    const active = this.#roster.runOfAttempt(attemptId);
    if (active !== undefined) this.#applied.push({ active, event: arrived });
    const before = active?.dag.hasCallbacks === true ? active.machine.instanceOfAttempt(attemptId) : undefined;
    const { event, length } = judgeReturn(active, arrived, this.#options.maxMapLength ?? DEFAULT_MAX_MAP_LENGTH);
    const instance = active?.machine.applyEvent(event) ?? null;
    if (instance !== null && length !== null) active?.machine.returned(instance, length);
    if (isLast(event) && !isAnswerAwaited(active, attemptId)) this.#roster.attemptIsOver(attemptId);
    if (active === undefined || instance === null) {
      if (event.type === "finished")
        this.#options.log.info(`dropped a late event of the superseded attempt ${event.attemptId}`);
      return;
    }
    this.#unsettled.add(active);
    if (givesValues(event)) this.#pendingOf(active).addValues(instance, event);
    if (event.type === "finished") this.#noteAssets(active, instance, event);
    if (event.type === "finished" && instance.state === "awaiting_input")
      this.#inputs.asked(active, instance, event.at);
    if (before === undefined) return;
    const callbacks = this.alarms.ofEvent(active, [before, instance], event);
    if (callbacks.length > 0) this.#pendingOf(active).addCallbacks(callbacks);
  }

  /** What came from outside of the executors: the commit of this turn takes it out of the inbox. */
  applyInbox(entries: readonly { readonly id: number; readonly event: InboxEvent }[]): void {
    for (const { id, event } of entries) {
      this.#drained.push(id);
      if (event.type !== "answered") this.applyEvent(event);
      else if (!this.#inputs.answered(event)) this.#options.log.info(`dropped a late answer to ${event.attemptId}`);
    }
  }

  /** Keys of the timeline that are due: a number is a run's, a text a DAG's or an alarm's. */
  fallDue(keys: readonly TimelineKey[]): void {
    for (const key of keys) {
      const alarm = readAlarmKey(key);
      if (alarm !== null) this.#alarmDue(alarm);
      const active = typeof key === "number" ? this.#roster.run(key) : undefined;
      if (active !== undefined) this.#unsettled.add(active);
      const entry = typeof key === "string" ? this.#roster.entry(key) : undefined;
      if (entry !== undefined) this.#lookAt(entry);
    }
  }

  /** Draws every conclusion. What it returns is to be dispatched once the batch is committed. */
  decide(): Dispatched[] {
    this.alarms.arm();
    this.#startAll();
    const dispatched = this.#roster.slots.grant().map(({ active, instance, priority }) => {
      const attemptId = this.#options.newAttemptId(this.#now);
      const queued = active.machine.queue(instance, attemptId, this.#now);
      this.#roster.attemptIsOut(attemptId, active);
      this.#unsettled.add(active);
      return { active, dag: active.dag, instance: queued, priority };
    });
    this.#settleAll();
    return dispatched.map((each) => ({ ...each, run: each.active.machine.run }));
  }

  /** Null: nothing is to be written. */
  toBatch(): CommitBatch | null {
    const { updates, missed } = this.alarms;
    const lists = [this.#newRuns, this.#schedules, updates, missed, this.#drained];
    if (this.#pending.size === 0 && lists.every((list) => list.length === 0)) return null;
    return {
      owner: this.#options.owner,
      fence: this.#roster.fence,
      now: this.#now,
      runs: [...this.#pending.values()].map((pending) => pending.toCommit()),
      newRuns: this.#newRuns,
      schedules: this.#schedules,
      ...(updates.length === 0 ? {} : { callbackUpdates: updates }),
      ...(missed.length === 0 ? {} : { missed }),
      ...(this.#drained.length === 0 ? {} : { drained: this.#drained }),
      ...failingDags(this.endedRuns, this.#roster),
    };
  }

  /** The batch is in the store. Gives what the next turn must look at. */
  async committed({ stale, refused, created, paused }: CommitResult): Promise<Fresh> {
    for (const { dagId, reason } of paused) this.#options.log.warn(`${dagId} is ${reason}`);
    const isStale = new Set(stale);
    for (const { active } of this.#pending.values()) if (!isStale.has(active.runKey)) active.revision++;
    this.toDeliver = this.alarms.takeToDeliver(isStale);
    const runs = await this.#roster.takeUpNew(created.flatMap((answer) => (answer.created ? [answer.run] : [])));
    // A run that somebody made by hand has the date already: as in Airflow the schedule passes over it.
    const passedOver = created.flatMap((answer) =>
      answer.created ? [] : (this.#roster.entry(answer.existing.dagId) ?? []),
    );
    if (stale.length === 0) return { ...NOTHING_FRESH, runs, entries: passedOver };
    const changed = stale.length - refused.length;
    if (changed > 0) this.#options.log.info(`${changed} runs had changed in the store; deciding on them anew`);
    const { again, letGo } = this.#takeBack(isStale, refused);
    const ahead = stale.map((runKey) => (this.#pending.get(runKey) as PendingRun).active);
    const taken = await takeOver({ roster: this.#roster, store: this.#options.store }, stale, ahead);
    this.cancelled.push(...taken.unwanted, ...letGo.filter(({ attemptId }) => !this.#roster.wants(attemptId)));
    this.markedRuns.push(...taken.ended);
    this.changedRuns.push(...taken.changed);
    const inbox = this.#drained.length > 0;
    const { events, apart, stuck } = again;
    const movable = taken.runs.filter(({ runKey }) => !stuck.has(runKey));
    return { runs: [...runs, ...movable], entries: [...passedOver, ...taken.entries], events, apart, inbox };
  }

  /** What this turn made of these runs is not in the store: nothing may follow of it, and their events come again. */
  #takeBack(isStale: ReadonlySet<number>, refused: CommitResult["refused"]): { again: Again; letGo: Unwanted[] } {
    const applied = this.#applied.filter(({ active }) => isStale.has(active.runKey));
    const again = takenAgain({ applied, refused, runs: this.#pending }, this.#options.log);
    const comeAgain = new Set(applied.map(({ event }) => event.attemptId));
    const letGo = this.cancelled.filter(({ runKey }) => runKey !== undefined && isStale.has(runKey));
    this.acknowledged = this.acknowledged.filter((attemptId) => !comeAgain.has(attemptId));
    this.cancelled = [...this.cancelled.filter((unwanted) => !letGo.includes(unwanted)), ...again.unwanted];
    this.endedRuns = this.endedRuns.filter(({ runKey }) => !isStale.has(runKey));
    return { again, letGo };
  }

  /** A run may end as soon as it is started, and make room for the next. */
  #startAll(): void {
    const seen = new Set<DagEntry>();
    this.#settleAll();
    while (this.#toLookAt.size > 0) {
      const entries = [...this.#toLookAt];
      this.#toLookAt.clear();
      for (const entry of entries) this.#startRuns(entry);
      for (const entry of entries) seen.add(entry);
      this.#settleAll();
    }
    for (const entry of seen) this.#scheduleRuns(entry);
  }

  #lookAt(entry: DagEntry): void {
    this.#isUrgent = true;
    this.#toLookAt.add(entry);
  }

  #settleAll(): void {
    // Settling a run may free another that depends on its past, so the set may grow meanwhile.
    for (const active of this.#unsettled) this.#settle(active);
    this.#unsettled.clear();
  }

  #settle(active: ActiveRun): void {
    this.#unsettled.delete(active);
    const { machine } = active;
    machine.settle(this.#now);
    const changes = machine.takeChanges();
    this.wakeAt.set(active.runKey, changes.wakeAt);
    if (changesRows(changes)) this.#pendingOf(active).add(changes);
    this.#roster.slots.update(active, changes);
    for (const attemptId of changes.cancel)
      this.cancelled.push({ attemptId, reason: changes.run?.reason ?? "no longer wanted", runKey: active.runKey });
    this.#tellRunsAfter(active, changes);
    if (changes.ended) this.#end(active);
  }

  #tellRunsAfter(active: ActiveRun, changes: RunChanges): void {
    for (const next of active.entry.runsAfter(active.runKey)) {
      next.machine.previousChanged(changes);
      this.#unsettled.add(next);
    }
  }

  #end(active: ActiveRun): void {
    this.#roster.drop(active);
    this.wakeAt.set(active.runKey, null);
    this.endedRuns.push(active.machine.run);
    const { callbacks, met } = this.alarms.ofEnd(active);
    if (callbacks.length > 0) this.#pendingOf(active).addCallbacks(callbacks);
    if (met.length > 0) this.#pendingOf(active).addDeadlines(met);
    this.#toLookAt.add(active.entry);
  }

  /** Starts queued runs as long as the DAG, or their backfill, may have more. */
  #startRuns(entry: DagEntry): void {
    if (entry.isOff) return;
    const begin = (): ActiveRun | null => entry.begin(this.#now) ?? this.#roster.backfiller.begin(entry, this.#now);
    for (let active = begin(); active !== null; active = begin()) {
      active.machine.start(this.#now);
      this.#unsettled.add(active);
    }
  }

  #scheduleRuns(entry: DagEntry): void {
    const plan = planScheduledRuns(entry.scheduleView(this.#options.catchupLimit), this.#now);
    this.wakeAt.set(entry.dagId, this.#earlier(plan.wakeAt, entry.queue.nextRunAfter()));
    this.#newRuns.push(...plan.runs);
    const letters = this.#options.newRunLetters ?? newRunLetters;
    const byAssets = takeAssetRun(entry, plan.runs.length, letters);
    if (byAssets !== null) this.#newRuns.push(byAssets);
    const moved = plan.lastInterval !== entry.lastInterval;
    if (moved || plan.held !== entry.heldReason) {
      this.#schedules.push({
        dagId: entry.dagId,
        heldReason: plan.held,
        ...(moved && plan.lastInterval !== null ? { lastInterval: plan.lastInterval } : {}),
      });
      if (plan.held !== null) this.#options.log.warn(`${entry.dagId} is held: ${plan.held}`);
    }
    entry.lastInterval = plan.lastInterval;
    entry.heldReason = plan.held;
    if (plan.held === null && !entry.isOff) entry.accepted(this.#now);
  }

  /** A queued run that is due already waits for something else than time. */
  #earlier(planned: Micros | null, queued: Micros | null): Micros | null {
    if (queued === null || queued <= this.#now) return planned;
    return planned === null ? queued : Math.min(planned, queued);
  }

  #takeUpDeadlines(active: ActiveRun): void {
    const { runKey } = active;
    if (active.dag.spec.deadlines === undefined) return;
    const { deadlines } = this.#roster.alarms;
    const fresh = deadlines.takeFresh(runKey);
    if (fresh.length > 0) this.#pendingOf(active).addDeadlines(fresh);
    this.wakeAt.set(alarmKey.deadline(runKey), deadlines.nextOf(runKey));
  }

  #alarmDue({ kind, id }: AlarmKey): void {
    switch (kind) {
      case "callback":
        return this.alarms.callbackDue(id);
      case "input":
        return this.#inputs.timedOut(id, this.#now);
      case "deadline": {
        const active = this.#roster.run(Number(id));
        if (active === undefined) this.alarms.deadlineDueOfEnded(Number(id));
        else this.alarms.judge(active.machine.run, active.dag);
      }
    }
  }

  /** A success is an event of each outlet, written with it. */
  #noteAssets(active: ActiveRun, instance: TaskInstance, { attemptId, assetEvents }: FinishedEvent): void {
    const { taskId, mapIndex, state } = instance;
    const task = active.dag.tasks.get(taskId);
    if (task?.outlets === undefined || state !== "success") return;
    const events = eventsOfSuccess(active.dag.spec, task, assetEvents);
    if (events.length > 0) this.#pendingOf(active).addAssetEvents({ taskId, mapIndex, attemptId, events });
  }

  #pendingOf(active: ActiveRun): PendingRun {
    let pending = this.#pending.get(active.runKey);
    if (pending === undefined) {
      pending = new PendingRun(active);
      this.#pending.set(active.runKey, pending);
    }
    return pending;
  }
}

/** Its worker is done with it, but it waits for a person's answer. */
function isAnswerAwaited(active: ActiveRun | undefined, attemptId: string): boolean {
  return active?.dag.asksPeople === true && active.machine.instanceOfAttempt(attemptId) !== undefined;
}
