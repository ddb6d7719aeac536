/** The methods of pendulum's moments. */
import { raise } from "../errors.ts";
import { indexArgument, parametersOf, REQUIRED, textArgument } from "../python/arguments.ts";
import { type Method, method, methods } from "../python/function.ts";
import { isTrue } from "../python/protocol.ts";
import type { CallArguments, PyValue, Runtime } from "../python/value.ts";
import { isLeapYear, isoWeek, wallOf } from "./civil.ts";
import { PyDateTime } from "./datetime.ts";
import { PyInterval } from "./interval.ts";
import { DATE_FIELDS, type PyMoment, replacedFields, TIME_FIELDS } from "./moment.ts";
import { PENDULUM_METHODS, PendulumDate, PendulumDateTime, zoneOf } from "./pendulum.ts";
import { endOf, nextWeekday, nthOf, startOf } from "./pendulum-units.ts";
import { pendulumFormat } from "./pendulum-format.ts";
import { negatedShift, shiftArguments } from "./shift.ts";
import { differenceInWords } from "./words.ts";
import { UTC } from "./zone.ts";

type Pendulum = PendulumDateTime | PendulumDate;

function now(rt: Runtime): PendulumDateTime {
  return PendulumDateTime.of(BigInt(rt.now()), UTC);
}

/** The other moment of a comparison; none: the present. */
function other(self: Pendulum, value: PyValue, rt: Runtime): Pendulum {
  if (value instanceof PendulumDateTime || value instanceof PendulumDate) return value;
  if (value instanceof PyDateTime) return PendulumDateTime.from(value);
  if (value !== null) return raise("TypeError", "a date is required");
  return self instanceof PendulumDate ? new PendulumDate(now(rt).wall) : now(rt);
}

function diffForHumans(self: Pendulum, [given, absolute]: readonly PyValue[], rt: Runtime): string {
  const with_ = other(self, given as PyValue, rt);
  return differenceInWords(new PyInterval(self, with_, true).parts(), {
    isNow: given === null,
    absolute: isTrue(absolute as PyValue, rt),
    later: self.instant > with_.instant,
  });
}

function formatted(pattern: string): Method<Pendulum> {
  return method({}, (self) => pendulumFormat(self, pattern));
}

const RFC_1123 = "ddd, DD MMM YYYY HH:mm:ss ZZ";
const RFC_822 = "ddd, DD MMM YY HH:mm:ss ZZ";
const ATOM = "YYYY-MM-DDTHH:mm:ssZ";

/** Methods of date-times and dates alike. */
function shared<Self extends Pendulum>(): { readonly [name: string]: Method<Self> } {
  return {
    add: (self, args) => self.shift(shiftArguments("add", args)),
    subtract: (self, args) => self.shift(negatedShift(shiftArguments("subtract", args))),
    diff: method({ dt: null, abs: true }, (self, [given, absolute], rt) => {
      return new PyInterval(self, other(self, given as PyValue, rt), isTrue(absolute as PyValue, rt));
    }),
    diff_for_humans: method({ other: null, absolute: false, locale: null }, diffForHumans),
    format: method({ fmt: REQUIRED, locale: null }, (self, [pattern]) =>
      pendulumFormat(self, textArgument(pattern as PyValue, "fmt")),
    ),
    for_json: method({}, (self) => self.isoFormat("T")),
    start_of: method({ unit: REQUIRED }, (self, [unit]) => startOf(self, textArgument(unit as PyValue, "unit"))),
    end_of: method({ unit: REQUIRED }, (self, [unit]) => endOf(self, textArgument(unit as PyValue, "unit"))),
    next: method({ day_of_week: null, keep_time: false }, (self, args, rt) => following(self, args, rt)(1)),
    previous: method({ day_of_week: null, keep_time: false }, (self, args, rt) => following(self, args, rt)(-1)),
    first_of: method({ unit: REQUIRED, day_of_week: null }, (self, args) => nth(self, args, 1)),
    last_of: method({ unit: REQUIRED, day_of_week: null }, (self, args) => nth(self, args, -1)),
    nth_of: method({ unit: REQUIRED, nth: REQUIRED, day_of_week: REQUIRED }, (self, [unit, count, day]) => {
      return nth(self, [unit as PyValue, day as PyValue], indexArgument(count as PyValue));
    }),
    is_leap_year: method({}, (self) => isLeapYear(self.civil.year)),
    is_long_year: method({}, (self) => isoWeek(wallOf({ ...self.civil, month: 12, day: 28 })).week === 53),
    is_future: method({}, (self, _args, rt) => self.instant > other(self, null, rt).instant),
    is_past: method({}, (self, _args, rt) => self.instant < other(self, null, rt).instant),
    is_same_day: method(
      { dt: REQUIRED },
      (self, [dt], rt) => self.isoDate() === other(self, dt as PyValue, rt).isoDate(),
    ),
    is_anniversary: method({ dt: null }, isAnniversary),
    is_birthday: method({ dt: null }, isAnniversary),
    to_date_string: method({}, (self) => self.isoDate()),
    to_formatted_date_string: method({}, (self) => self.strftime("%b %d, %Y")),
  };
}

