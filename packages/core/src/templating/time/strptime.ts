/** `strptime` in the C locale. */
import { raise } from "../errors.ts";
import { dayNumber, dateOfDay, type Civil } from "./civil.ts";
import { DAY_NAMES, MONTH_NAMES } from "../../calendar-names.ts";

/** What was read: the fields, and the offset in seconds if the text had one. */
export interface Parsed {
  readonly civil: Civil;
  readonly offsetSeconds: number | null;
  /** From `%Z`: `UTC` or `GMT`. */
  readonly zoneName: string | null;
}

const names = (all: readonly string[], length?: number) => all.map((name) => name.slice(0, length)).join("|");

const PATTERNS: { readonly [letter: string]: string } = {
  d: "3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]",
  f: "\\d{1,6}",
  H: "2[0-3]|[01]\\d|\\d",
  I: "1[0-2]|0[1-9]|[1-9]",
  j: "36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]",
  m: "1[0-2]|0[1-9]|[1-9]",
  M: "[0-5]\\d|\\d",
  S: "6[01]|[0-5]\\d|\\d",
  U: "5[0-3]|[0-4]\\d|\\d",
  W: "5[0-3]|[0-4]\\d|\\d",
  w: "[0-6]",
  u: "[1-7]",
  V: "5[0-3]|0[1-9]|[1-4]\\d|\\d",
  y: "\\d\\d",
  Y: "\\d{4}",
  G: "\\d{4}",
  z: "[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|[Zz]",
  Z: "UTC|GMT",
  p: "AM|PM",
  A: names(DAY_NAMES),
  a: names(DAY_NAMES, 3),
  B: names(MONTH_NAMES),
  b: names(MONTH_NAMES, 3),
};

const COMPOSED: { readonly [letter: string]: string } = {
  c: "%a %b %d %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/** Reads `text` after `format`. @throws ValueError as Python does. */
export function strptime(text: string, format: string): Parsed {
  const letters: string[] = [];
  const pattern = patternOf(format, letters);
  const match = new RegExp(`^${pattern}`, "i").exec(text);
  if (match === null) return raise("ValueError", `time data '${text}' does not match format '${format}'`);
  if (match[0].length !== text.length) raise("ValueError", `unconverted data remains: ${text.slice(match[0].length)}`);
  const found = new Map(letters.map((letter, index) => [letter, match[index + 1] as string]));
  return assemble(found);
}

function patternOf(format: string, letters: string[]): string {
  const spaced = format.replace(/%([cxX])/g, (_, letter: string) => COMPOSED[letter] as string);
  return spaced.replace(/%(.?)|\s+|[.*+?^${}()|[\]\\]/gs, (whole, letter?: string) => {
    if (letter === undefined) return /^\s/.test(whole) ? "\\s+" : `\\${whole}`;
    if (letter === "%") return "%";
    const part = Object.hasOwn(PATTERNS, letter) ? PATTERNS[letter] : undefined;
    if (part === undefined) return raise("ValueError", `'${letter}' is a bad directive in format '${format}'`);
    if (letters.includes(letter)) raise("error", `redefinition of group name '${letter}'`);
    letters.push(letter);
    return `(${part})`;
  });
}

function assemble(found: ReadonlyMap<string, string>): Parsed {
  const number = (letter: string) => (found.has(letter) ? Number(found.get(letter)) : undefined);
  const year = number("Y") ?? century(number("y")) ?? number("G") ?? 1900;
  const date = weekDate(found, year) ?? { year, month: monthOf(found) ?? 1, day: number("d") ?? 1 };
  const civil: Civil = {
    ...date,
    hour: hourOf(found),
    minute: number("M") ?? 0,
    second: Math.min(number("S") ?? 0, 61),
    microsecond: Number((found.get("f") ?? "0").padEnd(6, "0")),
  };
  return { civil, offsetSeconds: offsetOf(found.get("z")), zoneName: found.get("Z")?.toUpperCase() ?? null };
}

function century(year: number | undefined): number | undefined {
  return year === undefined ? undefined : year <= 68 ? 2000 + year : 1900 + year;
}

function monthOf(found: ReadonlyMap<string, string>): number | undefined {
  const number = found.get("m");
  if (number !== undefined) return Number(number);
  const name = (found.get("B") ?? found.get("b"))?.toLowerCase();
  return name === undefined ? undefined : MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;
}

function hourOf(found: ReadonlyMap<string, string>): number {
  const half = found.get("I");
  if (half === undefined) return Number(found.get("H") ?? 0);
  return (Number(half) % 12) + (found.get("p")?.toUpperCase() === "PM" ? 12 : 0);
}

function weekdayOf(found: ReadonlyMap<string, string>): number | undefined {
  if (found.has("u")) return Number(found.get("u")) - 1;
  if (found.has("w")) return (Number(found.get("w")) + 6) % 7;
  const name = (found.get("A") ?? found.get("a"))?.toLowerCase();
  return name === undefined ? undefined : DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name));
}

/** A date given by the day of the year, or by week and weekday. */
function weekDate(found: ReadonlyMap<string, string>, year: number): ReturnType<typeof dateOfDay> | undefined {
  const first = dayNumber(year, 1, 1);
  if (found.has("j")) return dateOfDay(first + Number(found.get("j")) - 1);
  const day = weekdayOf(found);
  if (day === undefined) return undefined;
  if (found.has("V")) {
    const monday = mondayOfFirstIsoWeek(year);
    return dateOfDay(monday + (Number(found.get("V")) - 1) * 7 + day);
  }
  const week = found.get("W") ?? found.get("U");
  if (week === undefined) return undefined;
  const startsSunday = found.has("U");
  const firstWeekday = (((first + 3 + (startsSunday ? 1 : 0)) % 7) + 7) % 7;
  const dayInWeek = startsSunday ? (day + 1) % 7 : day;
  return dateOfDay(first + ((7 - firstWeekday) % 7) + (Number(week) - 1) * 7 + dayInWeek);
}

function mondayOfFirstIsoWeek(year: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^z$/i.test(text)) return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (text.slice(1).replaceAll(":", "").match(/\d\d/g) ?? []).map(Number);
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
