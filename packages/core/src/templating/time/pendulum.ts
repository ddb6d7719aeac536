/** Pendulum's `DateTime` and `Date`: what `logical_date` and its kin are. */
import { raise } from "../errors.ts";
import { indexArgument } from "../python/arguments.ts";
import { boundMethod, type MethodTable } from "../python/function.ts";
import { type BinaryOperator, PyObject, type PyValue, type Runtime, stringOf } from "../python/value.ts";
import {
  checkedWall,
  civilOf,
  dayOfYear,
  daysInMonth,
  isoWeek,
  MICROS_PER_SECOND,
  type Wall,
  weekday,
} from "./civil.ts";
import { PyDate, PyTime } from "./date.ts";
import { PyDateTime } from "./datetime.ts";
import { PyInterval } from "./interval.ts";
import { PyMoment } from "./moment.ts";
import { FixedZone, namedZone, PyZone, UTC } from "./zone.ts";
import { pendulumFormat } from "./pendulum-format.ts";
import { PyTimedelta } from "./timedelta.ts";
import { type CalendarShift, negatedShift, shiftedWall, shiftOf } from "./shift.ts";

/** The methods are declared beside (`pendulum-methods.ts`) and put in here, since they make new moments themselves. */
interface PendulumTables {
  dateTime: MethodTable<PendulumDateTime>;
  date: MethodTable<PendulumDate>;
}

export const PENDULUM_METHODS: PendulumTables = { dateTime: new Map(), date: new Map() };

/** Seconds east of UTC of a clock that is skipped forward count as the later ones (pendulum's `fold=1`). */
export class PendulumDateTime extends PyDateTime {
  override readonly typeName = "DateTime";

  /** At a wall time of a zone; a time that the clocks skip moves to after the gap. */
  static at(wall: Wall, zone: PyZone | null, fold: 0 | 1 = 1): PendulumDateTime {
    checkedWall(wall);
    if (zone === null) return new PendulumDateTime(wall, null, 0);
    const [before, after] = [zone.offsetOf(wall, 0), zone.offsetOf(wall, 1)];
    const gap = BigInt(after - before) * MICROS_PER_SECOND;
    if (gap <= 0n) return new PendulumDateTime(wall, zone, gap < 0n ? fold : 0);
    return new PendulumDateTime(fold === 1 ? wall + gap : wall - gap, zone, 0);
  }

  /** At an instant, in a zone. */
  static of(instant: bigint, zone: PyZone): PendulumDateTime {
    return new PendulumDateTime(instant, UTC).inZone(zone) as PendulumDateTime;
  }

  /** Pendulum's own class for any date-time. */
  static from(other: PyDateTime): PendulumDateTime {
    if (other instanceof PendulumDateTime) return other;
    return PendulumDateTime.at(other.wall, other.zone === null ? UTC : pendulumZone(other.zone), other.fold);
  }

  override like(wall: Wall, zone: PyZone | null, fold: 0 | 1 = 0): PendulumDateTime {
    return new PendulumDateTime(wall, zone, fold);
  }

  override dateOnly(): PyMoment {
    return new PendulumDate(this.wall);
  }

  override timeOnly(): PyTime {
    return new PyTime(this.wall, null, "Time");
  }

