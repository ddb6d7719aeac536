import { daysInMonth, toDayNumber, weekdayOf } from "./calendar.ts";
import type { DayRule, MonthDayRule, WeekdayRule } from "./cron.ts";

interface Month {
  readonly length: number;
  /** Weekday of the 1st, 0 is Sunday. */
  readonly firstWeekday: number;
}

/**
 * The days of a month that a rule allows; bit 0 is the 1st.
 *
 * If both fields say something, either is enough, as in Unix; but with `#`, `L5` or `W` the plain field beside it has
 * no say (croniter 7).
 */
export function matchingDays(rule: DayRule, year: number, month: number): number {
  const { monthDays, weekdays } = rule;
  const length = daysInMonth(year, month);
  const all = 0x7fff_ffff >>> (31 - length);
  const shape: Month = { length, firstWeekday: weekdayOf(toDayNumber(year, month, 1)) };
  const byDay = monthDays === null ? all : monthDayMask(monthDays, shape) & all;
  const byWeekday = weekdays === null ? all : weekdayMask(weekdays, shape) & all;
  if (monthDays === null || weekdays === null || weekdays.any) return byDay & byWeekday;
  const nearest = monthDays.nearestWeekdayTo !== null;
  const ordinal = weekdays.ordinals.length > 0;
  if (nearest && ordinal) return byDay & byWeekday;
  if (nearest) return byDay;
  return ordinal ? byWeekday : byDay | byWeekday;
}

function monthDayMask(rule: MonthDayRule, month: Month): number {
  if (rule.nearestWeekdayTo !== null) return bit(nearestWeekday(rule.nearestWeekdayTo, month));
  return rule.last ? rule.mask | bit(month.length) : rule.mask;
}

function nearestWeekday(wanted: number, month: Month): number {
  const day = Math.min(wanted, month.length);
  const weekday = (month.firstWeekday + day - 1) % 7;
  if (weekday === 6) return day > 1 ? day - 1 : day + 2;
  if (weekday === 0) return day < month.length ? day + 1 : day - 2;
  return day;
}

function weekdayMask(rule: WeekdayRule, month: Month): number {
  if (rule.ordinals.length > 0) {
    return rule.ordinals.reduce((mask, { weekday, nth }) => {
      const first = firstDayOn(weekday, month);
      const day = nth === "last" ? first + 7 * Math.floor((month.length - first) / 7) : first + 7 * (nth - 1);
      return day <= month.length ? mask | bit(day) : mask;
    }, 0);
  }
  let mask = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    if (rule.mask & (1 << weekday)) mask |= EVERY_SEVENTH << (firstDayOn(weekday, month) - 1);
  }
  return mask;
}

/** The 1st, 8th, 15th, 22nd and 29th. */
const EVERY_SEVENTH = 0b1_0000001_0000001_0000001_0000001;

function firstDayOn(weekday: number, month: Month): number {
  return ((weekday - month.firstWeekday + 7) % 7) + 1;
}

function bit(day: number): number {
  return 1 << (day - 1);
}
