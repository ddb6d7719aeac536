/** The classes `datetime` and `timedelta` of `macros`. */
import { raise } from "../errors.ts";
import { indexArgument, textArgument, REQUIRED } from "../python/arguments.ts";
import { builtin } from "../python/function.ts";
import type { PyValue } from "../python/value.ts";
import { dayNumber, MICROS_PER_DAY, wallOf } from "../time/civil.ts";
import { combinedWall, PyTime } from "../time/date.ts";
import { PyDateTime, timestampMicros, zoneArgument } from "../time/datetime.ts";
import { readIso } from "../time/iso-text.ts";
import { momentArgument } from "../time/moment.ts";
import { strptime } from "../time/strptime.ts";
import { PyTimedelta } from "../time/timedelta.ts";
import { FixedZone, type PyZone, STDLIB_UTC } from "../time/zone.ts";
import { offsetText } from "../time/civil.ts";
import { PyType } from "./record.ts";

/** `datetime.timezone` at an offset; null: naive. */
function stdlibZone(offsetSeconds: number | null): PyZone | null {
  if (offsetSeconds === null) return null;
  if (offsetSeconds === 0) return STDLIB_UTC;
  const name = `UTC${offsetText(offsetSeconds)}`;
  return new FixedZone(offsetSeconds, name, `datetime.timezone(datetime.timedelta(seconds=${offsetSeconds}))`);
}

/** `strptime` as a `datetime`. */
export function parsedDateTime(text: PyValue, format: PyValue): PyDateTime {
  const parsed = strptime(textArgument(text, "strptime() argument 1"), textArgument(format, "strptime() argument 2"));
  return new PyDateTime(wallOf(parsed.civil), stdlibZone(parsed.offsetSeconds));
}

/** An instant in a zone; null: its UTC wall time, naive (the local zone of templates is UTC). */
function at(instant: bigint, zone: PyZone | null): PyDateTime {
  return zone === null ? new PyDateTime(instant, null) : new PyDateTime(instant, STDLIB_UTC).inZone(zone);
}

export const DATETIME_CLASS = new PyType("datetime.datetime", (args) => PyDateTime.create(args), {
  now: builtin("now", { tz: null }, ([zone], rt) => at(BigInt(rt.now()), zoneArgument(zone as PyValue))),
  utcnow: builtin("utcnow", {}, (_args, rt) => at(BigInt(rt.now()), null)),
  today: builtin("today", {}, (_args, rt) => at(BigInt(rt.now()), null)),
  strptime: builtin("strptime", { date_string: REQUIRED, format: REQUIRED }, ([text, format]) =>
    parsedDateTime(text as PyValue, format as PyValue),
  ),
  fromisoformat: builtin("fromisoformat", { date_string: REQUIRED }, ([text]) => {
    const { civil, offsetSeconds } = readIso(textArgument(text as PyValue, "fromisoformat: argument"));
    return new PyDateTime(wallOf(civil), stdlibZone(offsetSeconds));
  }),
  fromtimestamp: builtin("fromtimestamp", { timestamp: REQUIRED, tz: null }, ([stamp, zone]) => {
    return at(timestampMicros(stamp as PyValue), zoneArgument(zone as PyValue));
  }),
  utcfromtimestamp: builtin("utcfromtimestamp", { timestamp: REQUIRED }, ([stamp]) =>
    at(timestampMicros(stamp as PyValue), null),
  ),
  fromordinal: builtin("fromordinal", { ordinal: REQUIRED }, ([ordinal]) => {
    return new PyDateTime(BigInt(indexArgument(ordinal as PyValue) - 719_163) * MICROS_PER_DAY, null);
  }),
  combine: builtin("combine", { date: REQUIRED, time: REQUIRED, tzinfo: null }, ([date, time, zone]) => {
    const clock = time instanceof PyTime ? time : raise("TypeError", "combine() argument 2 must be datetime.time");
    return new PyDateTime(
      combinedWall(momentArgument(date as PyValue), clock),
      zoneArgument(zone as PyValue) ?? clock.zone,
    );
  }),
  min: new PyDateTime(BigInt(dayNumber(1, 1, 1)) * MICROS_PER_DAY, null),
  max: new PyDateTime(BigInt(dayNumber(9999, 12, 31) + 1) * MICROS_PER_DAY - 1n, null),
});

export const TIMEDELTA_CLASS = new PyType("datetime.timedelta", (args) => PyTimedelta.create(args), {
  min: new PyTimedelta(-999_999_999n * MICROS_PER_DAY),
  max: new PyTimedelta(1_000_000_000n * MICROS_PER_DAY - 1n),
  resolution: new PyTimedelta(1n),
});
