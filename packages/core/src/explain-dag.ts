/**
 * Why no scheduled run of a DAG is created now, and when the next one is: found by `planScheduledRuns` and the timetable
 * themselves. Empty exactly when a run is created.
 */
import { whyRunTypeForbidden } from "./allowed-run-types.ts";
import { type DagSwitches, whySwitchedOff } from "./explain/dag-switches.ts";
import { type Reason, someOf } from "./explain/reason.ts";
import type { DagSpec } from "./dag-spec.ts";
import { isoZ, type Micros } from "./instant.ts";
import { isRunFinished, type RunState, type RunType } from "./run-state.ts";
import { heldByCatchup, maxActiveRuns, restrictionOf, type ScheduleView } from "./schedule-runs.ts";
import type { TimetableRun } from "./timetable.ts";

export interface DagView extends Omit<ScheduleView, "isOff" | "unfinishedRuns">, DagSwitches {
  /** Runs that are not finished. */
  readonly runs: readonly { readonly runId: string; readonly state: RunState }[];
  /** What else than time the schedule waits for (assets); empty: nothing. Absent: it waits for time alone. */
  readonly assetReasons?: readonly Reason[];
}

export interface DagExplanation {
  readonly reasons: readonly Reason[];
  /** The run that the schedule asks for next, whatever holds it; null: none. */
  readonly next: TimetableRun | null;
}

export function explainDag(view: DagView, now: Micros): DagExplanation {
  const next = view.timetable.canBeScheduled ? nextRun(view, now) : null;
  const reasons = [...whySwitchedOff(view), ...whyFull(view), ...whyNeither(whyNoRun(view, next, now), view)];
  return { reasons, next };
}

function nextRun({ timetable, lastInterval, spec }: DagView, now: Micros): TimetableRun | null {
  return timetable.next(lastInterval, restrictionOf(spec), now);
}

/** Of a schedule by time and by assets either is enough. */
function whyNeither(byTime: readonly Reason[], { timetable, assetReasons }: DagView): readonly Reason[] {
  if (!timetable.canBeScheduled || assetReasons === undefined) return byTime;
  return byTime.length === 0 || assetReasons.length === 0 ? [] : [...byTime, ...assetReasons];
}

function whyFull({ spec, timetable, runs, assetReasons }: DagView): Reason[] {
  const limit = maxActiveRuns(spec, timetable);
  const unfinished = runs.filter(({ state }) => !isRunFinished(state)).map(({ runId, state }) => `${runId} (${state})`);
  const isScheduled = timetable.canBeScheduled || assetReasons !== undefined;
  if (!isScheduled || unfinished.length < limit) return [];
  return [
    {
      code: "max_active_runs",
      text: `${unfinished.length} runs are not finished, the limit (max_active_runs) is ${limit}: ${someOf(unfinished)}`,
      remedy: "wait for one of them to end, or raise the DAG's max_active_runs",
      details: { limit, runs: unfinished, count: unfinished.length },
    },
  ];
}

function whyNoRun(view: DagView, next: TimetableRun | null, now: Micros): readonly Reason[] {
  if (!view.timetable.canBeScheduled) return view.assetReasons ?? [NO_SCHEDULE];
  const forbidden = notAllowed(view.spec, "scheduled");
  if (forbidden !== null) return [forbidden];
  const held = heldByCatchup(view, restrictionOf(view.spec), now);
  if (held !== null) {
    const { words, ...details } = held;
    const remedy = `confirm it: \`momiji dags confirm-catchup ${view.spec.dagId}\`; or set catchup to false, or a later startDate`;
    return [{ code: "catchup_held", text: words, remedy, details }];
  }
  if (next === null) return [whyNever(view, now)];
  if (next.runAfter > now) return [whyNotDue(view, next, now)];
  // A timetable without ticks of its own (`@continuous`) goes on where the last run ended, not within that instant.
  return view.lastInterval !== null && next.runAfter <= view.lastInterval.end ? [whyNotDue(view, next, now)] : [];
}

/** The DAG has a schedule, but none of its runs may be of that type; null: they may. */
export function notAllowed(spec: DagSpec, runType: RunType): Reason | null {
  const text = whyRunTypeForbidden(spec, runType);
  if (text === null) return null;
  const details = { run_type: runType, allowed: spec.allowedRunTypes ?? [] };
  return { code: "run_type_not_allowed", text, remedy: "change allowedRunTypes of the DAG", details };
}

const NO_SCHEDULE: Reason = {
  code: "no_schedule",
  text: "the DAG has no schedule: it runs only when somebody triggers it",
  remedy: "trigger it: `momiji dags trigger`; or give it a schedule",
};

function whyNever({ spec, timetable, lastInterval }: DagView, now: Micros): Reason {
  const { latest } = restrictionOf(spec);
  const last = lastInterval === null ? null : isoZ(lastInterval.start);
  const after = last === null ? "" : `; the last one was about ${last}`;
  if (latest !== null) {
    const text = `no further run is due before the end date ${isoZ(latest)}${after}`;
    return {
      code: "end_date",
      text,
      remedy: "set a later endDate, or trigger it",
      details: { of: "dag", end_date: isoZ(latest), last },
    };
  }
  const text = `the schedule ${timetable.summary} asks for no further run${after} (now ${isoZ(now)})`;
  const details = { schedule: timetable.summary, last };
  return { code: "no_schedule", text, remedy: "change the schedule, or trigger it", details };
}

function whyNotDue({ spec }: DagView, { runAfter, dataInterval }: TimetableRun, now: Micros): Reason {
  const { earliest } = restrictionOf(spec);
  const interval = `about the interval from ${isoZ(dataInterval.start)} to ${isoZ(dataInterval.end)}`;
  const details = {
    run_after: isoZ(runAfter),
    interval_start: isoZ(dataInterval.start),
    interval_end: isoZ(dataInterval.end),
  };
  if (earliest !== null && earliest > now) {
    const text = `the start date ${isoZ(earliest)} has not come; the first run is due at ${isoZ(runAfter)}, ${interval}`;
    const own = { of: "dag", start_date: isoZ(earliest), ...details };
    return { code: "start_date", text, remedy: "wait, set an earlier startDate, or trigger it", details: own };
  }
  const text = `the next run is due at ${isoZ(runAfter)}, ${interval}`;
  return { code: "not_due", text, remedy: "wait, or trigger it", details };
}
