/** Backfills: which runs one makes, runs again or leaves alone, over a range of dates (Airflow's `_create_backfill`). */
import { type DagRun, generateRunId } from "./dag-run.ts";
import type { DagSpec } from "./dag-spec.ts";
import { formatInstant, type Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import type { PlannedRun } from "./planned-run.ts";
import { isRunFinished } from "./run-state.ts";
import { whyRunTypeForbidden } from "./allowed-run-types.ts";
import type { Timetable, TimetableRun } from "./timetable.ts";

/** What becomes of a date that has a run already. `none`: it is left; else it runs again if it failed, or if it ended at all. */
export type ReprocessBehavior = "none" | "failed" | "completed";

export interface BackfillRequest {
  /** Logical dates, both included. */
  readonly from: Micros;
  readonly to: Micros;
  /** The latest date first. */
  readonly runBackwards: boolean;
  /** Of every run of it; null: none is given, runs that run again keep theirs. */
  readonly conf: { readonly [name: string]: Json } | null;
  readonly reprocessBehavior: ReprocessBehavior;
  /** Most runs of this backfill at once, whatever the DAG's own limit is. */
  readonly maxActiveRuns: number;
  /** Of the dates in the range these alone; absent: all. */
  readonly only?: readonly Micros[];
  /** Of the dates in the range all but these. */
  readonly exclude?: readonly Micros[];
}

export interface BackfillView {
  readonly spec: DagSpec;
  readonly dagVersion: number;
  readonly timetable: Timetable;
  /** Runs of the DAG with a logical date in the range. */
  readonly existing: readonly DagRun[];
}

/** Why a date gets no run: the one it has is not finished, or is finished and stays. */
export type NoRunReason = "in flight" | "already exists";

/** One date of a backfill. */
export interface BackfillDate {
  /** From 1, in the order in which they run. */
  readonly ordinal: number;
  readonly logicalDate: Micros;
  readonly action:
    | { readonly kind: "create"; readonly run: PlannedRun }
    | { readonly kind: "reprocess"; readonly run: DagRun }
    | { readonly kind: "skip"; readonly run: DagRun; readonly reason: NoRunReason };
}

export type BackfillRefusal =
  | "not_periodic"
  | "run_type_not_allowed"
  | "dates_cross"
  | "future_dates"
  | "backwards_with_past"
  | "reprocess_with_past"
  | "too_many_dates"
  | "no_dates"
  | "invalid_limit";

export type BackfillPlan =
  | { readonly ok: true; readonly dates: readonly BackfillDate[] }
  | { readonly ok: false; readonly code: BackfillRefusal; readonly message: string };

/** More dates than this in one backfill are a slip of the pen. */
export const MAX_BACKFILL_DATES = 100_000;

/** Dates whose interval has not ended yet are left out, as in Airflow. Whether the conf fits the params is judged elsewhere. */
export function planBackfill(view: BackfillView, request: BackfillRequest, now: Micros): BackfillPlan {
  const refusal = refuse(view, request, now);
  if (refusal !== null) return { ok: false, ...refusal };
  const runs = view.timetable.between(request.from, request.to, MAX_BACKFILL_DATES + 1);
  if (runs.length > MAX_BACKFILL_DATES) {
    const message = `the range holds more than ${MAX_BACKFILL_DATES} dates: make it shorter`;
    return { ok: false, code: "too_many_dates", message };
  }
  const isWanted = wantedDates(request);
  const complete = runs.filter(({ dataInterval, logicalDate }) => dataInterval.end < now && isWanted(logicalDate));
  if (complete.length === 0) {
    const message = `No runs to create for Dag ${view.spec.dagId}: no date of its schedule in the range is complete`;
    return { ok: false, code: "no_dates", message };
  }
  const inOrder = request.runBackwards ? complete.toReversed() : complete;
  const existing = new Map(view.existing.map((run) => [run.logicalDate, run]));
  const dates = inOrder.map((run, index): BackfillDate => ({
    ordinal: index + 1,
    logicalDate: run.logicalDate,
    action: actionFor({ view, request }, run, existing.get(run.logicalDate)),
  }));
  return { ok: true, dates };
}

function wantedDates({ only, exclude = [] }: BackfillRequest): (date: Micros) => boolean {
  const named = only === undefined ? null : new Set(only);
  const left = new Set(exclude);
  return (date) => (named === null || named.has(date)) && !left.has(date);
}

function refuse(
  view: BackfillView,
  request: BackfillRequest,
  now: Micros,
): { code: BackfillRefusal; message: string } | null {
  const { spec, timetable } = view;
  if (!isPeriodic(timetable, spec))
    return {
      code: "not_periodic",
      message: `${spec.dagId} has a non-periodic schedule that does not support backfills`,
    };
  const forbidden = whyRunTypeForbidden(spec, "backfill");
  if (forbidden !== null) return { code: "run_type_not_allowed", message: forbidden };
  if (request.from > request.to) {
    const message = `from_date (${formatInstant(request.from)}) must not be after to_date (${formatInstant(request.to)}).`;
    return { code: "dates_cross", message };
  }
  if (request.from >= now) return { code: "future_dates", message: "Backfill cannot be executed for future dates." };
  if (!Number.isInteger(request.maxActiveRuns) || request.maxActiveRuns < 1)
    return { code: "invalid_limit", message: "max_active_runs must be a whole number from 1" };
  return refuseBecauseOfPast(spec, request);
}

function refuseBecauseOfPast(
  spec: DagSpec,
  request: BackfillRequest,
): { code: BackfillRefusal; message: string } | null {
  const task = spec.tasks.find(({ dependsOnPast, waitForDownstream }) => dependsOnPast || waitForDownstream);
  if (task === undefined) return null;
  if (request.runBackwards) {
    const message = `Backfill cannot be run in reverse when the Dag has tasks where depends_on_past=True ("${task.taskId}").`;
    return { code: "backwards_with_past", message };
  }
  if (request.reprocessBehavior !== "none") return null;
  const message =
    `Dag has tasks for which depends_on_past=True ("${task.taskId}"). ` +
    "You must set reprocess behavior to reprocess completed or reprocess failed.";
  return { code: "reprocess_with_past", message };
}

/** Schedules that never run by themselves, run once or run on and on have no dates to fill. */
function isPeriodic(timetable: Timetable, { schedule }: DagSpec): boolean {
  return timetable.canBeScheduled && schedule.kind !== "once" && schedule.kind !== "continuous";
}

function actionFor(
  { view, request }: { readonly view: BackfillView; readonly request: BackfillRequest },
  run: TimetableRun,
  existing: DagRun | undefined,
): BackfillDate["action"] {
  if (existing === undefined) return { kind: "create", run: plannedRun(view, request, run) };
  if (!isRunFinished(existing.state)) return { kind: "skip", run: existing, reason: "in flight" };
  const again =
    request.reprocessBehavior === "completed" ||
    (request.reprocessBehavior === "failed" && existing.state === "failed");
  return again ? { kind: "reprocess", run: existing } : { kind: "skip", run: existing, reason: "already exists" };
}

function plannedRun({ spec, dagVersion }: BackfillView, request: BackfillRequest, run: TimetableRun): PlannedRun {
  return {
    dagId: spec.dagId,
    runId: generateRunId("backfill", run.runAfter),
    runType: "backfill",
    triggeredBy: "backfill",
    logicalDate: run.logicalDate,
    dataIntervalStart: run.dataInterval.start,
    dataIntervalEnd: run.dataInterval.end,
    runAfter: run.runAfter,
    conf: request.conf ?? {},
    dagVersion,
    note: null,
  };
}