  /** Calendar units move the wall time; without them the instant moves. */
  shift(shift: CalendarShift): PendulumDateTime {
    const calendar = shift.years !== 0 || shift.months !== 0 || shift.days !== 0;
    if (calendar || this.zone === null) return PendulumDateTime.at(shiftedWall(this.wall, shift), this.zone);
    return PendulumDateTime.of(shiftedWall(this.instant, shift), this.zone);
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    if (name === "timezone" || name === "tz") return this.zone;
    if (name === "timezone_name") return this.zone?.name ?? null;
    if (name === "offset") return this.offsetSeconds === null ? null : BigInt(this.offsetSeconds);
    if (name === "offset_hours") return this.offsetSeconds === null ? null : this.offsetSeconds / 3600;
    if (name === "float_timestamp") return this.timestamp();
    if (name === "int_timestamp") return (this.instant - BigInt(this.civil.microsecond)) / MICROS_PER_SECOND;
    return (
      calendarAttribute(this, name) ?? boundMethod(PENDULUM_METHODS.dateTime, name, this) ?? super.attribute(name, rt)
    );
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator === "-" && other instanceof PyTimedelta) return this.shift(negatedShift(shiftOf(other, "subtract")));
    if (operator === "-" && other instanceof PyDateTime) return new PyInterval(peer(other), this, false);
    return this.reflected(operator, other, rt);
  }

  override reflected(operator: BinaryOperator, other: PyValue, _rt: Runtime): PyValue | undefined {
    if (operator === "+" && other instanceof PyTimedelta) return this.shift(shiftOf(other, "add"));
    if (operator === "-" && other instanceof PyDateTime) return new PyInterval(this, peer(other), false);
    return undefined;
  }

  override repr(rt: Runtime): string {
    const { year, month, day, hour, minute, second, microsecond } = this.civil;
    const parts = [year, month, day, hour, minute, second, ...(microsecond ? [microsecond] : [])];
    return `DateTime(${parts.join(", ")}${this.zone === null ? "" : `, tzinfo=${this.zone.repr(rt)}`})`;
  }

  override format(spec: string, rt: Runtime): string {
    if (spec === "") return this.str(rt);
    return spec.includes("%") ? this.strftime(spec) : pendulumFormat(this, spec);
  }
}

function peer(other: PyDateTime): PendulumDateTime {
  if (other instanceof PendulumDateTime || other.zone !== null) return PendulumDateTime.from(other);
  return new PendulumDateTime(other.wall, null);
}

export class PendulumDate extends PyDate {
  override readonly typeName = "Date";

  override like(wall: Wall): PendulumDate {
    return new PendulumDate(wall);
  }

  shift(shift: CalendarShift): PendulumDate {
    return new PendulumDate(shiftedWall(this.wall, { ...shift, micros: 0n }));
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    return calendarAttribute(this, name) ?? boundMethod(PENDULUM_METHODS.date, name, this) ?? super.attribute(name, rt);
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator === "-" && other instanceof PyMoment) return new PyInterval(new PendulumDate(other.wall), this, false);
    if (operator === "-" && other instanceof PyTimedelta) return this.shift(negatedShift(shiftOf(other, "date")));
    return this.reflected(operator, other, rt);
  }

  override reflected(operator: BinaryOperator, other: PyValue, _rt: Runtime): PyValue | undefined {
    return operator === "+" && other instanceof PyTimedelta ? this.shift(shiftOf(other, "date")) : undefined;
  }

  override repr(_rt: Runtime): string {
    const { year, month, day } = this.civil;
    return `Date(${year}, ${month}, ${day})`;
  }

  override format(spec: string, rt: Runtime): string {
    if (spec === "") return this.str(rt);
    return spec.includes("%") ? this.strftime(spec) : pendulumFormat(this, spec);
  }
}

function calendarAttribute(self: PyMoment, name: string): PyValue | undefined {
  const { year, month, day } = civilOf(self.wall);
  switch (name) {
    case "day_of_week":
      return BigInt(weekday(self.wall));
    case "day_of_year":
      return BigInt(dayOfYear(self.wall));
    case "week_of_year":
      return BigInt(isoWeek(self.wall).week);
    case "week_of_month": {
      const first = weekday(self.wall - BigInt(day - 1) * 86_400_000_000n);
      return BigInt(Math.ceil((day + first) / 7));
    }
    case "days_in_month":
      return BigInt(daysInMonth(year, month));
    case "quarter":
      return BigInt(Math.ceil(month / 3));
    default:
      return undefined;
  }
}

/** The zone that an argument names: a zone, a name, or hours east of UTC. */
export function zoneOf(value: PyValue): PyZone {
  if (value instanceof PyZone) return pendulumZone(value);
  const name = stringOf(value);
  if (name !== undefined) return namedZone(name);
  if (value instanceof PyObject || value === null) return raise("TypeError", "a time zone or its name is required");
  return FixedZone.pendulum(typeof value === "number" ? Math.trunc(value * 3600) : indexArgument(value) * 3600);
}

function pendulumZone(zone: PyZone): PyZone {
  if (!(zone instanceof FixedZone)) return zone;
  return zone.name === "UTC" ? UTC : FixedZone.pendulum(zone.offset);
}
