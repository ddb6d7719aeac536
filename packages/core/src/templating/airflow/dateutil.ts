/** `macros.dateutil`: `parser.parse`, `relativedelta`, `tz`. */
import { isKind, raise } from "../errors.ts";
import { indexArgument, textArgument, REQUIRED } from "../python/arguments.ts";
import { builtin } from "../python/function.ts";
import { isTrue } from "../python/protocol.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { type Civil, civilOf, daysInMonth, MICROS_PER_DAY, type Wall, wallOf, weekday } from "../time/civil.ts";
import { readDate } from "../time/date-text.ts";
import { midnight } from "../time/date.ts";
import { PyDateTime } from "../time/datetime.ts";
import { readIso } from "../time/iso-text.ts";
import { PyRelativedelta } from "../time/relativedelta.ts";
import { FixedZone, namedZone, type PyZone } from "../time/zone.ts";
import { PyType, pyModule } from "./record.ts";

const UTC_ZONE = new FixedZone(0, "UTC", "tzutc()");

function zoneAt(offsetSeconds: number | null): PyZone | null {
  if (offsetSeconds === null) return null;
  return offsetSeconds === 0 ? UTC_ZONE : new FixedZone(offsetSeconds, "", `tzoffset(None, ${offsetSeconds})`);
}

/** What the text leaves open is taken from today's midnight. */
function parse(args: readonly PyValue[], rt: Runtime): PyDateTime {
  const text = textArgument(args[0] as PyValue, "Parser");
  const read = readDate(text, { dayFirst: isTrue(args[2] as PyValue, rt), yearFirst: isTrue(args[3] as PyValue, rt) });
  const { year, month, day } = read.fields;
  const complete = year !== undefined && month !== undefined && day !== undefined;
  const base = args[4] instanceof PyDateTime ? args[4].wall : complete ? 0n : midnight(BigInt(rt.now()));
  const fields = year === undefined ? read.fields : { ...read.fields, year: fullYear(year, read.centurySpecified, rt) };
  const wall = checkedFields({ ...civilOf(base), ...fields }, day !== undefined, text);
  const ahead = read.weekday === null || day !== undefined ? 0 : (read.weekday - weekday(wall) + 7) % 7;
  return new PyDateTime(wall + BigInt(ahead) * MICROS_PER_DAY, zoneAt(read.offsetSeconds));
}

/** A year of two digits is the one within fifty years of the present. */
function fullYear(year: number, centurySpecified: boolean, rt: Runtime): number {
  if (year >= 100 || centurySpecified) return year;
  const present = civilOf(BigInt(rt.now())).year;
  const full = year + present - (present % 100);
  if (full >= present + 50) return full - 100;
  return full < present - 50 ? full + 100 : full;
}

/** A day that was not given is cut to the month's last. @throws TemplateError of kind `ParserError`. */
function checkedFields(fields: Civil, dayGiven: boolean, text: string): Wall {
  try {
    return wallOf(dayGiven ? fields : { ...fields, day: Math.min(fields.day, daysInMonth(fields.year, fields.month)) });
  } catch (error) {
    if (isKind(error, "ValueError")) return raise("ParserError", `${error.detail}: ${text}`);
    throw error;
  }
}

const parser = pyModule("dateutil.parser", {
  parse: builtin(
    "parse",
    { timestr: REQUIRED, parserinfo: null, dayfirst: false, yearfirst: false, default: null },
    (args, rt) => {
      return parse(args, rt);
    },
  ),
  isoparse: builtin("isoparse", { dt_str: REQUIRED }, ([text]) => {
    const { civil, offsetSeconds } = readIso(textArgument(text as PyValue, "isoparse"));
    return new PyDateTime(wallOf(civil), zoneAt(offsetSeconds));
  }),
});

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((name, index) => [name, BigInt(index)] as const);

export const DATEUTIL = pyModule("dateutil", {
  parser,
  relativedelta: pyModule("dateutil.relativedelta", {
    relativedelta: new PyType("dateutil.relativedelta.relativedelta", (args) => PyRelativedelta.create(args)),
    ...Object.fromEntries(weekdays),
  }),
  tz: pyModule("dateutil.tz", {
    UTC: UTC_ZONE,
    tzutc: builtin("tzutc", {}, () => UTC_ZONE),
    gettz: builtin("gettz", { name: REQUIRED }, ([name]) => namedZone(textArgument(name as PyValue, "name"))),
    tzoffset: builtin("tzoffset", { name: REQUIRED, offset: REQUIRED }, ([, offset]) =>
      zoneAt(indexArgument(offset as PyValue)),
    ),
  }),
});
