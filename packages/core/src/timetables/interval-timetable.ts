import type { Micros } from "../instant.ts";
import type { DataInterval, TimeRestriction, Timetable, TimetableRun } from "../timetable.ts";
import { runOver, runsBetween } from "./runs-between.ts";
import type { Ticks } from "./ticks.ts";

/** Airflow's data-interval timetables: the data between two ticks, run when it is complete. */
export class IntervalTimetable implements Timetable {
  readonly canBeScheduled = true;
  readonly activeRunsLimit = null;
  readonly #ticks: Ticks;

  constructor(ticks: Ticks) {
    this.#ticks = ticks;
  }

  get summary(): string {
    return this.#ticks.summary;
  }

  get description(): string {
    return this.#ticks.description;
  }

  next(last: DataInterval | null, restriction: TimeRestriction, now: Micros): TimetableRun | null {
    const start = this.#nextStart(last, this.#earliestStart(restriction, now));
    if (start === null || (restriction.latest !== null && start > restriction.latest)) return null;
    const end = this.#ticks.next(start);
    return end === null ? null : runOver(start, end);
  }

  previous(before: Micros): Micros | null {
    return this.#ticks.lastBefore(before);
  }

  between(from: Micros, to: Micros, limit: number): TimetableRun[] {
    return runsBetween(this.next.bind(this), [from, to], limit);
  }

  /** The last interval that was complete. */
  manualInterval(runAfter: Micros): DataInterval {
    const end = this.#ticks.alignPrevious(runAfter) ?? runAfter;
    return { start: this.#ticks.previous(end) ?? end, end };
  }

  /** Undefined: the start date lies behind the last tick; null: nothing bounds the first run. */
  #earliestStart({ earliest, catchup }: TimeRestriction, now: Micros): Micros | null | undefined {
    const aligned = earliest === null ? null : this.#ticks.alignNext(earliest);
    if (earliest !== null && aligned === null) return undefined;
    if (catchup) return aligned;
    const latestStart = this.#ticks.latestStart(now, earliest);
    return latestStart === null || aligned === null ? (latestStart ?? aligned) : Math.max(latestStart, aligned);
  }

  #nextStart(last: DataInterval | null, earliest: Micros | null | undefined): Micros | null {
    if (earliest === undefined) return null;
    if (last === null) return earliest;
    const follows = this.#ticks.alignPrevious(last.end) ?? this.#ticks.next(last.end);
    if (follows === null) return null;
    let start: Micros | null = earliest === null ? follows : Math.max(follows, earliest);
    // A schedule that became coarser leads back before the last run, and so does a half-hour change of the clocks.
    while (start !== null && start <= last.start) start = this.#ticks.next(start);
    return start;
  }
}
