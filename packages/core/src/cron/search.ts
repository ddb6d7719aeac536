/**
 * From a wall time to the nearest tick of a cron, days first, then the time of day, without stepping through minutes.
 *
 * A wall time is what a clock on the wall shows, counted in microseconds as if the wall stood in UTC.
 */
import { DAY, MINUTE, SECOND } from "../instant.ts";
import { type AllowedValues, NONE } from "./allowed-values.ts";
import { fromDayNumber, toDayNumber } from "./calendar.ts";
import type { Cron } from "./cron.ts";
import { matchingDays } from "./month-days.ts";

/** Microseconds of a wall clock since 1970-01-01T00:00 on that clock. */
export type WallMicros = number;

/** How far a search goes before it says that there is no tick; croniter's number. Enough for any leap day. */
const YEARS_TO_SEARCH = 50;

/** Looking forward and looking back are one search with the signs changed. */
interface Direction {
  readonly step: 1 | -1;
  nearest(values: AllowedValues, from: number): number;
  edge(values: AllowedValues): number;
  readonly firstMonth: number;
  readonly firstDay: number;
  /** The first day of the mask at or behind `day`, or `NONE`. */
  dayIn(mask: number, day: number): number;
}

const FORWARD: Direction = {
  step: 1,
  nearest: (values, from) => values.atOrAfter(from),
  edge: (values) => values.first,
  firstMonth: 1,
  firstDay: 1,
  dayIn(mask, day) {
    const rest = mask & (-1 << (day - 1));
    return rest === 0 ? NONE : 32 - Math.clz32(rest & -rest);
  },
};

const BACKWARD: Direction = {
  step: -1,
  nearest: (values, from) => values.atOrBefore(from),
  edge: (values) => values.last,
  firstMonth: 12,
  firstDay: 31,
  dayIn(mask, day) {
    const rest = mask & (0x7fff_ffff >>> (31 - day));
    return rest === 0 ? NONE : 32 - Math.clz32(rest);
  },
};

/** The first tick strictly after `wall`; null if there is none within fifty years. */
export function nextTick(cron: Cron, wall: WallMicros): WallMicros | null {
  const unit = cron.hasSeconds ? SECOND : MINUTE;
  return tickFrom(cron, (Math.floor(wall / unit) + 1) * unit, FORWARD);
}

/** The last tick strictly before `wall`; null if there is none within fifty years. */
export function previousTick(cron: Cron, wall: WallMicros): WallMicros | null {
  const unit = cron.hasSeconds ? SECOND : MINUTE;
  return tickFrom(cron, Math.floor((wall - 1) / unit) * unit, BACKWARD);
}

function tickFrom(cron: Cron, from: WallMicros, direction: Direction): WallMicros | null {
  const today = Math.floor(from / DAY);
  let day = dayFrom(cron, today, direction);
  if (day === today) {
    const time = timeFrom(cron, (from - today * DAY) / SECOND, direction);
    if (time !== NONE) return day * DAY + time * SECOND;
    day = dayFrom(cron, today + direction.step, direction);
  }
  if (day === null) return null;
  const { hours, minutes, seconds } = cron;
  const time = secondOfDay(direction.edge(hours), direction.edge(minutes), direction.edge(seconds));
  return day * DAY + time * SECOND;
}

/** The nearest day number that matches, `from` included; null if the search gives up. */
function dayFrom(cron: Cron, from: number, direction: Direction): number | null {
  const start = fromDayNumber(from);
  let { year, month, day } = start;
  while (Math.abs(year - start.year) <= YEARS_TO_SEARCH) {
    const wantedYear = cron.years === null ? year : direction.nearest(cron.years, year);
    if (wantedYear === NONE) return null;
    const wantedMonth = wantedYear === year ? direction.nearest(cron.months, month) : NONE;
    if (wantedMonth === NONE) {
      year = wantedYear === year ? year + direction.step : wantedYear;
      month = direction.firstMonth;
      day = direction.firstDay;
      continue;
    }
    if (wantedMonth !== month) day = direction.firstDay;
    const found = direction.dayIn(matchingDays(cron.days, year, wantedMonth), day);
    if (found !== NONE) return toDayNumber(year, wantedMonth, found);
    month = wantedMonth + direction.step;
    day = direction.firstDay;
  }
  return null;
}

/** The nearest matching second of the day, `from` included, or `NONE` if it is on another day. */
function timeFrom(cron: Cron, from: number, direction: Direction): number {
  const { hours, minutes, seconds } = cron;
  const { nearest, edge, step } = direction;
  const fromHour = Math.floor(from / 3600);
  const fromMinute = Math.floor(from / 60) % 60;
  let hour = nearest(hours, fromHour);
  if (hour === fromHour) {
    let minute = nearest(minutes, fromMinute);
    if (minute === fromMinute) {
      const second = nearest(seconds, from % 60);
      if (second !== NONE) return secondOfDay(hour, minute, second);
      minute = nearest(minutes, fromMinute + step);
    }
    if (minute !== NONE) return secondOfDay(hour, minute, edge(seconds));
    hour = nearest(hours, fromHour + step);
  }
  return hour === NONE ? NONE : secondOfDay(hour, edge(minutes), edge(seconds));
}

function secondOfDay(hour: number, minute: number, second: number): number {
  return (hour * 60 + minute) * 60 + second;
}
