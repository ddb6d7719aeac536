import type { Micros } from "../instant.ts";

/**
 * The beat that a timetable keeps time with; data-interval and trigger timetables are built on any of them.
 * Null always means that no tick lies in that direction.
 */
export interface Ticks {
  readonly summary: string;
  readonly description: string;
  /** The first tick strictly after `at`. */
  next(at: Micros): Micros | null;
  /** The last tick before `at` as Airflow counts it; beside a change of the clocks this may be `at` or later. */
  previous(at: Micros): Micros | null;
  /** `at` if it is a tick, else the next one. */
  alignNext(at: Micros): Micros | null;
  /** `at` if it is a tick, else the previous one. */
  alignPrevious(at: Micros): Micros | null;
  /** Where the latest interval that is whole at `now` begins. `earliest` is the start date, null: there is none. */
  latestStart(now: Micros, earliest: Micros | null): Micros | null;
  /** The last tick strictly before `at` that there would be since the DAG's start date. */
  lastBefore(at: Micros): Micros | null;
}
