/** Dates as an author writes them: wall time in the DAG's zone, an instant, or a value of `Temporal`. */
import { fromTemporal, inCalendar, type Micros, Temporal } from "@momiji/core/time";
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";

/** `Temporal.Instant` and `Temporal.ZonedDateTime`, whichever copy of the library made them. */
export interface ExactTime {
  readonly epochNanoseconds: bigint;
  toString(): string;
}

/** `Temporal.PlainDateTime` and `Temporal.PlainDate`: read in the DAG's zone. */
export interface WallTime {
  toZonedDateTime(timezone: string): ExactTime;
  toString(): string;
}

/**
 * `"2026-09-14T14:04"` or `"2026-09-14"`: wall time in the DAG's zone; `"…T05:04Z"`, `"…+09:00"`, `"…+09:00[Asia/Tokyo]"`:
 * an instant; or a value of `Temporal`.
 */
export type InstantInput = string | ExactTime | WallTime;

const OFFSET = /[T ]\d.*(?:Z|[+-]\d{2}(?::?\d{2}){0,2})$/i;

/** The instant that is meant. A wall time that a change of clocks leaves out or repeats is taken as RFC 5545 does. */
export function readInstant(input: InstantInput, timezone: string, place: string): Micros {
  const at = inCalendar(readAny(input, timezone, place));
  if (at === null) throw new DagDefinitionError(place, `${show(input)} is not in the years 1 to 9999`);
  return at;
}

function readAny(input: InstantInput, timezone: string, place: string): Micros {
  try {
    const exact = typeof input === "string" ? readText(input, timezone) : readValue(input, timezone);
    return fromTemporal(Temporal.Instant.fromEpochNanoseconds(exact.epochNanoseconds));
  } catch {
    const example =
      'a wall time such as "2026-09-14T14:04", an instant such as "2026-09-14T05:04Z", or a Temporal value';
    throw new DagDefinitionError(place, `${show(input)} is no date; write ${example}`);
  }
}

/** Refuses what is no time zone by name. An offset is none: it says nothing of the changes of clocks. */
export function checkTimezone(timezone: unknown, place: string): void {
  try {
    if (typeof timezone !== "string" || /^[+-]/.test(timezone)) throw new RangeError();
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone);
  } catch {
    throw new DagDefinitionError(
      place,
      `${show(timezone)} is no time zone; use an IANA name such as "Asia/Tokyo" or "UTC"`,
    );
  }
}

function readText(text: string, timezone: string): ExactTime {
  if (text.endsWith("]")) return Temporal.ZonedDateTime.from(text);
  if (OFFSET.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timezone);
}

function readValue(value: ExactTime | WallTime, timezone: string): ExactTime {
  return "epochNanoseconds" in value ? value : value.toZonedDateTime(timezone);
}
