/** A DAG that this scheduler owns, with what the loop keeps of it in memory. */
import {
  type AssetQueue,
  createTimetable,
  type DataInterval,
  maxActiveRuns,
  type Micros,
  NOTHING_QUEUED,
  parseInstant,
  type RunMachine,
  type ScheduleView,
  type Timetable,
} from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import { RunQueue } from "./run-queue.ts";
import type { VersionedDag } from "./versioned-dag.ts";

/** An unfinished run in memory. */
export interface ActiveRun {
  readonly runKey: number;
  readonly entry: DagEntry;
  readonly dag: VersionedDag;
  readonly machine: RunMachine;
  /** Revision of the run's row in the store. */
  revision: number;
  /** Key of the run that this one looks back at; null: none, or no task looks back. Changed by `DagEntry.lookBack`. */
  previousKey: number | null;
}

const NONE: readonly ActiveRun[] = [];

export class DagEntry {
  readonly dagId: string;
  record: DagRecord;
  current: VersionedDag;
  timetable: Timetable;
  lastInterval: DataInterval | null;
  /** The assets that have changed since the last run by assets, as far as this scheduler was told. */
  assetQueue: AssetQueue = NOTHING_QUEUED;
  /** Why no scheduled runs are created, as the store was last told. */
  heldReason: string | null;
  /** Runs due by then passed the catchup guard already. */
  #acceptedUntil: Micros | null;
  /** Unfinished runs by key, in the order they were taken up. */
  readonly runs = new Map<number, ActiveRun>();
  /** Unfinished runs by the key of the run that they look back at. */
  readonly #after = new Map<number, Set<ActiveRun>>();
  /** The same without those of backfills, by who may start. */
  readonly queue = new RunQueue<ActiveRun>();
  /** Those whose version looks back at the run before; usually all or none. */
  readonly lookingBack = new Set<ActiveRun>();

  constructor(record: DagRecord, current: VersionedDag) {
    this.dagId = record.dagId;
    this.record = record;
    this.current = current;
    this.timetable = timetableOf(record);
    this.lastInterval = record.lastInterval;
    this.heldReason = record.heldReason;
    this.#acceptedUntil = record.catchupConfirmedAt;
  }

  /** The DAG was read again: another version, paused, confirmed, gone or back. */
  refresh(record: DagRecord, current: VersionedDag): void {
    const changed = record.version !== this.record.version;
    this.record = record;
    this.current = current;
    if (changed) this.timetable = timetableOf(record);
    this.#acceptedUntil = latest(this.#acceptedUntil, record.catchupConfirmedAt);
  }

  /** Nothing new starts: paused, or gone from its file. */
  get isOff(): boolean {
    return this.record.isPaused || !this.record.isActive;
  }

  enter(active: ActiveRun): void {
    this.runs.set(active.runKey, active);
    this.#link(active);
    if (active.dag.graph.dependsOnPast) this.lookingBack.add(active);
    if (active.machine.run.backfill === undefined) this.queue.enter(active);
  }

  leave(active: ActiveRun): void {
    this.runs.delete(active.runKey);
    this.#unlink(active);
    this.lookingBack.delete(active);
    if (active.machine.run.backfill === undefined) this.queue.leave(active);
  }

  /** The next of the DAG's own runs that may start now; null: none. From now on it has begun. */
  begin(now: Micros): ActiveRun | null {
    return this.queue.begin({ limit: maxActiveRuns(this.current.spec, this.timetable), isHeld: false }, now);
  }

  /** From now on this run looks back at that one. */
  lookBack(active: ActiveRun, previousKey: number | null): void {
    this.#unlink(active);
    active.previousKey = previousKey;
    this.#link(active);
  }

  /** The active run that is the past of others: those whose machines look back at it. */
  runsAfter(runKey: number): Iterable<ActiveRun> {
    return this.#after.get(runKey) ?? NONE;
  }

  versionsInUse(): Set<number> {
    return new Set([this.current.version, ...[...this.runs.values()].map(({ dag }) => dag.version)]);
  }

  accepted(now: Micros): void {
    this.#acceptedUntil = latest(this.#acceptedUntil, now);
  }

  scheduleView(catchupLimit: number): ScheduleView {
    return {
      spec: this.current.spec,
      dagVersion: this.current.version,
      timetable: this.timetable,
      lastInterval: this.lastInterval,
      isOff: this.isOff,
      unfinishedRuns: this.queue.size,
      catchupLimit,
      catchupConfirmedAt: this.#acceptedUntil,
    };
  }

  #link(active: ActiveRun): void {
    const { previousKey } = active;
    if (previousKey === null) return;
    const after = this.#after.get(previousKey);
    if (after === undefined) this.#after.set(previousKey, new Set([active]));
    else after.add(active);
  }

  #unlink(active: ActiveRun): void {
    const { previousKey } = active;
    const after = previousKey === null ? undefined : this.#after.get(previousKey);
    if (after?.delete(active) === true && after.size === 0) this.#after.delete(previousKey as number);
  }
}

function timetableOf({ spec }: DagRecord): Timetable {
  return createTimetable(spec.schedule, {
    startDate: spec.startDate === undefined ? null : parseInstant(spec.startDate),
  });
}

function latest(a: Micros | null, b: Micros | null): Micros | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
