/** Pendulum's own formatting: `YYYY-MM-DD HH:mm:ss`, English names. */
import { dayOfYear, isoWeek, offsetText, padded, weekday } from "./civil.ts";
import type { PyMoment } from "./moment.ts";
import { DAY_NAMES, MONTH_NAMES } from "../../calendar-names.ts";

const TOKENS =
  /\[([^[]*)\]|\\(.)|(Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|eo?|E{1,4}|w[o|w]?|W[o|W]?|Qo?|YYYY|YY|Y|gg(?:ggg?)?|GG(?:GGG?)?|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|LTS|LT|LL?L?L?)/g;

const LOCAL_FORMATS: { readonly [token: string]: string } = {
  LTS: "h:mm:ss A",
  LT: "h:mm A",
  L: "MM/DD/YYYY",
  LL: "MMMM D, YYYY",
  LLL: "MMMM D, YYYY h:mm A",
  LLLL: "dddd, MMMM D, YYYY h:mm A",
};

/** The moment after a pattern of tokens; `[text]` and `\x` stand for themselves, unknown tokens too. */
export function pendulumFormat(moment: PyMoment, pattern: string): string {
  return pattern.replace(TOKENS, (...match) => {
    const [whole, bracketed, escaped, token] = match as [string, string?, string?, string?];
    if (bracketed !== undefined && bracketed !== "") return bracketed;
    if (escaped !== undefined) return escaped;
    if (token === undefined) return whole === "[]" ? "" : whole;
    const local = Object.hasOwn(LOCAL_FORMATS, token) ? LOCAL_FORMATS[token] : undefined;
    if (local !== undefined) return pendulumFormat(moment, local);
    return dateToken(moment, token) ?? timeToken(moment, token) ?? token;
  });
}

function dateToken(moment: PyMoment, token: string): string | undefined {
  const { year, month, day } = moment.civil;
  const quarter = Math.ceil(month / 3);
  const weekDay = weekday(moment.wall);
  const dayName = DAY_NAMES[weekDay] as string;
  const tokens: { readonly [token: string]: () => string } = {
    YYYY: () => String(year),
    YY: () => String(year).slice(2),
    Y: () => String(year),
    Q: () => String(quarter),
    Qo: () => ordinal(quarter),
    MMMM: () => MONTH_NAMES[month - 1] as string,
    MMM: () => (MONTH_NAMES[month - 1] as string).slice(0, 3),
    MM: () => padded(month, 2),
    M: () => String(month),
    Mo: () => ordinal(month),
    DDDD: () => padded(dayOfYear(moment.wall), 3),
    DDD: () => String(dayOfYear(moment.wall)),
    DDDo: () => ordinal(dayOfYear(moment.wall)),
    DD: () => padded(day, 2),
    D: () => String(day),
    Do: () => ordinal(day),
    dddd: () => dayName,
    ddd: () => dayName.slice(0, 3),
    dd: () => dayName.slice(0, 2),
    d: () => String((weekDay + 1) % 7),
    do: () => ordinal((weekDay + 1) % 7),
    E: () => String(weekDay + 1),
    e: () => String((weekDay + 1) % 7),
    eo: () => ordinal(((weekDay + 1) % 7) + 1),
    wo: () => ordinal(isoWeek(moment.wall).week),
  };
  return Object.hasOwn(tokens, token) ? tokens[token]?.() : undefined;
}

function timeToken(moment: PyMoment, token: string): string | undefined {
  const { hour, minute, second, microsecond } = moment.civil;
  const seconds = () => (moment.instant - BigInt(microsecond)) / 1_000_000n;
  const tokens: { readonly [token: string]: () => string } = {
    HH: () => padded(hour, 2),
    H: () => String(hour),
    hh: () => padded(hour % 12 || 12, 2),
    h: () => String(hour % 12 || 12),
    mm: () => padded(minute, 2),
    m: () => String(minute),
    ss: () => padded(second, 2),
    s: () => String(second),
    A: () => (hour >= 12 ? "PM" : "AM"),
    X: () => String(seconds()),
    x: () => String(seconds() * 1000n + BigInt(Math.floor(microsecond / 1000))),
    zz: () => moment.zoneName,
    z: () => moment.zone?.name ?? "",
    Z: () => zoneOffset(moment, ":"),
    ZZ: () => zoneOffset(moment, ""),
  };
  if (/^S{1,6}$/.test(token)) return padded(microsecond, 6).slice(0, token.length);
  return Object.hasOwn(tokens, token) ? tokens[token]?.() : undefined;
}

function zoneOffset(moment: PyMoment, separator: string): string {
  const offset = moment.offsetSeconds;
  return offset === null ? "" : offsetText(Math.trunc(offset / 60) * 60, separator);
}

function ordinal(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teens ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
}
