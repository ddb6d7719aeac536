/** The three timetables without a beat: never, once, and again as soon as the last run is over. */
import type { Micros } from "../instant.ts";
import type { DataInterval, TimeRestriction, Timetable, TimetableRun } from "../timetable.ts";
import { runOver } from "./runs-between.ts";

const WITHOUT_PERIOD = {
  canBeScheduled: true,
  activeRunsLimit: null,
  previous: () => null,
  between: () => [],
  manualInterval: (runAfter: Micros): DataInterval => ({ start: runAfter, end: runAfter }),
} as const;

/** Runs only by hand or through the API. */
export const noneTimetable: Timetable = {
  ...WITHOUT_PERIOD,
  canBeScheduled: false,
  summary: "None",
  description: "Never, external triggers only",
  next: () => null,
};

/** One run, at the start date or at once; catchup makes no difference. */
export const onceTimetable: Timetable = {
  ...WITHOUT_PERIOD,
  summary: "@once",
  description: "Once, as soon as possible",
  next(last, { earliest, latest }, now) {
    const at = earliest ?? now;
    return last !== null || (latest !== null && at > latest) ? null : runOver(at, at);
  },
};

/** One run after another, each about the time since the one before it. */
export const continuousTimetable: Timetable = {
  ...WITHOUT_PERIOD,
  activeRunsLimit: 1,
  summary: "@continuous",
  description: "As frequently as possible, but only one run at a time.",
  next(last, restriction, now) {
    const run = continuousRun(last, restriction, now);
    return restriction.latest !== null && run.dataInterval.end > restriction.latest ? null : run;
  },
};

function continuousRun(last: DataInterval | null, { earliest }: TimeRestriction, now: Micros): TimetableRun {
  const start = earliest ?? now;
  if (last === null) return runOver(start, Math.max(start, now));
  // A last run that ends in the future means that the start date was moved: begin there, as long as that run was.
  return last.end > now ? runOver(start, start + (last.end - last.start)) : runOver(last.end, now);
}
