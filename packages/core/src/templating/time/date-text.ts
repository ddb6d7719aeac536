/** Reads dates that people write, as `dateutil.parser.parse` does: ISO 8601, `3 March 2026`, `03/04/2026 10:20 PM`, ... */
import { raise } from "../errors.ts";
import { type Civil, daysInMonth } from "./civil.ts";
import { DAY_NAMES, MONTH_NAMES } from "./strftime.ts";

export interface ReadDate {
  /** Fields that the text gave. */
  readonly fields: Partial<Civil>;
  /** 0 for Monday; null: none was named. */
  readonly weekday: number | null;
  /** Seconds east of UTC; null: none was given. */
  readonly offsetSeconds: number | null;
}

export interface DateOrder {
  readonly dayFirst: boolean;
  readonly yearFirst: boolean;
}

const IGNORED = /^(?:[ ,.;\/'-]|at|on|and|ad|m|t|of|st|nd|rd|th)$/i;
const WORDS = /[a-z]+|\d+(?:\.\d+)?|./gi;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?\s*([ap]\.?m?\.?(?![a-z]))?|(?<![\d:])(\d{1,2})\s*([ap]\.?m?\.?)(?![a-z])|(?<![\d:])(\d{1,2})\s*h(?:ours?)?(?:\s*(\d{1,2})\s*m(?:in(?:utes?)?)?)?(?:\s*(\d{1,2})\s*s(?:ec(?:onds?)?)?)?(?![a-z])/i;
const OFFSET = /(?:(?:UTC|GMT)\s*)?([+-])(\d{2}):?(\d{2})?\s*(?:\([^)]*\))?$|\s*\b(?:Z|UTC|GMT)\b\s*$|(?<=\d)Z$/i;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(?:\.(\d{1,6})\d*)?)?\s*$/;

/** @throws TemplateError of kind `ParserError` if the text is no date. */
export function readDate(text: string, order: DateOrder): ReadDate {
  const clean = text.trim();
  if (clean === "") return raise("ParserError", "String does not contain a date: ");
  const clock = CLOCK.exec(clean);
  const zone = clock === null && !/\d[ T]\d{4,6}|Z$|UTC|GMT/i.test(clean) ? null : OFFSET.exec(clean);
  const rest = zone === null ? clean : clean.slice(0, zone.index);
  const offsetSeconds = zone === null ? null : offsetOf(zone);
  const compact = COMPACT.exec(rest);
  if (compact !== null) return { fields: compactFields(compact), weekday: null, offsetSeconds };
  const time = CLOCK.exec(rest);
  const date = time === null ? rest : `${rest.slice(0, time.index)} ${rest.slice(time.index + time[0].length)}`;
  const { fields, weekday } = dateFields(date.replace(/(?<=\d)T(?=\s|$)/i, " "), order, text);
  const all = { ...fields, ...(time === null ? {} : clockFields(time)) };
  if (Object.keys(all).length === 0 && weekday === null) raise("ParserError", `String does not contain a date: ${text}`);
  return { fields: all, weekday, offsetSeconds };
}

function offsetOf([, sign, hours, minutes]: RegExpExecArray): number {
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes ?? 0) * 60);
}

function compactFields(match: RegExpExecArray): Partial<Civil> {
  const [year = 0, month = 0, day = 0, hour, minute, second] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  if (hour === undefined) return { year, month, day };
  return { year, month, day, hour, minute: minute ?? 0, second: second ?? 0, microsecond: Number((match[7] ?? "0").padEnd(6, "0")) };
}

function clockFields(match: RegExpExecArray): Partial<Civil> {
  const [, hour, minute, second, fraction, half, hourOnly, halfOnly, hours, minutes, seconds] = match;
  const number = Number(hour ?? hourOnly ?? hours);
  const suffix = (half ?? halfOnly)?.toLowerCase();
  if (suffix !== undefined && (number < 1 || number > 12)) raise("ParserError", "Invalid hour specified for 12-hour clock.");
  return {
    hour: suffix === undefined ? number : (number % 12) + (suffix.startsWith("p") ? 12 : 0),
    minute: Number(minute ?? minutes ?? 0),
    second: Number(second ?? seconds ?? 0),
    microsecond: Number((fraction ?? "0").padEnd(6, "0")),
  };
}

