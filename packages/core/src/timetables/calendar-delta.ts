import type { CalendarDelta } from "../dag-spec.ts";
import { DAY, fromTemporal, HOUR, type Micros, type MicrosSpan, MINUTE, SECOND, toTemporal } from "../instant.ts";

/** A `CalendarDelta` in the two parts that are added one after the other: months (clamped to the last day), then time. */
export interface SplitDelta {
  readonly months: number;
  readonly span: MicrosSpan;
}

export function splitDelta(delta: CalendarDelta): SplitDelta {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = delta;
  const span = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return { months: years * 12 + months, span: Math.round(span) };
}

/** `at` moved by `times` (1 or -1) the delta, on the calendar in UTC: 31 January and a month is 28 February. */
export function addDelta(at: Micros, { months, span }: SplitDelta, times: 1 | -1): Micros {
  if (months === 0) return at + span * times;
  const moved = toTemporal(at)
    .toZonedDateTimeISO("UTC")
    .add({ months: months * times });
  return fromTemporal(moved.toInstant()) + span * times;
}

/** Python's text of a `relativedelta`: units carried over as far as they can be (`hours=25` is a day and an hour). */
export function calendarDeltaText(delta: CalendarDelta): string {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = delta;
  const [moreMinutes, restSeconds] = carry(seconds, 60);
  const [moreHours, restMinutes] = carry(minutes + moreMinutes, 60);
  const [moreDays, restHours] = carry(hours + moreHours, 24);
  const [moreYears, restMonths] = carry(months, 12);
  const parts: readonly (readonly [string, number])[] = [
    ["years", years + moreYears],
    ["months", restMonths],
    ["days", days + weeks * 7 + moreDays],
    ["hours", restHours],
    ["minutes", restMinutes],
    ["seconds", restSeconds],
  ];
  const written = parts
    .filter(([, value]) => value !== 0)
    .map(([unit, value]) => `${unit}=${value > 0 ? "+" : ""}${value}`);
  return `relativedelta(${written.join(", ")})`;
}

function carry(value: number, size: number): readonly [number, number] {
  const whole = Math.trunc(value / size);
  return [whole, value - whole * size];
}
