/** Moving a wall time by calendar units: years and months first, cut to the end of the month, then the exact rest. */
import { raise } from "../errors.ts";
import { bindArguments, parametersOf } from "../python/arguments.ts";
import { floorDivision } from "../python/arithmetic.ts";
import { numberOf, typeName } from "../python/protocol.ts";
import type { CallArguments, PyValue } from "../python/value.ts";
import { checkedWall, civilOf, daysInMonth, MICROS_PER_DAY, type Wall, wallOf } from "./civil.ts";
import { PyDuration, PyInterval } from "./interval.ts";
import type { PyTimedelta } from "./timedelta.ts";

export interface CalendarShift {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly micros: bigint;
}

const UNITS: readonly (readonly [name: string, field: "years" | "months" | "days" | "micros", factor: number])[] = [
  ["years", "years", 1],
  ["months", "months", 1],
  ["weeks", "days", 7],
  ["days", "days", 1],
  ["hours", "micros", 3600e6],
  ["minutes", "micros", 60e6],
  ["seconds", "micros", 1e6],
  ["microseconds", "micros", 1],
];

/** The arguments of pendulum's `add` and `subtract`. */
export function shiftArguments(callee: string, args: CallArguments): CalendarShift {
  const parameters = parametersOf(
    UNITS.map(([name]) => name),
    0n,
  );
  const shift = { years: 0, months: 0, days: 0, micros: 0n };
  bindArguments(callee, parameters, args).forEach((value, index) => {
    const [, field, factor] = UNITS[index] as (typeof UNITS)[number];
    const amount = amountOf(value) * factor;
    if (field === "micros") shift.micros += BigInt(Math.round(amount));
    else if (Number.isInteger(amount)) shift[field] += amount;
    else if (field !== "days") raise("TypeError", "integer argument expected, got float");
    else {
      shift.days += Math.trunc(amount);
      shift.micros += BigInt(Math.round((amount % 1) * 86_400e6));
    }
  });
  return shift;
}

function amountOf(value: PyValue): number {
  const number = numberOf(value);
  return number === undefined ? raise("TypeError", `bad operand type: '${typeName(value)}'`) : Number(number);
}

export function negatedShift(shift: CalendarShift): CalendarShift {
  return { years: -shift.years, months: -shift.months, days: -shift.days, micros: -shift.micros };
}

/** What adding a span means: an interval moves by calendar parts, a duration by what it was made of. */
export function shiftOf(span: PyTimedelta, way: "add" | "subtract" | "date"): CalendarShift {
  if (!(span instanceof PyDuration)) {
    return way === "date" ? { years: 0, months: 0, days: Number(span.days), micros: 0n } : exact(span.micros);
  }
  const parts = span.parts();
  const rest =
    BigInt((parts.hours * 60 + parts.minutes) * 60 + parts.seconds) * 1_000_000n + BigInt(parts.microseconds);
  const days = parts.weeks * 7 + parts.days;
  if (way !== "subtract") {
    const calendar = span instanceof PyInterval || way === "date" || parts.years !== 0 || parts.months !== 0;
    return calendar ? { years: parts.years, months: parts.months, days, micros: rest } : exact(span.micros);
  }
  const own = BigInt(parts.years * 365 + parts.months * 30) * MICROS_PER_DAY;
  if (span instanceof PyInterval) return { years: parts.years, months: parts.months, days: 0, micros: span.micros };
  return { years: parts.years, months: parts.months, days: 0, micros: span.micros - own };
}

function exact(micros: bigint): CalendarShift {
  return { years: 0, months: 0, days: 0, micros };
}

/** The wall time moved. @throws ValueError or OverflowError outside of the years 1 to 9999. */
export function shiftedWall(wall: Wall, shift: CalendarShift): Wall {
  const rest = BigInt(shift.days) * MICROS_PER_DAY + shift.micros;
  if (shift.years === 0 && shift.months === 0) return checkedWall(wall + rest);
  const civil = civilOf(wall);
  const months = civil.month - 1 + shift.months;
  const years = Number(floorDivision(BigInt(months), 12n));
  const [year, month] = [civil.year + shift.years + years, months - years * 12 + 1];
  const day = Math.min(civil.day, daysInMonth(year, month));
  return checkedWall(wallOf({ ...civil, year, month, day }) + rest);
}
