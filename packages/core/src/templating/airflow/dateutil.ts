/** `macros.dateutil`: `parser.parse`, `relativedelta`, `tz`. */
import { indexArgument, textArgument } from "../python/arguments.ts";
import { builtin } from "../python/function.ts";
import { isTrue } from "../python/protocol.ts";
import { type PyValue, type Runtime } from "../python/value.ts";
import { type Civil, civilOf, MICROS_PER_DAY, wallOf, weekday } from "../time/civil.ts";
import { completed, readDate } from "../time/date-text.ts";
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
function parse([text, , dayFirst, yearFirst]: readonly PyValue[], given: PyValue, rt: Runtime): PyDateTime {
  const order = { dayFirst: isTrue(dayFirst as PyValue, rt), yearFirst: isTrue(yearFirst as PyValue, rt) };
  const read = readDate(textArgument(text as PyValue, "Parser"), order);
  const { year, month, day } = read.fields;
  const complete = year !== undefined && month !== undefined && day !== undefined;
  const base = given instanceof PyDateTime ? given.wall : complete ? 0n : midnight(BigInt(rt.now()));
  const civil: Civil = completed(read.fields, civilOf(base));
  const wall = wallOf(civil);
  const ahead = read.weekday === null || day !== undefined ? 0 : (read.weekday - weekday(wall) + 7) % 7;
  return new PyDateTime(wall + BigInt(ahead) * MICROS_PER_DAY, zoneAt(read.offsetSeconds));
}

const parser = pyModule("dateutil.parser", {
  parse: builtin("parse", [["timestr"], ["parserinfo", null], ["dayfirst", false], ["yearfirst", false], ["default", null]], (args, rt) => {
    return parse(args, args[4] as PyValue, rt);
  }),
  isoparse: builtin("isoparse", [["dt_str"]], ([text]) => {
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
    tzutc: builtin("tzutc", [], () => UTC_ZONE),
    gettz: builtin("gettz", [["name"]], ([name]) => namedZone(textArgument(name as PyValue, "name"))),
    tzoffset: builtin("tzoffset", [["name"], ["offset"]], ([, offset]) => zoneAt(indexArgument(offset as PyValue))),
  }),
});
