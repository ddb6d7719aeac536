/** `datetime.datetime`. */
import { raise } from "../errors.ts";
import { bindArguments, type Parameters, parametersOf, REQUIRED, textArgument } from "../python/arguments.ts";
import { numberArgument, toFloat } from "../python/arithmetic.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { typeName } from "../python/protocol.ts";
import type { BinaryOperator, CallArguments, PyValue, Runtime } from "../python/value.ts";
import { checkedWall, MICROS_PER_SECOND, type Wall } from "./civil.ts";
import { PyDate, PyTime, wallOfFields } from "./date.ts";
import { DATE_FIELDS, MOMENT_METHODS, PyMoment, replacedFields, TIME_FIELDS } from "./moment.ts";
import { PyTimedelta } from "./timedelta.ts";
import { PyZone, STDLIB_UTC } from "./zone.ts";

const FIELDS = [...DATE_FIELDS, ...TIME_FIELDS] as const;

const CREATE_PARAMETERS: Parameters = {
  ...parametersOf(DATE_FIELDS, REQUIRED),
  ...parametersOf(TIME_FIELDS, 0n),
  tzinfo: null,
};

export class PyDateTime extends PyMoment {
  readonly typeName: string = "datetime";
  readonly hasTime = true;

  /** `datetime(year, month, day, ...)`. */
  static create(args: CallArguments): PyDateTime {
    const values = bindArguments("datetime", CREATE_PARAMETERS, args);
    return new PyDateTime(wallOfFields(values.slice(0, 7)), zoneArgument(values[7] as PyValue));
  }

  /** A date-time of the same class. */
  like(wall: Wall, zone: PyZone | null, fold: 0 | 1 = 0): PyDateTime {
    return new PyDateTime(wall, zone, fold);
  }

  /** The same instant on the clocks of another zone. */
  inZone(zone: PyZone): PyDateTime {
    const instant = this.instant;
    const wall = checkedWall(instant + BigInt(zone.offsetAt(instant)) * MICROS_PER_SECOND);
    const earlier = zone.offsetOf(wall, 0) === zone.offsetAt(instant);
    return this.like(wall, zone, earlier ? 0 : 1);
  }

  /** Seconds since 1970 UTC; a naive date-time counts as UTC. */
  timestamp(): number {
    return Number(this.instant) / 1e6;
  }

  /** The date alone; pendulum gives its own class. */
  dateOnly(): PyMoment {
    return new PyDate(this.wall);
  }

  /** The time of day alone. */
  timeOnly(): PyTime {
    return new PyTime(this.wall, null);
  }

  replace(args: CallArguments): PyDateTime {
    const parameters = { ...parametersOf(FIELDS, null), tzinfo: true, fold: BigInt(this.fold) };
    const values = bindArguments("replace", parameters, args);
    const zone = values[7] === true ? this.zone : zoneArgument(values[7] as PyValue);
    return this.like(replacedFields(this.civil, FIELDS, values.slice(0, 7)), zone, values[8] === 1n ? 1 : 0);
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    const field = TIME_FIELDS.find((each) => each === name);
    if (field !== undefined) return BigInt(this.civil[field]);
    if (name === "tzinfo") return this.zone;
    if (name === "fold") return BigInt(this.fold);
    return (
      super.attribute(name, rt) ?? boundMethod(DATETIME_METHODS, name, this) ?? boundMethod(MOMENT_METHODS, name, this)
    );
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator === "-" && other instanceof PyTimedelta)
      return this.like(checkedWall(this.wall - other.micros), this.zone);
    if (operator === "-" && other instanceof PyDateTime && other.typeName === "datetime") {
      if ((this.zone === null) !== (other.zone === null)) {
        raise("TypeError", "can't subtract offset-naive and offset-aware datetimes");
      }
      return new PyTimedelta(this.instant - other.instant);
    }
    return this.reflected(operator, other, rt);
  }

  override reflected(operator: BinaryOperator, other: PyValue, _rt: Runtime): PyValue | undefined {
    if (operator !== "+" || !(other instanceof PyTimedelta)) return undefined;
    return this.like(checkedWall(this.wall + other.micros), this.zone);
  }

  override repr(rt: Runtime): string {
    const { year, month, day, hour, minute, second, microsecond } = this.civil;
    const parts = [
      year,
      month,
      day,
      hour,
      minute,
      ...(second || microsecond ? [second] : []),
      ...(microsecond ? [microsecond] : []),
    ];
    const zone = this.zone === null ? "" : `, tzinfo=${this.zone.repr(rt)}`;
    return `datetime.datetime(${parts.join(", ")}${this.fold === 1 ? ", fold=1" : ""}${zone})`;
  }
}

/** A `tzinfo` argument. */
export function zoneArgument(value: PyValue): PyZone | null {
  if (value === null || value instanceof PyZone) return value;
  return raise("TypeError", `tzinfo argument must be None or of a tzinfo subclass, not type '${typeName(value)}'`);
}

/** Microseconds since 1970 of a Python timestamp in seconds. */
export function timestampMicros(value: PyValue): bigint {
  const number = numberArgument(value);
  return typeof number === "bigint" ? number * MICROS_PER_SECOND : BigInt(Math.round(toFloat(number) * 1e6));
}

const DATETIME_METHODS = methods<PyDateTime>({
  isoformat: method({ sep: "T", timespec: "auto" }, (self, [separator, precision]) => {
    return self.isoFormat(textArgument(separator as PyValue, "sep"), textArgument(precision as PyValue, "timespec"));
  }),
  timestamp: method({}, (self) => self.timestamp()),
  date: method({}, (self) => self.dateOnly()),
  time: method({}, (self) => self.timeOnly()),
  timetz: method({}, (self) => new PyTime(self.wall, self.zone)),
  astimezone: method({ tz: null }, (self, [zone]) => self.inZone(zoneArgument(zone as PyValue) ?? STDLIB_UTC)),
  utcoffset: method({}, (self) => spanOrNone(self.offsetSeconds)),
  dst: method({}, (self) => spanOrNone(self.zone === null ? null : self.zone.summerAt(self.instant))),
  tzname: method({}, (self) => (self.zone === null ? null : self.zoneName)),
  replace: (self, args) => self.replace(args),
});

function spanOrNone(seconds: number | null): PyValue {
  return seconds === null ? null : new PyTimedelta(BigInt(seconds) * MICROS_PER_SECOND);
}