function isAnniversary(self: Pendulum, [dt]: readonly PyValue[], rt: Runtime): boolean {
  return (
    self.isoDate().slice(5) ===
    other(self, dt as PyValue, rt)
      .isoDate()
      .slice(5)
  );
}

function following(self: Pendulum, [day, keepTime]: readonly PyValue[], rt: Runtime): (step: 1 | -1) => Pendulum {
  const from = isTrue(keepTime as PyValue, rt) ? self : startOf(self, "day");
  return (step) => nextWeekday(from, day === null ? null : indexArgument(day as PyValue), step);
}

function nth(self: Pendulum, [unit, day]: readonly PyValue[], count: number): Pendulum {
  const weekday = day === null ? null : indexArgument(day as PyValue);
  return nthOf(self, { unit: textArgument(unit as PyValue, "unit"), nth: count, weekday });
}

/** `set(...)`: fields, and a zone whose clocks then show them. */
function set(self: PendulumDateTime, values: readonly (PyValue | undefined)[]): PendulumDateTime {
  const zone = values[7] === null || values[7] === undefined ? self.zone : zoneOf(values[7]);
  return PendulumDateTime.at(
    replacedFields(self.civil, [...DATE_FIELDS, ...TIME_FIELDS], values.slice(0, 7)),
    zone,
    self.fold,
  );
}

function replaceOf(self: PendulumDateTime, args: CallArguments): PendulumDateTime {
  const changed = PyDateTime.prototype.replace.call(self, args);
  return PendulumDateTime.at(changed.wall, changed.zone === null ? null : zoneOf(changed.zone), changed.fold);
}

/** The nearest or the farthest of some moments. */
function extreme(sign: 1 | -1): Method<PendulumDateTime> {
  return method("any", (self, given, rt) => {
    const all = given.map((value) => other(self, value, rt));
    const distance = (moment: PyMoment) => {
      const span = moment.instant - self.instant;
      return Number(span < 0n ? -span : span) * sign;
    };
    return all.sort((a, b) => distance(a) - distance(b))[0] ?? raise("ValueError", "no dates were given");
  });
}

PENDULUM_METHODS.date = methods<PendulumDate>({
  ...shared<PendulumDate>(),
  set: method({ year: null, month: null, day: null }, (self, values) => {
    return self.like(replacedFields(self.civil, DATE_FIELDS, values));
  }),
});

PENDULUM_METHODS.dateTime = methods<PendulumDateTime>({
  ...shared<PendulumDateTime>(),
  set: method({ ...parametersOf([...DATE_FIELDS, ...TIME_FIELDS], null), tz: null }, set),
  on: method({ year: REQUIRED, month: REQUIRED, day: REQUIRED }, (self, values) => set(self, values)),
  at: method({ hour: REQUIRED, minute: 0n, second: 0n, microsecond: 0n }, (self, values) => {
    return set(self, [null, null, null, ...values]);
  }),
  replace: replaceOf,
  naive: method({}, (self) => new PendulumDateTime(self.wall, null)),
  in_timezone: method({ tz: REQUIRED }, (self, [zone]) => self.inZone(zoneOf(zone as PyValue))),
  in_tz: method({ tz: REQUIRED }, (self, [zone]) => self.inZone(zoneOf(zone as PyValue))),
  get_offset: method({}, (self) => (self.offsetSeconds === null ? null : BigInt(self.offsetSeconds))),
  is_utc: method({}, (self) => self.offsetSeconds === 0),
  is_dst: method({}, (self) => self.zone !== null && self.zone.summerAt(self.instant) > 0),
  is_local: method({}, (self) => self.offsetSeconds === 0),
  closest: extreme(1),
  farthest: extreme(-1),
  average: method({ dt: null }, (self, [dt], rt) => {
    const half = (other(self, dt as PyValue, rt).instant - self.instant) / 2n;
    return self.shift({ years: 0, months: 0, days: 0, micros: half });
  }),
  to_time_string: formatted("HH:mm:ss"),
  to_datetime_string: formatted("YYYY-MM-DD HH:mm:ss"),
  to_day_datetime_string: formatted("ddd, MMM D, YYYY h:mm A"),
  to_atom_string: formatted(ATOM),
  to_w3c_string: formatted(ATOM),
  to_cookie_string: formatted("dddd, DD-MMM-YYYY HH:mm:ss zz"),
  to_rfc850_string: formatted("dddd, DD-MMM-YY HH:mm:ss zz"),
  to_rfc822_string: formatted(RFC_822),
  to_rfc1036_string: formatted(RFC_822),
  to_rfc1123_string: formatted(RFC_1123),
  to_rfc2822_string: formatted(RFC_1123),
  to_rss_string: formatted(RFC_1123),
  to_rfc3339_string: method({}, (self) => self.isoFormat("T")),
  to_iso8601_string: method({}, (self) => {
    return self.zone?.name === "UTC" ? self.isoFormat("T").replace("+00:00", "Z") : self.isoFormat("T");
  }),
});
