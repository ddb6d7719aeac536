/** The difference of two moments in calendar units, as pendulum counts it. */
import { civilOf, dayOf, daysInMonth } from "./civil.ts";
import type { PyMoment } from "./moment.ts";

export interface PreciseDifference {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly microseconds: number;
  /** All days, without months and years. */
  readonly totalDays: number;
}

/**
 * From `start` to `end`, every part with the sign of the whole. In one zone wall times are compared, so that a day is a day
 * across a change of the clocks; otherwise both are taken in UTC.
 */
export function preciseDifference(start: PyMoment, end: PyMoment): PreciseDifference {
  const sign = start.instant > end.instant ? -1 : 1;
  const [first, second] = sign < 0 ? [end, start] : [start, end];
  const totalDays = dayOf(second.wall) - dayOf(first.wall);
  const sameZone = first.zone !== null && second.zone !== null && first.zone.name === second.zone.name;
  const inUtc = !sameZone || totalDays === 0;
  const [from, to] = [first, second].map((moment) => civilOf(inUtc ? moment.instant : moment.wall)) as [
    ReturnType<typeof civilOf>,
    ReturnType<typeof civilOf>,
  ];
  const borrow = { value: 0 };
  const microseconds = borrowed(to.microsecond - from.microsecond, 1_000_000, borrow);
  const seconds = borrowed(to.second - from.second, 60, borrow);
  const minutes = borrowed(to.minute - from.minute, 60, borrow);
  const hours = borrowed(to.hour - from.hour, 24, borrow);
  const months = { value: (to.year - from.year) * 12 + to.month - from.month };
  const days = calendarDays(to.day - from.day - borrow.value, { from, to }, months);
  const signed = (value: number) => (value === 0 ? 0 : sign * value);
  return {
    years: signed(Math.floor(months.value / 12)),
    months: signed(months.value - Math.floor(months.value / 12) * 12),
    days: signed(days),
    hours: signed(hours),
    minutes: signed(minutes),
    seconds: signed(seconds),
    microseconds: signed(microseconds),
    totalDays: signed(totalDays),
  };
}

/** The difference of one unit, borrowing from the next larger one where it is negative. */
function borrowed(difference: number, size: number, borrow: { value: number }): number {
  const value = difference - borrow.value;
  borrow.value = value < 0 ? 1 : 0;
  return value < 0 ? value + size : value;
}

/** Days beyond the months; a negative count borrows the month before `to`. */
function calendarDays(
  difference: number,
  ends: { readonly from: ReturnType<typeof civilOf>; readonly to: ReturnType<typeof civilOf> },
  months: { value: number },
): number {
  if (difference >= 0) return difference;
  const { from, to } = ends;
  const before = to.month === 1 ? daysInMonth(to.year - 1, 12) : daysInMonth(to.year, to.month - 1);
  const surplus = daysInMonth(to.year, to.month) - before;
  if (difference === surplus) return 0;
  months.value -= 1;
  return difference + (difference < surplus && before < from.day ? from.day : before);
}
