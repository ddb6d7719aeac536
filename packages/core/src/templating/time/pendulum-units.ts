/** Pendulum's modifiers: the start and end of a unit, the next weekday, the nth weekday of a month. */
import { raise } from "../errors.ts";
import { type Civil, daysInMonth, weekday, wallOf } from "./civil.ts";
import { PendulumDate, PendulumDateTime } from "./pendulum.ts";

type Pendulum = PendulumDateTime | PendulumDate;

const START_OF_DAY = { hour: 0, minute: 0, second: 0, microsecond: 0 };
const END_OF_DAY = { hour: 23, minute: 59, second: 59, microsecond: 999_999 };

/** The moment with other fields, in its own zone. */
function withFields(self: Pendulum, fields: Partial<Civil>): Pendulum {
  const wall = wallOf({ ...self.civil, ...fields });
  return self instanceof PendulumDate ? self.like(wall) : PendulumDateTime.at(wall, self.zone, self.fold);
}

function addDays(self: Pendulum, days: number): Pendulum {
  return self.shift({ years: 0, months: 0, days, micros: 0n });
}

/** The first moment of the second, minute, hour, day, week (Monday), month, year, decade or century. */
export function startOf(self: Pendulum, unit: string): Pendulum {
  const { year } = self.civil;
  switch (checkedUnit(self, unit, "start_of")) {
    case "second":
      return withFields(self, { microsecond: 0 });
    case "minute":
      return withFields(self, { second: 0, microsecond: 0 });
    case "hour":
      return withFields(self, { minute: 0, second: 0, microsecond: 0 });
    case "day":
      return withFields(self, START_OF_DAY);
    case "week":
      return withFields(addDays(self, -weekday(self.wall)), START_OF_DAY);
    case "month":
      return withFields(self, { day: 1, ...START_OF_DAY });
    case "year":
      return withFields(self, { month: 1, day: 1, ...START_OF_DAY });
    case "decade":
      return withFields(self, { year: year - (year % 10), month: 1, day: 1, ...START_OF_DAY });
    default:
      return withFields(self, { year: year - ((year - 1) % 100), month: 1, day: 1, ...START_OF_DAY });
  }
}

/** The last microsecond of the unit. */
export function endOf(self: Pendulum, unit: string): Pendulum {
  const { year, month } = self.civil;
  switch (checkedUnit(self, unit, "end_of")) {
    case "second":
      return withFields(self, { microsecond: 999_999 });
    case "minute":
      return withFields(self, { second: 59, microsecond: 999_999 });
    case "hour":
      return withFields(self, { minute: 59, second: 59, microsecond: 999_999 });
    case "day":
      return withFields(self, END_OF_DAY);
    case "week":
      return withFields(addDays(self, 6 - weekday(self.wall)), END_OF_DAY);
    case "month":
      return withFields(self, { day: daysInMonth(year, month), ...END_OF_DAY });
    case "year":
      return withFields(self, { month: 12, day: 31, ...END_OF_DAY });
    case "decade":
      return withFields(self, { year: year - (year % 10) + 9, month: 12, day: 31, ...END_OF_DAY });
    default:
      return withFields(self, { year: year - ((year - 1) % 100) + 99, month: 12, day: 31, ...END_OF_DAY });
  }
}

const UNITS = ["day", "week", "month", "year", "decade", "century"];

function checkedUnit(self: Pendulum, unit: string, what: string): string {
  const known = UNITS.includes(unit) || (self.hasTime && ["second", "minute", "hour"].includes(unit));
  return known ? unit : raise("ValueError", `Invalid unit "${unit}" for ${what}()`);
}

/** The nearest moment after (`1`) or before (`-1`) that falls on a weekday, 0 for Monday; null: the same weekday. */
export function nextWeekday(self: Pendulum, day: number | null, step: 1 | -1): Pendulum {
  const today = weekday(self.wall);
  const wanted = day ?? today;
  if (wanted < 0 || wanted > 6) raise("ValueError", "Invalid day of week");
  const distance = (((wanted - today) * step + 6) % 7) + 1;
  return addDays(self, distance * step);
}

export interface NthOfUnit {
  readonly unit: string;
  /** From 1; -1 for the last. */
  readonly nth: number;
  /** 0 for Monday; null: any day. */
  readonly weekday: number | null;
}

/** The nth weekday of a month, quarter or year, at midnight. */
export function nthOf(self: Pendulum, wanted: NthOfUnit): Pendulum {
  const [firstMonth, months] = monthsOf(self, wanted.unit);
  const { year } = self.civil;
  const first = withFields(self, { month: firstMonth, day: 1, ...START_OF_DAY });
  const lastMonth = firstMonth + months - 1;
  const last = withFields(self, { month: lastMonth, day: daysInMonth(year, lastMonth), ...START_OF_DAY });
  if (wanted.weekday === null) return wanted.nth < 0 ? last : first;
  if (wanted.nth < 0) return onOr(last, wanted.weekday, -1);
  const found = addDays(onOr(first, wanted.weekday, 1), 7 * (wanted.nth - 1));
  if (found.wall <= last.wall) return found;
  return raise("PendulumException", `Unable to find occurrence ${wanted.nth} of that weekday in ${wanted.unit}`);
}

/** The day itself if it falls on the weekday, else the nearest one. */
function onOr(self: Pendulum, day: number, step: 1 | -1): Pendulum {
  return weekday(self.wall) === day ? self : nextWeekday(self, day, step);
}

function monthsOf(self: Pendulum, unit: string): readonly [first: number, count: number] {
  const { month } = self.civil;
  if (unit === "month") return [month, 1];
  if (unit === "quarter") return [Math.ceil(month / 3) * 3 - 2, 3];
  return unit === "year" ? [1, 12] : raise("ValueError", `Invalid unit "${unit}" for first_of()`);
}
