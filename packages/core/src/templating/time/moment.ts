/** What dates and date-times share: fields of a wall time, zone, comparing, `strftime`. */
import { raise } from "../errors.ts";
import { indexArgument, textArgument, REQUIRED } from "../python/arguments.ts";
import { method, methods } from "../python/function.ts";
import { holds, typeName } from "../python/protocol.ts";
import { NamedTuple } from "../python/named-tuple.ts";
import { type HashKey, type OrderOperator, PyObject, type PyValue, type Runtime } from "../python/value.ts";
import {
  type Civil,
  civilOf,
  dayOf,
  dayOfYear,
  isoWeek,
  offsetText,
  padded,
  type Wall,
  wallOf,
  weekday,
} from "./civil.ts";
import { strftime } from "./strftime.ts";
import { instantOf, type PyZone } from "./zone.ts";

export abstract class PyMoment extends PyObject {
  readonly wall: Wall;
  /** Null: naive. */
  readonly zone: PyZone | null;
  readonly fold: 0 | 1;

  constructor(wall: Wall, zone: PyZone | null, fold: 0 | 1 = 0) {
    super();
    this.wall = wall;
    this.zone = zone;
    this.fold = fold;
  }

  /** Whether it has a time of day (`datetime`) or none (`date`). */
  abstract readonly hasTime: boolean;

  get civil(): Civil {
    return civilOf(this.wall);
  }

  /** Seconds east of UTC; null if naive. */
  get offsetSeconds(): number | null {
    return this.zone === null ? null : this.zone.offsetOf(this.wall, this.fold);
  }

  /** Microseconds since 1970 UTC; a naive moment counts as UTC. */
  get instant(): bigint {
    return instantOf(this.wall, this.offsetSeconds ?? 0);
  }

  get zoneName(): string {
    return this.zone === null ? "" : this.zone.nameAt(this.instant);
  }

  strftime(format: string): string {
    return strftime({ civil: this.civil, offsetSeconds: this.offsetSeconds, zoneName: this.zoneName }, format);
  }

  isoDate(): string {
    const { year, month, day } = this.civil;
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  }

  /** `isoformat(sep)`; `precision` is Python's `timespec`. */
  isoFormat(separator: string, precision = "auto"): string {
    if (!this.hasTime) return this.isoDate();
    const offset = this.offsetSeconds;
    return this.isoDate() + separator + clockText(this.civil, precision) + (offset === null ? "" : offsetText(offset));
  }

  override attribute(name: string, _rt: Runtime): PyValue | undefined {
    if (name !== "year" && name !== "month" && name !== "day") return undefined;
    return BigInt(this.civil[name]);
  }

  override equals(other: PyValue, _rt: Runtime): boolean {
    if (!(other instanceof PyMoment) || other.hasTime !== this.hasTime) return false;
    return (other.zone === null) === (this.zone === null) && other.instant === this.instant;
  }

  override order(operator: OrderOperator, other: PyValue): boolean | undefined {
    if (!(other instanceof PyMoment)) return undefined;
    if (other.hasTime !== this.hasTime) raise("TypeError", `can't compare ${this.typeName} to ${other.typeName}`);
    if ((other.zone === null) !== (this.zone === null)) {
      raise("TypeError", "can't compare offset-naive and offset-aware datetimes");
    }
    return holds(operator, this.instant < other.instant ? -1 : this.instant > other.instant ? 1 : 0);
  }

  override hashKey(): HashKey {
    return `\0moment:${this.hasTime}:${this.zone === null}:${this.instant}`;
  }

  override str(_rt: Runtime): string {
    return this.isoFormat(" ");
  }

  /** ISO 8601. */
  override jsonStyle(_rt: Runtime, nested: boolean): string {
    const text = this.isoFormat("T");
    return nested ? JSON.stringify(text) : text;
  }

  override format(spec: string, rt: Runtime): string {
    return spec === "" ? this.str(rt) : this.strftime(spec);
  }
}

/** `HH:MM:SS`, with six decimals if there are any, or as `timespec` says. */
export function clockText(civil: Civil, precision: string): string {
  const parts = [civil.hour, civil.minute, civil.second].map((part) => padded(part, 2));
  const micros = padded(civil.microsecond, 6);
  switch (precision) {
    case "auto":
      return parts.join(":") + (civil.microsecond === 0 ? "" : `.${micros}`);
    case "hours":
      return parts[0] as string;
    case "minutes":
      return parts.slice(0, 2).join(":");
    case "seconds":
      return parts.join(":");
    case "milliseconds":
      return `${parts.join(":")}.${micros.slice(0, 3)}`;
    case "microseconds":
      return `${parts.join(":")}.${micros}`;
    default:
      return raise("ValueError", "Unknown timespec value");
  }
}

const STRUCT_TIME = ["year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst"].map((name) => `tm_${name}`);

/** Methods that every date has. */
export const MOMENT_METHODS = methods<PyMoment>({
  strftime: method({ format: REQUIRED }, (self, [format]) => self.strftime(textArgument(format as PyValue, "format"))),
  weekday: method({}, (self) => BigInt(weekday(self.wall))),
  isoweekday: method({}, (self) => BigInt(weekday(self.wall) + 1)),
  isocalendar: method({}, (self) => {
    const { year, week, day } = isoWeek(self.wall);
    return new NamedTuple(["year", "week", "weekday"], [year, week, day].map(BigInt), "datetime.IsoCalendarDate");
  }),
  timetuple: method({}, (self) => {
    const { year, month, day, hour, minute, second } = self.civil;
    const summer = self.zone === null ? -1 : Number(self.zone.summerAt(self.instant) > 0);
    const fields = [year, month, day, hour, minute, second, weekday(self.wall), dayOfYear(self.wall), summer];
    return new NamedTuple(STRUCT_TIME, fields.map(BigInt), "time.struct_time");
  }),
  toordinal: method({}, (self) => BigInt(dayOf(self.wall) + 719_163)),
  ctime: method({}, (self) => self.strftime("%a %b %e %H:%M:%S %Y")),
});

/** The fields with some replaced by named or positional arguments, for `replace(...)` and the constructors. */
export function replacedFields(
  self: Civil,
  fields: readonly (keyof Civil)[],
  values: readonly (PyValue | undefined)[],
): Wall {
  const changed: { -readonly [field in keyof Civil]?: number } = {};
  fields.forEach((field, index) => {
    const value = values[index];
    if (value !== undefined && value !== null) changed[field] = indexArgument(value);
  });
  return wallOf({ ...self, ...changed });
}

export const DATE_FIELDS = ["year", "month", "day"] as const;
export const TIME_FIELDS = ["hour", "minute", "second", "microsecond"] as const;

/** A moment argument. */
export function momentArgument(value: PyValue): PyMoment {
  return value instanceof PyMoment ? value : raise("TypeError", `a date is required, not ${typeName(value)}`);
}
