/**
 * The contract of a timetable: which runs a schedule asks for, and when. Implementations stand in `timetables/`.
 *
 * Pure: `now` is an argument. The rules are Airflow's (`next_dagrun_info`, `infer_manual_data_interval`).
 */
import type { Micros } from "./instant.ts";

/** `[start, end)`: the stretch of data that a run is about. */
export interface DataInterval {
  readonly start: Micros;
  readonly end: Micros;
}

/** One run that a timetable asks for; it is created when `runAfter <= now`. */
export interface TimetableRun {
  readonly logicalDate: Micros;
  readonly dataInterval: DataInterval;
  readonly runAfter: Micros;
}

/** What limits a timetable: start and end date (both inclusive, null: none) and whether missed runs are made up for. */
export interface TimeRestriction {
  readonly earliest: Micros | null;
  readonly latest: Micros | null;
  readonly catchup: boolean;
}

export interface Timetable {
  /**
   * The run that follows the last automated run (scheduled or backfill; null: there was none), or null if none follows.
   * A tick that never comes ("0 0 31 2 *") gives null.
   */
  next(last: DataInterval | null, restriction: TimeRestriction, now: Micros): TimetableRun | null;
  /** The tick strictly before `before`; null where there is none, or where the timetable has no ticks of its own. */
  previous(before: Micros): Micros | null;
  /**
   * All runs with `from <= logicalDate <= to`, in order, as backfills take them (catchup semantics), at most `limit`.
   * Empty for timetables without a period (none, once, continuous): there is nothing to fill.
   */
  between(from: Micros, to: Micros, limit: number): TimetableRun[];
  /** The data interval of a run triggered by hand at `runAfter`. */
  manualInterval(runAfter: Micros): DataInterval;
  /** A short text for lists, as Airflow's `summary`: the cron string, `1 day, 0:00:00`, `@once`, ... */
  readonly summary: string;
  /** A sentence for people ("At 03:00"), empty where there is none. */
  readonly description: string;
  /** False for timetables that never make a run by themselves. */
  readonly canBeScheduled: boolean;
  /** Most runs that may be active at once, null: no limit of the timetable's own (`@continuous`: 1). */
  readonly activeRunsLimit: number | null;
}

/** A schedule that no timetable can be made of; the message says which part is wrong and what would be right. */
export class TimetableInvalid extends Error {
  override readonly name = "TimetableInvalid";
}
