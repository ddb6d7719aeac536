/** `datetime.timedelta`. */
import { raise } from "../errors.ts";
import { divideHalfEven, exactFraction } from "../python/float-text.ts";
import { floorDivision } from "../python/arithmetic.ts";
import { bindArguments, parametersOf } from "../python/arguments.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { holds, numberOf, typeName } from "../python/protocol.ts";
import {
  type BinaryOperator,
  type CallArguments,
  type HashKey,
  type OrderOperator,
  PyObject,
  type PyValue,
  quoteIf,
  type Runtime,
} from "../python/value.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND, padded } from "./civil.ts";

const UNIT_MICROS: { readonly [unit: string]: bigint } = {
  days: MICROS_PER_DAY,
  seconds: MICROS_PER_SECOND,
  microseconds: 1n,
  milliseconds: 1000n,
  minutes: 60n * MICROS_PER_SECOND,
  hours: 3600n * MICROS_PER_SECOND,
  weeks: 7n * MICROS_PER_DAY,
};

const PARAMETERS = parametersOf(Object.keys(UNIT_MICROS), 0n);

export class PyTimedelta extends PyObject {
  readonly typeName: string = "timedelta";
  readonly micros: bigint;

  constructor(micros: bigint) {
    super();
    const days = floorDivision(micros, MICROS_PER_DAY);
    if (days > 999_999_999n || days < -999_999_999n)
      raise("OverflowError", `days=${days}; must have magnitude <= 999999999`);
    this.micros = micros;
  }

  /** `timedelta(days=..., hours=...)`. */
  static create(args: CallArguments): PyTimedelta {
    return new PyTimedelta(spanOf(bindArguments("timedelta", PARAMETERS, args)));
  }

  get days(): bigint {
    return floorDivision(this.micros, MICROS_PER_DAY);
  }

  /** Within the day, 0 to 86399. */
  get secondsOfDay(): number {
    return Number((this.micros - this.days * MICROS_PER_DAY) / MICROS_PER_SECOND);
  }

  get microsOfSecond(): number {
    return Number(this.micros - floorDivision(this.micros, MICROS_PER_SECOND) * MICROS_PER_SECOND);
  }

  totalSeconds(): number {
    return Number(this.micros) / 1e6;
  }

  /** The result of arithmetic: `Duration` gives durations. */
  protected like(micros: bigint): PyTimedelta {
    return new PyTimedelta(micros);
  }

  override attribute(name: string, _rt: Runtime): PyValue | undefined {
    if (name === "days") return this.days;
    if (name === "seconds") return BigInt(this.secondsOfDay);
    if (name === "microseconds") return BigInt(this.microsOfSecond);
    return boundMethod(TIMEDELTA_METHODS, name, this);
  }

  override truthy(): boolean {
    return this.micros !== 0n;
  }

  override equals(other: PyValue, _rt: Runtime): boolean {
    return other instanceof PyTimedelta && other.micros === this.micros;
  }

  override order(operator: OrderOperator, other: PyValue): boolean | undefined {
    if (!(other instanceof PyTimedelta)) return undefined;
    return holds(operator, this.micros < other.micros ? -1 : this.micros > other.micros ? 1 : 0);
  }

  override hashKey(_rt: Runtime): HashKey {
    return `\0timedelta:${this.micros}`;
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (other instanceof PyTimedelta) return this.#withSpan(operator, other);
    const number = numberOf(other);
    if (number === undefined) return undefined;
    if (operator === "*") return this.reflected(operator, other, rt);
    if (operator === "/") return this.like(this.#divided(number));
    if (operator === "//" && typeof number === "bigint") return this.like(floorDivision(this.micros, nonZero(number)));
    return undefined;
  }

  override reflected(operator: BinaryOperator, other: PyValue, _rt: Runtime): PyValue | undefined {
    const number = numberOf(other);
    if (operator !== "*" || number === undefined) return undefined;
    if (typeof number === "bigint") return this.like(this.micros * number);
    const { numerator, denominator } = exactFraction(finite(number));
    return this.like(divideHalfEven(this.micros * numerator, denominator));
  }

  #withSpan(operator: BinaryOperator, other: PyTimedelta): PyValue | undefined {
    switch (operator) {
      case "+":
        return (other.typeName === "timedelta" ? this : other).like(this.micros + other.micros);
      case "-":
        return (other.typeName === "timedelta" ? this : other).like(this.micros - other.micros);
      case "/":
        return Number(this.micros) / Number(nonZero(other.micros));
      case "//":
        return floorDivision(this.micros, nonZero(other.micros));
      case "%":
        return this.like(this.micros - floorDivision(this.micros, nonZero(other.micros)) * other.micros);
      default:
        return undefined;
    }
  }

