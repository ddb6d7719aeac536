/**
 * The proleptic Gregorian calendar over plain integers. A *wall* time is microseconds since 1970-01-01T00:00 on the clock
 * of its own zone (bigint, since years 1 to 9999 do not fit a float exactly).
 */
import { raise } from "../errors.ts";

export type Wall = bigint;

export const MICROS_PER_SECOND = 1_000_000n;
export const MICROS_PER_DAY = 86_400n * MICROS_PER_SECOND;

export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] as number);
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day is the last. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. */
export function dateOfDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** The day number that a wall time lies in. */
export function dayOf(wall: Wall): number {
  const days = wall / MICROS_PER_DAY;
  return Number(wall % MICROS_PER_DAY < 0n ? days - 1n : days);
}

export function civilOf(wall: Wall): Civil {
  const days = dayOf(wall);
  const rest = Number(wall - BigInt(days) * MICROS_PER_DAY);
  const seconds = Math.floor(rest / 1e6);
  return {
    ...dateOfDay(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    microsecond: rest % 1e6,
  };
}

/** @throws ValueError for fields out of their range, in Python's words. */
export function wallOf(civil: Civil): Wall {
  const { year, month, day, hour, minute, second, microsecond } = civil;
  if (!(year >= 1 && year <= 9999)) raise("ValueError", `year ${year} is out of range`);
  if (!(month >= 1 && month <= 12)) raise("ValueError", "month must be in 1..12");
  if (!(day >= 1 && day <= daysInMonth(year, month))) raise("ValueError", "day is out of range for month");
  if (!(hour >= 0 && hour <= 23)) raise("ValueError", "hour must be in 0..23");
  if (!(minute >= 0 && minute <= 59)) raise("ValueError", "minute must be in 0..59");
  if (!(second >= 0 && second <= 59)) raise("ValueError", "second must be in 0..59");
  if (!(microsecond >= 0 && microsecond <= 999_999)) raise("ValueError", "microsecond must be in 0..999999");
  const seconds = BigInt(hour * 3600 + minute * 60 + second);
  return BigInt(dayNumber(year, month, day)) * MICROS_PER_DAY + seconds * MICROS_PER_SECOND + BigInt(microsecond);
}

const FIRST_WALL = -62_135_596_800n * MICROS_PER_SECOND;
const LAST_WALL = 253_402_300_800n * MICROS_PER_SECOND - 1n;

/** The wall time itself. @throws OverflowError outside of the years 1 to 9999. */
export function checkedWall(wall: Wall): Wall {
  return wall < FIRST_WALL || wall > LAST_WALL ? raise("OverflowError", "date value out of range") : wall;
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(wall: Wall): number {
  return (((dayOf(wall) + 3) % 7) + 7) % 7;
}

/** 1 for January the first. */
export function dayOfYear(wall: Wall): number {
  const days = dayOf(wall);
  return days - dayNumber(dateOfDay(days).year, 1, 1) + 1;
}

/** ISO 8601 week: the week belongs to the year of its Thursday. */
export function isoWeek(wall: Wall): { readonly year: number; readonly week: number; readonly day: number } {
  const thursday = dayOf(wall) - weekday(wall) + 3;
  const { year } = dateOfDay(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1, day: weekday(wall) + 1 };
}

/** A number with leading zeros. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** `+09:00`, with seconds if there are any; `separator` may be empty. */
export function offsetText(offsetSeconds: number, separator = ":"): string {
  const all = Math.abs(offsetSeconds);
  const parts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, ...(all % 60 === 0 ? [] : [all % 60])];
  return (offsetSeconds < 0 ? "-" : "+") + parts.map((part) => padded(part, 2)).join(separator);
}
