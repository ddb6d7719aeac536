/** Pendulum's `Duration` and `Interval`: spans that know their weeks, days and hours, and an interval also its ends. */
import { raise } from "../errors.ts";
import { bindArguments, indexArgument, parametersOf, REQUIRED, textArgument } from "../python/arguments.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { PyIterator } from "../python/iterator.ts";
import { isTrue, ordered } from "../python/protocol.ts";
import type { BinaryOperator, CallArguments, HashKey, PyValue, Runtime } from "../python/value.ts";
import { MICROS_PER_DAY } from "./civil.ts";
import type { PyMoment } from "./moment.ts";
import { type PreciseDifference, preciseDifference } from "./precise-difference.ts";
import { PyTimedelta, spanOf } from "./timedelta.ts";
import { type DurationParts, inWords } from "./words.ts";

const UNITS = [
  "days",
  "seconds",
  "microseconds",
  "milliseconds",
  "minutes",
  "hours",
  "weeks",
  "years",
  "months",
] as const;

const TOTALS: { readonly [name: string]: number } = {
  weeks: 7 * 86_400,
  days: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
};

export class PyDuration extends PyTimedelta {
  override readonly typeName: string = "Duration";
  readonly years: number;
  readonly months: number;

  constructor(micros: bigint, years = 0, months = 0) {
    super(micros + BigInt(years * 365 + months * 30) * MICROS_PER_DAY);
    this.years = years;
    this.months = months;
  }

  /** `duration(days=..., months=...)`. */
  static override create(args: CallArguments): PyDuration {
    const values = bindArguments("duration", parametersOf(UNITS, 0n), args);
    const [years, months] = values.slice(7).map(indexArgument);
    return new PyDuration(spanOf(values.slice(0, 7)), years, months);
  }

  protected override like(micros: bigint): PyTimedelta {
    return new PyDuration(micros);
  }

  /** The span in units, all of them with its sign. */
  parts(): DurationParts {
    const own = this.micros - BigInt(this.years * 365 + this.months * 30) * MICROS_PER_DAY;
    const sign = own < 0n ? -1 : 1;
    const all = own < 0n ? -own : own;
    const days = Number(all / MICROS_PER_DAY);
    const seconds = Number((all % MICROS_PER_DAY) / 1_000_000n);
    return {
      years: this.years,
      months: this.months,
      weeks: sign * Math.floor(days / 7),
      days: sign * (days % 7),
      hours: sign * Math.floor(seconds / 3600),
      minutes: sign * (Math.floor(seconds / 60) % 60),
      seconds: sign * (seconds % 60),
      microseconds: sign * Number(all % 1_000_000n),
    };
  }

  inWords(separator = " "): string {
    return inWords(this.parts(), { separator, singular: false });
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    const parts = this.parts();
    switch (name) {
      case "years":
      case "months":
      case "weeks":
      case "hours":
      case "minutes":
      case "microseconds":
        return integer(parts[name]);
      case "days":
        return this.micros / MICROS_PER_DAY;
      case "remaining_days":
        return integer(parts.days);
      case "seconds":
        return integer(parts.hours * 3600 + parts.minutes * 60 + parts.seconds);
      case "remaining_seconds":
        return integer(parts.seconds);
      case "invert":
        return this.micros < 0n;
      default:
        return boundMethod(DURATION_METHODS, name, this) ?? super.attribute(name, rt);
    }
  }

  override str(_rt: Runtime): string {
    return this.inWords();
  }

  override repr(_rt: Runtime): string {
    const parts = this.parts();
    const shown = Object.entries(parts).filter(
      ([unit, count]) => count !== 0 || (unit === "days" && parts.weeks !== 0),
    );
    return `Duration(${shown.map(([unit, count]) => `${unit}=${count}`).join(", ")})`;
  }
}

/** -0 is 0. */
function integer(value: number): bigint {
  return BigInt(value);
}

const DURATION_METHODS = methods<PyDuration>({
  ...Object.fromEntries(
    Object.entries(TOTALS).flatMap(([unit, seconds]) => [
      [`total_${unit}`, method<PyDuration>({}, (self) => self.totalSeconds() / seconds)],
      [`in_${unit}`, method<PyDuration>({}, (self) => BigInt(Math.trunc(self.totalSeconds() / seconds)))],
    ]),
  ),
  in_words: method({ locale: null, separator: " " }, (self, [, separator]) => {
    return self.inWords(textArgument(separator as PyValue, "separator"));
  }),
  as_timedelta: method({}, (self) => new PyTimedelta(self.micros)),
});

