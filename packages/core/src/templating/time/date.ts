/** `datetime.date` and `datetime.time`. */
import { bindArguments, parametersOf, REQUIRED, textArgument } from "../python/arguments.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { floorDivision } from "../python/arithmetic.ts";
import { holds } from "../python/protocol.ts";
import {
  type BinaryOperator,
  type CallArguments,
  type HashKey,
  type OrderOperator,
  PyObject,
  type PyValue,
  type Runtime,
} from "../python/value.ts";
import { checkedWall, type Civil, civilOf, MICROS_PER_DAY, offsetText, type Wall } from "./civil.ts";
import { clockText, DATE_FIELDS, MOMENT_METHODS, PyMoment, replacedFields, TIME_FIELDS } from "./moment.ts";
import { strftime } from "./strftime.ts";
import { PyTimedelta } from "./timedelta.ts";
import type { PyZone } from "./zone.ts";

const EPOCH: Civil = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 };

/** A wall time without its time of day. */
export function midnight(wall: Wall): Wall {
  return floorDivision(wall, MICROS_PER_DAY) * MICROS_PER_DAY;
}

export class PyDate extends PyMoment {
  readonly typeName: string = "date";
  readonly hasTime = false;

  constructor(wall: Wall) {
    super(midnight(wall), null);
  }

  /** `date(year, month, day)`. */
  static create(args: CallArguments): PyDate {
    const values = bindArguments("date", parametersOf(DATE_FIELDS, REQUIRED), args);
    return new PyDate(replacedFields(EPOCH, DATE_FIELDS, values));
  }

  /** A date of the same class. */
  like(wall: Wall): PyDate {
    return new PyDate(wall);
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    return (
      super.attribute(name, rt) ?? boundMethod(DATE_METHODS, name, this) ?? boundMethod(MOMENT_METHODS, name, this)
    );
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator === "-" && other instanceof PyDate) return new PyTimedelta(this.wall - other.wall);
    if (operator === "-" && other instanceof PyTimedelta)
      return this.like(checkedWall(this.wall - other.days * MICROS_PER_DAY));
    return this.reflected(operator, other, rt);
  }

  override reflected(operator: BinaryOperator, other: PyValue, _rt: Runtime): PyValue | undefined {
    if (operator !== "+" || !(other instanceof PyTimedelta)) return undefined;
    return this.like(checkedWall(this.wall + other.days * MICROS_PER_DAY));
  }

  override str(_rt: Runtime): string {
    return this.isoDate();
  }

  override repr(_rt: Runtime): string {
    const { year, month, day } = this.civil;
    return `datetime.date(${year}, ${month}, ${day})`;
  }
}

const DATE_METHODS = methods<PyDate>({
  isoformat: method({}, (self) => self.isoDate()),
  replace: method(parametersOf(DATE_FIELDS, null), (self, values) =>
    self.like(replacedFields(self.civil, DATE_FIELDS, values)),
  ),
});

/** A time of day. */
export class PyTime extends PyObject {
  readonly typeName = "time";
  /** Microseconds since midnight. */
  readonly wall: Wall;
  readonly zone: PyZone | null;
  readonly #className: string;

  constructor(wall: Wall, zone: PyZone | null, className = "datetime.time") {
    super();
    this.wall = wall - midnight(wall);
    this.zone = zone;
    this.#className = className;
  }

  /** `time(hour, minute, second, microsecond)`. */
  static create(args: CallArguments): PyTime {
    const values = bindArguments("time", parametersOf(TIME_FIELDS, 0n), args);
    return new PyTime(replacedFields(EPOCH, TIME_FIELDS, values), null);
  }

  get civil(): Civil {
    return civilOf(this.wall);
  }

  strftime(format: string): string {
    const civil = { ...this.civil, year: 1900 };
    return strftime({ civil, offsetSeconds: this.#offset(), zoneName: this.zone?.name ?? "" }, format);
  }

  isoFormat(precision = "auto"): string {
    const offset = this.#offset();
    return clockText(this.civil, precision) + (offset === null ? "" : offsetText(offset));
  }

  #offset(): number | null {
    return this.zone === null ? null : this.zone.offsetOf(this.wall, 0);
  }

  override attribute(name: string): PyValue | undefined {
    const field = TIME_FIELDS.find((each) => each === name);
    if (field !== undefined) return BigInt(this.civil[field]);
    return name === "tzinfo" ? this.zone : boundMethod(TIME_METHODS, name, this);
  }

  override equals(other: PyValue): boolean {
    return other instanceof PyTime && other.wall === this.wall;
  }

  override order(operator: OrderOperator, other: PyValue): boolean | undefined {
    return other instanceof PyTime ? holds(operator, Number(this.wall - other.wall)) : undefined;
  }

  override hashKey(): HashKey {
    return `\0time:${this.wall}`;
  }

  override str(): string {
    return this.isoFormat();
  }

  override repr(): string {
    const { hour, minute, second, microsecond } = this.civil;
    const full = this.#className === "Time";
    const parts = [
      hour,
      minute,
      ...(full || second || microsecond ? [second] : []),
      ...(microsecond ? [microsecond] : []),
    ];
    return `${this.#className}(${parts.join(", ")})`;
  }

  override format(spec: string): string {
    return spec === "" ? this.str() : this.strftime(spec);
  }
}

const TIME_METHODS = methods<PyTime>({
  isoformat: method({ timespec: "auto" }, (self, [precision]) =>
    self.isoFormat(textArgument(precision as PyValue, "timespec")),
  ),
  strftime: method({ format: REQUIRED }, (self, [format]) => self.strftime(textArgument(format as PyValue, "format"))),
  replace: method(parametersOf(TIME_FIELDS, null), (self, values) => {
    return new PyTime(replacedFields(self.civil, TIME_FIELDS, values), self.zone);
  }),
});

/** The wall time of a date at a time of day. */
export function combinedWall(date: PyMoment, time: PyTime): Wall {
  return midnight(date.wall) + time.wall;
}

/** The wall time of fields given in the order year, month, day, hour, minute, second, microsecond. */
export function wallOfFields(values: readonly (PyValue | undefined)[]): Wall {
  return replacedFields(EPOCH, [...DATE_FIELDS, ...TIME_FIELDS], values);
}
