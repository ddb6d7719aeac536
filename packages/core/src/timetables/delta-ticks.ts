import type { DeltaSpec } from "../dag-spec.ts";
import { type Micros, parseInstant, secondsToSpan } from "../instant.ts";
import { TimetableInvalid } from "../timetable.ts";
import { addDelta, calendarDeltaText, type SplitDelta, splitDelta } from "./calendar-delta.ts";
import { spanText } from "./span-text.ts";
import type { Ticks } from "./ticks.ts";

/** The beginning of a 28-day month: a delta that is positive here is positive everywhere. */
const SHORTEST_MONTH = parseInstant("2023-02-01T00:00:00Z");

/** Ticks at equal distances. They are bound to no clock: every moment counts as a tick, as in Airflow. */
export class DeltaTicks implements Ticks {
  readonly summary: string;
  readonly description = "";
  readonly #delta: SplitDelta;
  readonly #startDate: Micros | null;

  /** @throws TimetableInvalid if the delta does not lead forward */
  constructor(delta: DeltaSpec, startDate: Micros | null) {
    this.#startDate = startDate;
    this.#delta = "calendar" in delta ? splitDelta(delta.calendar) : { months: 0, span: secondsToSpan(delta.seconds) };
    if (!Number.isInteger(this.#delta.months)) {
      throw new TimetableInvalid(`years and months must be whole numbers, not ${JSON.stringify(delta)}`);
    }
    if (!(this.next(SHORTEST_MONTH) > SHORTEST_MONTH)) {
      throw new TimetableInvalid(`the schedule's interval must be positive, not ${JSON.stringify(delta)}`);
    }
    this.summary = "calendar" in delta ? calendarDeltaText(delta.calendar) : spanText(this.#delta.span);
  }

  next(at: Micros): Micros {
    return addDelta(at, this.#delta, 1);
  }

  previous(at: Micros): Micros {
    return addDelta(at, this.#delta, -1);
  }

  alignNext(at: Micros): Micros {
    return at;
  }

  alignPrevious(at: Micros): Micros {
    return at;
  }

  /** The grid of a fixed delta is counted from 1970, that of months and years from the start date. */
  latestStart(now: Micros, earliest: Micros | null): Micros {
    const { months, span } = this.#delta;
    return this.previous(months === 0 ? Math.floor(now / span) * span : this.#lastStep(earliest ?? now, now));
  }

  lastBefore(at: Micros): Micros | null {
    const start = this.#startDate;
    if (start === null || start >= at) return null;
    const { months, span } = this.#delta;
    return months === 0 ? start + Math.floor((at - 1 - start) / span) * span : this.#lastStep(start, at - 1);
  }

  /** The last step from `start` that is not after `limit`, one at a time: 31 January leads to 28 February, then 28 March. */
  #lastStep(start: Micros, limit: Micros): Micros {
    let step = start;
    for (let next = this.next(step); next <= limit; next = this.next(step)) step = next;
    return step;
  }
}
