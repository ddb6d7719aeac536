/** `dateutil.relativedelta.relativedelta`: months and years that fit the calendar. */
import { raise } from "../errors.ts";
import { bindArguments, indexArgument, type Parameters, parametersOf } from "../python/arguments.ts";
import { numberOf } from "../python/protocol.ts";
import { type BinaryOperator, type CallArguments, PyObject, type PyValue } from "../python/value.ts";
import { daysInMonth, weekday, wallOf, MICROS_PER_DAY, checkedWall, type Wall } from "./civil.ts";
import { PyDate } from "./date.ts";
import { PyDateTime } from "./datetime.ts";
import type { PyMoment } from "./moment.ts";
import { PendulumDateTime } from "./pendulum.ts";
import { shiftedWall } from "./shift.ts";
import { PyTimedelta } from "./timedelta.ts";

const RELATIVE = ["years", "months", "days", "hours", "minutes", "seconds", "microseconds"] as const;
const ABSOLUTE = ["year", "month", "day", "hour", "minute", "second", "microsecond"] as const;
const PARAMETERS: Parameters = {
  dt1: null,
  dt2: null,
  ...parametersOf(RELATIVE, 0n),
  weeks: 0n,
  leapdays: 0n,
  weekday: null,
  ...parametersOf(ABSOLUTE, null),
};

type Relative = { -readonly [unit in (typeof RELATIVE)[number]]: number };
type Absolute = { -readonly [unit in (typeof ABSOLUTE)[number]]?: number };

/** Carries of the units, smallest first. */
const CARRIES: readonly (readonly [unit: keyof Relative, size: number, to: keyof Relative])[] = [
  ["microseconds", 1_000_000, "seconds"],
  ["seconds", 60, "minutes"],
  ["minutes", 60, "hours"],
  ["hours", 24, "days"],
  ["months", 12, "years"],
];

export class PyRelativedelta extends PyObject {
  readonly typeName = "relativedelta";
  readonly #relative: Relative;
  readonly #absolute: Absolute;
  readonly #weekday: number | null;

  constructor(relative: Relative, absolute: Absolute = {}, weekDay: number | null = null) {
    super();
    this.#relative = normalized(relative);
    this.#absolute = absolute;
    this.#weekday = weekDay;
  }

  static create(args: CallArguments): PyRelativedelta {
    const values = bindArguments("relativedelta", PARAMETERS, args);
    if (values[0] !== null || values[1] !== null)
      raise("NotSupported", "relativedelta of two dates; subtract them instead");
    const [weeks, , weekDay] = values.slice(9, 12) as [PyValue, PyValue, PyValue];
    const relative = Object.fromEntries(
      RELATIVE.map((unit, i) => [unit, amount(values[i + 2] as PyValue)]),
    ) as Relative;
    relative.days += amount(weeks) * 7;
    const absolute: Absolute = {};
    ABSOLUTE.forEach((unit, index) => {
      const value = values[index + 12] as PyValue;
      if (value !== null) absolute[unit] = indexArgument(value);
    });
    return new PyRelativedelta(relative, absolute, weekDay === null ? null : indexArgument(weekDay));
  }

