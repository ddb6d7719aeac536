/**
 * Which scheduled runs of a DAG are to be created now, and when to look again.
 *
 * As Airflow: a run is created when `run_after <= now` and the DAG has fewer unfinished runs than `max_active_runs`.
 * Beyond Airflow: the catchup guard. A DAG that would make up for more than `catchupLimit` past runs is held until a
 * person confirms, so that a start date of 1970 does not run the history of computing.
 */
import { whyRunTypeForbidden } from "./allowed-run-types.ts";
import { generateRunId } from "./dag-run.ts";
import type { DagSpec } from "./dag-spec.ts";
import { formatInstant, MILLISECOND, type Micros, parseInstant } from "./instant.ts";
import type { PlannedRun } from "./planned-run.ts";
import type { DataInterval, TimeRestriction, Timetable, TimetableRun } from "./timetable.ts";

/** Airflow's `[core] max_active_runs_per_dag`. */
export const DEFAULT_MAX_ACTIVE_RUNS = 16;

export interface ScheduleView {
  readonly spec: DagSpec;
  readonly dagVersion: number;
  readonly timetable: Timetable;
  /** Interval of the last automated run. */
  readonly lastInterval: DataInterval | null;
  /** Paused, or gone from its file: nothing is created. */
  readonly isOff: boolean;
  /** Queued and running runs of the DAG, those of backfills left out: they have a limit of their own. */
  readonly unfinishedRuns: number;
  readonly catchupLimit: number;
  /** Runs that were due by then are accepted; null: nobody confirmed anything. */
  readonly catchupConfirmedAt: Micros | null;
}

export interface SchedulePlan {
  readonly runs: readonly PlannedRun[];
  readonly lastInterval: DataInterval | null;
  /** When the next run is due; null: none, or it waits for something else than time. */
  readonly wakeAt: Micros | null;
  /** Why runs that are due are not created; null: nothing holds them. */
  readonly held: string | null;
}

/** Start date, end date and catchup of a DAG, as its timetable asks for them. */
export function restrictionOf(spec: DagSpec): TimeRestriction {
  return {
    earliest: spec.startDate === undefined ? null : parseInstant(spec.startDate),
    latest: spec.endDate === undefined ? null : parseInstant(spec.endDate),
    catchup: spec.catchup,
  };
}

/** Most unfinished runs of the DAG at once. */
export function maxActiveRuns(spec: DagSpec, timetable: Timetable): number {
  return Math.min(spec.maxActiveRuns ?? DEFAULT_MAX_ACTIVE_RUNS, timetable.activeRunsLimit ?? Number.POSITIVE_INFINITY);
}

export function planScheduledRuns(view: ScheduleView, now: Micros): SchedulePlan {
  const nothing = { runs: [], lastInterval: view.lastInterval, wakeAt: null, held: null };
  if (view.isOff || !view.timetable.canBeScheduled) return nothing;
  if (whyRunTypeForbidden(view.spec, "scheduled") !== null) return nothing;
  const restriction = restrictionOf(view.spec);
  const room = maxActiveRuns(view.spec, view.timetable) - view.unfinishedRuns;
  // A timetable that allows one run at a time starts the next interval where the last run ended, not before.
  if (room <= 0 && view.timetable.activeRunsLimit !== null) return nothing;
  const held = heldByCatchup(view, restriction, now);
  if (held !== null) return { ...nothing, held: held.words };
  const runs: PlannedRun[] = [];
  let last = view.lastInterval;
  let next = view.timetable.next(last, restriction, now);
  while (next !== null && next.runAfter <= now && runs.length < room) {
    // Where the last run ended within this very instant (`@continuous`), the next begins with the next one.
    if (last !== null && next.runAfter <= last.end) return { ...nothing, wakeAt: last.end + MILLISECOND };
    runs.push(scheduledRun(view, next));
    last = next.dataInterval;
    next = runs.length < room ? view.timetable.next(last, restriction, now) : next;
  }
  const waitsForTime = next !== null && next.runAfter > now;
  return { runs, lastInterval: last, wakeAt: waitsForTime ? (next as TimetableRun).runAfter : null, held: null };
}

/** The next `limit` runs that the schedule will ask for, whatever holds them, for people to look at. */
export function upcomingRuns(view: ScheduleView, now: Micros, limit: number): TimetableRun[] {
  const restriction = restrictionOf(view.spec);
  const runs: TimetableRun[] = [];
  let last = view.lastInterval;
  while (runs.length < limit) {
    const next = view.timetable.next(last, restriction, now);
    if (next === null) break;
    runs.push(next);
    last = next.dataInterval;
  }
  return runs;
}

function scheduledRun(view: ScheduleView, run: TimetableRun): PlannedRun {
  return {
    dagId: view.spec.dagId,
    runId: generateRunId("scheduled", run.runAfter),
    runType: "scheduled",
    triggeredBy: "timetable",
    logicalDate: run.logicalDate,
    dataIntervalStart: run.dataInterval.start,
    dataIntervalEnd: run.dataInterval.end,
    runAfter: run.runAfter,
    conf: {},
    dagVersion: view.dagVersion,
    note: null,
  };
}

/** Counting further than this would itself be a runaway. */
const COUNT_LIMIT = 10_000;

type CatchupView = Pick<ScheduleView, "spec" | "timetable" | "lastInterval" | "catchupLimit" | "catchupConfirmedAt">;

/** A catchup that waits for a person's word. */
export interface CatchupHold {
  readonly words: string;
  /** Runs that it would create; `isMore`: that many were counted, and there are more. */
  readonly count: number;
  readonly isMore: boolean;
  /** The most that need nobody's word. */
  readonly limit: number;
  /** The logical dates of the first and, if all were counted, of the last. */
  readonly from: string;
  readonly to: string | null;
}

/** Null: no catchup waits. */
export function heldByCatchup(view: CatchupView, restriction: TimeRestriction, now: Micros): CatchupHold | null {
  if (!restriction.catchup) return null;
  const confirmed = view.catchupConfirmedAt ?? Number.NEGATIVE_INFINITY;
  let last = view.lastInterval;
  let first: TimetableRun | null = null;
  let final: TimetableRun | null = null;
  let count = 0;
  while (count < Math.max(COUNT_LIMIT, view.catchupLimit + 1)) {
    const next = view.timetable.next(last, restriction, now);
    if (next === null || next.runAfter > now) break;
    // Runs are made in order: one that was accepted lets all before it through.
    if (next.runAfter <= confirmed) return null;
    first ??= next;
    final = next;
    last = next.dataInterval;
    count++;
  }
  if (count <= view.catchupLimit || first === null || final === null) return null;
  const isMore = count >= COUNT_LIMIT;
  const hold = { count, isMore, limit: view.catchupLimit, from: formatInstant(first.logicalDate) };
  const to = isMore ? null : formatInstant(final.logicalDate);
  return { ...hold, to, words: holdWords({ ...hold, to }, view.spec.dagId) };
}

function holdWords({ count, isMore, limit, from, to }: Omit<CatchupHold, "words">, dagId: string): string {
  const many = isMore ? `more than ${COUNT_LIMIT - 1}` : String(count);
  return (
    `catchup would create ${many} runs, from ${from} ${to === null ? "on" : `to ${to}`}; ` +
    `more than ${limit} need a person's word: ` +
    `\`momiji dags confirm-catchup ${dagId}\` creates them; or set catchup to false, or a later startDate`
  );
}