  #divided(number: bigint | number): bigint {
    if (typeof number === "bigint") return divideSigned(this.micros, nonZero(number));
    if (number === 0) raise("ZeroDivisionError", "division by zero");
    const { numerator, denominator } = exactFraction(finite(number));
    return divideSigned(this.micros * denominator, numerator);
  }

  override negate(): PyValue {
    return this.like(-this.micros);
  }

  /** `abs(delta)`. */
  magnitude(): PyTimedelta {
    return this.micros < 0n ? this.like(-this.micros) : this;
  }

  override str(_rt: Runtime): string {
    const days = this.days;
    const prefix = days === 0n ? "" : `${days} day${days === 1n || days === -1n ? "" : "s"}, `;
    const seconds = this.secondsOfDay;
    const clock = `${Math.floor(seconds / 3600)}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}`;
    return prefix + clock + (this.microsOfSecond === 0 ? "" : `.${padded(this.microsOfSecond, 6)}`);
  }

  override repr(_rt: Runtime): string {
    const parts = Object.entries({ days: this.days, seconds: this.secondsOfDay, microseconds: this.microsOfSecond });
    const shown = parts.filter(([, value]) => Number(value) !== 0).map(([name, value]) => `${name}=${value}`);
    return `datetime.timedelta(${shown.join(", ") || "0"})`;
  }

  /** ISO 8601: `P1DT2H`. */
  override jsonStyle(_rt: Runtime, nested: boolean): string {
    const all = this.micros < 0n ? -this.micros : this.micros;
    const span = new PyTimedelta(all);
    const seconds = span.secondsOfDay;
    const fraction = span.microsOfSecond === 0 ? "" : `.${padded(span.microsOfSecond, 6).replace(/0+$/, "")}`;
    const clock = [
      `${Math.floor(seconds / 3600)}H`,
      `${Math.floor(seconds / 60) % 60}M`,
      `${seconds % 60}${fraction}S`,
    ];
    const time = clock.filter((part) => !/^0[HMS]/.test(part)).join("");
    const text = `P${span.days === 0n ? "" : `${span.days}D`}${time === "" ? "" : `T${time}`}`;
    return quoteIf(nested, (this.micros < 0n ? "-" : "") + (text === "P" ? "PT0S" : text));
  }
}

/** Microseconds of values for days, seconds, microseconds, milliseconds, minutes, hours and weeks. */
export function spanOf(values: readonly PyValue[]): bigint {
  const units = Object.values(UNIT_MICROS);
  return values.reduce<bigint>((sum, value, index) => {
    const number = numberOf(value);
    const unit = units[index] as bigint;
    if (number === undefined) return raise("TypeError", `unsupported type for timedelta component: ${typeName(value)}`);
    if (typeof number === "bigint") return sum + number * unit;
    const { numerator, denominator } = exactFraction(finite(number));
    return sum + divideHalfEven(numerator * unit, denominator);
  }, 0n);
}

function divideSigned(numerator: bigint, denominator: bigint): bigint {
  return denominator < 0n ? divideHalfEven(-numerator, -denominator) : divideHalfEven(numerator, denominator);
}

function nonZero(value: bigint): bigint {
  return value === 0n ? raise("ZeroDivisionError", "integer division or modulo by zero") : value;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : raise("ValueError", "cannot convert float to a span of time");
}

const TIMEDELTA_METHODS = methods<PyTimedelta>({
  total_seconds: method({}, (self) => self.totalSeconds()),
});