/** Day, month and year from what is left when the time is taken out. */
function dateFields(text: string, order: DateOrder, whole: string): { readonly fields: Partial<Civil>; readonly weekday: number | null } {
  const numbers: { readonly value: number; readonly isYear: boolean }[] = [];
  let [month, weekday, monthAt]: [number | null, number | null, number] = [null, null, -1];
  for (const word of text.match(WORDS) ?? []) {
    if (/^\d/.test(word)) {
      numbers.push({ value: Number(word), isYear: word.length > 2 || Number(word) > 31 });
      continue;
    }
    const named = nameIndex(word, MONTH_NAMES);
    const day = nameIndex(word, DAY_NAMES);
    if (named >= 0) [month, monthAt] = [named + 1, numbers.length];
    else if (day >= 0) weekday = day;
    else if (!IGNORED.test(word) && word.trim() !== "") raise("ParserError", `Unknown string format: ${whole}`);
  }
  if (numbers.length > 3) raise("ParserError", `Unknown string format: ${whole}`);
  const resolved = month === null ? resolveNumbers(numbers, order) : withMonth(numbers, month, monthAt);
  if (resolved.month !== undefined && (resolved.month < 1 || resolved.month > 12)) raise("ParserError", `month must be in 1..12: ${whole}`);
  return { fields: resolved, weekday };
}

function nameIndex(word: string, names: readonly string[]): number {
  const lower = word.toLowerCase();
  const exact = (name: string) => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower;
  return names.findIndex((name) => exact(name) || (lower === "sept" && name === "September"));
}

type Numbers = readonly { readonly value: number; readonly isYear: boolean }[];

function yearOf(value: number): number {
  return value >= 100 ? value : value >= 77 ? 1900 + value : 2000 + value;
}

function withMonth(numbers: Numbers, month: number, monthAt: number): Partial<Civil> {
  const [first, second] = numbers;
  if (first === undefined) return { month };
  if (second === undefined) return first.isYear ? { month, year: yearOf(first.value) } : { month, day: first.value };
  const yearLeads = first.isYear || (second.isYear === false && monthAt === 0 && false);
  const [day, year] = yearLeads ? [second.value, first.value] : [first.value, second.value];
  return { year: yearOf(year), month, day };
}

/** Numbers alone: a year shows itself by its size, else month, day, year in America's order. */
function resolveNumbers(numbers: Numbers, order: DateOrder): Partial<Civil> {
  const values = numbers.map(({ value }) => value);
  const [a, b, c] = values as [number | undefined, number | undefined, number | undefined];
  if (a === undefined) return {};
  if (b === undefined) return numbers[0]?.isYear === true ? { year: yearOf(a) } : { day: a };
  if (c === undefined) return twoNumbers([a, b], numbers, order);
  if (numbers[0]?.isYear === true || (order.yearFirst && b <= 12)) {
    const swap = order.dayFirst && c <= 12 ? true : b > 12;
    return swap ? { year: yearOf(a), day: b, month: c } : { year: yearOf(a), month: b, day: c };
  }
  return a > 12 || (order.dayFirst && b <= 12) ? { day: a, month: b, year: yearOf(c) } : { month: a, day: b, year: yearOf(c) };
}

function twoNumbers([a, b]: readonly [number, number], numbers: Numbers, order: DateOrder): Partial<Civil> {
  if (numbers[0]?.isYear === true) return { year: yearOf(a), month: b };
  if (numbers[1]?.isYear === true) return { month: a, year: yearOf(b) };
  return order.dayFirst && b <= 12 ? { day: a, month: b } : { month: a, day: b };
}

/** The fields over a default date; a day that the month lacks is cut to its last one. */
export function completed(fields: Partial<Civil>, byDefault: Civil): Civil {
  const all = { ...byDefault, ...fields };
  return fields.day === undefined ? { ...all, day: Math.min(all.day, daysInMonth(all.year, all.month)) } : all;
}