  override attribute(name: string): PyValue | undefined {
    const unit = RELATIVE.find((each) => each === name);
    if (unit !== undefined) return BigInt(this.#relative[unit]);
    if (name === "weeks") return BigInt(Math.trunc(this.#relative.days / 7));
    const field = ABSOLUTE.find((each) => each === name);
    if (field === undefined) return undefined;
    const value = this.#absolute[field];
    return value === undefined ? null : BigInt(value);
  }

  override binary(operator: BinaryOperator, other: PyValue): PyValue | undefined {
    if (operator === "*" && numberOf(other) !== undefined) return this.#scaled(Number(numberOf(other)));
    if (!(other instanceof PyRelativedelta) || (operator !== "+" && operator !== "-")) {
      return operator === "+" ? this.reflected(operator, other) : undefined;
    }
    const sign = operator === "+" ? 1 : -1;
    const sum = Object.fromEntries(RELATIVE.map((unit) => [unit, this.#relative[unit] + sign * other.#relative[unit]]));
    return new PyRelativedelta(
      sum as Relative,
      { ...other.#absolute, ...this.#absolute },
      this.#weekday ?? other.#weekday,
    );
  }

  override reflected(operator: BinaryOperator, other: PyValue): PyValue | undefined {
    if (operator === "*" && numberOf(other) !== undefined) return this.#scaled(Number(numberOf(other)));
    if (!(other instanceof PyDateTime || other instanceof PyDate)) return undefined;
    if (operator === "+") return this.#addedTo(other);
    return operator === "-" ? this.#scaled(-1).#addedTo(other) : undefined;
  }

  override negate(): PyValue {
    return this.#scaled(-1);
  }

  override equals(other: PyValue): boolean {
    return other instanceof PyRelativedelta && other.repr() === this.repr();
  }

  override truthy(): boolean {
    return Object.values(this.#relative).some((value) => value !== 0) || Object.keys(this.#absolute).length > 0;
  }

  #scaled(factor: number): PyRelativedelta {
    const scaled = Object.fromEntries(RELATIVE.map((unit) => [unit, Math.trunc(this.#relative[unit] * factor)]));
    return new PyRelativedelta(scaled as Relative, this.#absolute, this.#weekday);
  }

  #addedTo(moment: PyDateTime | PyDate): PyMoment {
    const { years, months, days, hours, minutes, seconds, microseconds } = this.#relative;
    const fields = { ...moment.civil, ...this.#absolute };
    const day = Math.min(fields.day, daysInMonth(fields.year, fields.month));
    const micros = BigInt((hours * 60 + minutes) * 60 + seconds) * 1_000_000n + BigInt(microseconds);
    const monthly = shiftedWall(wallOf({ ...fields, day }), { years, months, days: 0, micros: 0n });
    const exact = BigInt(days) * MICROS_PER_DAY + (moment.hasTime ? micros : 0n);
    const added = moved(moment, monthly, exact);
    const ahead = this.#weekday === null ? 0 : (((this.#weekday - weekday(added.wall)) % 7) + 7) % 7;
    return ahead === 0 ? added : moved(moment, added.wall, BigInt(ahead) * MICROS_PER_DAY);
  }

  override repr(): string {
    const signed = (value: number) => (value < 0 ? String(value) : `+${value}`);
    const relative = RELATIVE.filter((unit) => this.#relative[unit] !== 0).map(
      (unit) => `${unit}=${signed(this.#relative[unit])}`,
    );
    const absolute = ABSOLUTE.filter((unit) => this.#absolute[unit] !== undefined).map(
      (unit) => `${unit}=${this.#absolute[unit]}`,
    );
    return `relativedelta(${[...relative, ...absolute].join(", ")})`;
  }
}

/** `micros` after a wall time, in the class and zone of `like`. Pendulum's moments move on the line of instants. */
function moved(like: PyDateTime | PyDate, wall: Wall, micros: bigint): PyMoment {
  if (like instanceof PendulumDateTime) {
    return PendulumDateTime.at(wall, like.zone).shift({ years: 0, months: 0, days: 0, micros });
  }
  const later = checkedWall(wall + micros);
  return like instanceof PyDateTime ? like.like(later, like.zone) : like.like(later);
}

function amount(value: PyValue): number {
  if (value instanceof PyTimedelta) return raise("TypeError", "an amount must be a number");
  return Number(numberOf(value) ?? raise("TypeError", "an amount must be a number"));
}

/** Every unit within its size, with its own sign. */
function normalized(relative: Relative): Relative {
  const fixed = { ...relative };
  for (const [unit, size, to] of CARRIES) {
    const carry = Math.trunc(fixed[unit] / size);
    fixed[to] += carry;
    fixed[unit] -= carry * size;
  }
  return fixed;
}
