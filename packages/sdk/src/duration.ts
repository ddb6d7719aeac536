/** Lengths of time as an author writes them: `{ minutes: 5 }`, or a `Temporal.Duration`, which has the same fields. */
import type { DeltaSpec } from "@momiji/core";
import { onlyKnown, show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";

/** A fixed length of time. A day is 24 hours and a week 7 such days, as in Python's `timedelta`. */
export interface DurationInput {
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** A length of time that may have calendar units: with years or months in it, it is counted on the calendar (in UTC). */
export interface DeltaInput extends DurationInput {
  readonly years?: number;
  readonly months?: number;
}

const UNIT_SECONDS = {
  weeks: 604_800,
  days: 86_400,
  hours: 3_600,
  minutes: 60,
  seconds: 1,
  milliseconds: 1e-3,
} as const;
const FINER_SECONDS = { microseconds: 1e-6, nanoseconds: 1e-9 } as const;
const CALENDAR_UNITS = ["years", "months"] as const;
const KNOWN: Readonly<Record<string, true>> = {
  years: true,
  months: true,
  weeks: true,
  days: true,
  hours: true,
  minutes: true,
  seconds: true,
  milliseconds: true,
  microseconds: true,
  nanoseconds: true,
};

/** The duration in seconds, to the microsecond. Not below `min` (0). */
export function secondsOf(duration: DurationInput, place: string, min = 0): number {
  checkFields(duration, place);
  const calendarUnit = CALENDAR_UNITS.find((unit) => field(duration, unit, place) !== 0);
  if (calendarUnit !== undefined) {
    throw new DagDefinitionError(
      place,
      `${calendarUnit} have no fixed length; use weeks, days, hours, minutes or seconds`,
    );
  }
  const seconds = fixedSeconds(duration, place);
  if (seconds < min) throw new DagDefinitionError(place, `must be at least ${min} s, not ${seconds} s`);
  return seconds;
}

/** As `secondsOf`, for an option that must be longer than nothing. */
export function positiveSecondsOf(duration: DurationInput, place: string): number {
  const seconds = secondsOf(duration, place);
  if (seconds === 0) throw new DagDefinitionError(place, "must be longer than 0 s");
  return seconds;
}

/** The step of a schedule: seconds, or a calendar delta if it has years or months. */
export function deltaOf(delta: DeltaInput, place: string): DeltaSpec {
  checkFields(delta, place);
  const units = [...CALENDAR_UNITS, "weeks", "days", "hours", "minutes", "seconds"] as const;
  if (CALENDAR_UNITS.every((unit) => field(delta, unit, place) === 0)) {
    return { seconds: positiveSecondsOf(delta, place) };
  }
  const amounts = units.map((unit) => [unit, field(delta, unit, place)] as const).filter(([, amount]) => amount !== 0);
  const wrong = amounts.find(([, amount]) => amount < 0 || !Number.isInteger(amount));
  if (wrong !== undefined) {
    throw new DagDefinitionError(
      place,
      `${wrong[0]} must be a whole number above 0 beside years or months, not ${wrong[1]}`,
    );
  }
  return { calendar: Object.fromEntries(amounts) };
}

function checkFields(duration: unknown, place: string): asserts duration is object {
  if (typeof duration !== "object" || duration === null) {
    throw new DagDefinitionError(place, `must be a duration such as { minutes: 5 }, not ${show(duration)}`);
  }
  onlyKnown(duration, KNOWN, place);
}

function field(duration: object, unit: string, place: string): number {
  const amount = (duration as { readonly [unit: string]: unknown })[unit] ?? 0;
  if (typeof amount === "number" && Number.isFinite(amount)) return amount;
  throw new DagDefinitionError(place, `${unit} must be a number, not ${show(amount)}`);
}

function fixedSeconds(duration: object, place: string): number {
  const units = Object.entries({ ...UNIT_SECONDS, ...FINER_SECONDS });
  const seconds = units.reduce((sum, [unit, length]) => sum + field(duration, unit, place) * length, 0);
  return Math.round(seconds * 1e6) / 1e6;
}
