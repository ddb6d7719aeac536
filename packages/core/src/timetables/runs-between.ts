import type { Micros } from "../instant.ts";
import type { Timetable, TimetableRun } from "../timetable.ts";

/** `Timetable.between` of every timetable with a period: its own `next`, over and over, with catchup. */
export function runsBetween(
  next: Timetable["next"],
  [from, to]: readonly [Micros, Micros],
  limit: number,
): TimetableRun[] {
  const runs: TimetableRun[] = [];
  const restriction = { earliest: from, latest: null, catchup: true };
  let run = next(null, restriction, from);
  while (run !== null && run.logicalDate <= to && runs.length < limit) {
    if (run.logicalDate >= from) runs.push(run);
    run = next(run.dataInterval, restriction, from);
  }
  return runs;
}

/** The run of an interval: the later end decides when, the beginning is its logical date. */
export function runOver(start: Micros, end: Micros): TimetableRun {
  return { logicalDate: start, dataInterval: { start, end }, runAfter: end };
}