export class PyInterval extends PyDuration {
  override readonly typeName = "Interval";
  readonly start: PyMoment;
  readonly end: PyMoment;
  readonly absolute: boolean;
  #difference: PreciseDifference | undefined;

  constructor(start: PyMoment, end: PyMoment, absolute: boolean) {
    const swap = absolute && start.instant > end.instant;
    const [from, to] = swap ? [end, start] : [start, end];
    if ((start.zone === null) !== (end.zone === null))
      raise("TypeError", "can't compare offset-naive and offset-aware datetimes");
    super(to.instant - from.instant);
    this.start = from;
    this.end = to;
    this.absolute = absolute;
  }

  /** In calendar units, from start to end. */
  get difference(): PreciseDifference {
    this.#difference ??= preciseDifference(this.start, this.end);
    return this.#difference;
  }

  override parts(): DurationParts {
    const { days, ...rest } = this.difference;
    const sign = days < 0 ? -1 : 1;
    return { ...rest, weeks: sign * Math.floor(Math.abs(days) / 7), days: sign * (Math.abs(days) % 7) };
  }

  override inWords(separator = " "): string {
    return inWords(this.parts(), { separator, singular: true });
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    if (name === "start") return this.start;
    if (name === "end") return this.end;
    if (name === "seconds") return new PyDuration(this.micros).attribute(name, rt);
    return boundMethod(INTERVAL_METHODS, name, this) ?? super.attribute(name, rt);
  }

  /** Moments from start to end, `amount` units apart. */
  *range(unit: string, amount: number, rt: Runtime): Iterable<PyValue> {
    const backwards = !this.absolute && this.micros < 0n;
    const add = rt.attribute(this.start, backwards ? "subtract" : "add");
    let at: PyValue = this.start;
    for (let i = amount; ordered(backwards ? ">=" : "<=", [at, this.end], rt); i += amount) {
      rt.spend(1);
      yield at;
      at = rt.call(add, { positional: [], named: new Map([[unit, BigInt(i)]]) });
    }
  }

  override iterate(rt: Runtime): Iterable<PyValue> {
    return this.range("days", 1, rt);
  }

  override contains(needle: PyValue, rt: Runtime): boolean {
    return ordered("<=", [this.start, needle], rt) && ordered("<=", [needle, this.end], rt);
  }

  override length(): number | null {
    return null;
  }

  override equals(other: PyValue, rt: Runtime): boolean {
    if (!(other instanceof PyInterval)) return super.equals(other, rt);
    return this.start.equals(other.start, rt) && this.end.equals(other.end, rt) && this.absolute === other.absolute;
  }

  override hashKey(rt: Runtime): HashKey {
    return `${super.hashKey(rt) as string}:${this.start.instant}`;
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    return new PyDuration(this.micros).binary(operator, other, rt);
  }

  override negate(): PyValue {
    return new PyInterval(this.end, this.start, this.absolute);
  }

  override magnitude(): PyTimedelta {
    return new PyInterval(this.start, this.end, true);
  }

  override str(rt: Runtime): string {
    return this.repr(rt);
  }

  override repr(rt: Runtime): string {
    return `<Interval [${this.start.str(rt)} -> ${this.end.str(rt)}]>`;
  }

  /** ISO 8601: `start/end`. */
  override jsonStyle(_rt: Runtime, nested: boolean): string {
    const text = `${this.start.isoFormat("T")}/${this.end.isoFormat("T")}`;
    return nested ? JSON.stringify(text) : text;
  }
}

const INTERVAL_METHODS = methods<PyInterval>({
  in_years: method({}, (self) => BigInt(self.difference.years)),
  in_months: method({}, (self) => BigInt(self.difference.years * 12 + self.difference.months)),
  in_weeks: method({}, (self) => BigInt(Math.trunc(self.difference.totalDays / 7))),
  in_days: method({}, (self) => BigInt(self.difference.totalDays)),
  as_duration: method({}, (self) => new PyDuration(self.micros)),
  range: method({ unit: REQUIRED, amount: 1n }, (self, [unit, amount], rt) => {
    const step = indexArgument(amount as PyValue);
    if (!isTrue(step, rt) || step < 0) raise("ValueError", "the amount of a range must be positive");
    return new PyIterator(self.range(textArgument(unit as PyValue, "unit"), step, rt));
  }),
});
