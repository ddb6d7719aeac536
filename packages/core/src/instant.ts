/**
 * Instants and durations as the engine keeps them: integers, so that comparing and storing them costs nothing.
 *
 * The unit is the microsecond because Airflow's clients send and read logical dates with six decimals; a coarser unit
 * would not give back the date it was given. Calendars and zones are `Temporal`'s affair and stay in the timetables.
 */
import { Temporal } from "./temporal.ts";

/** An instant: whole microseconds since 1970-01-01T00:00:00Z. */
export type Micros = number;

/** A span of time in microseconds. */
export type MicrosSpan = number;

export const MILLISECOND: MicrosSpan = 1_000;
export const SECOND: MicrosSpan = 1_000_000;
export const MINUTE: MicrosSpan = 60 * SECOND;
export const HOUR: MicrosSpan = 60 * MINUTE;
export const DAY: MicrosSpan = 24 * HOUR;

/** Longer than anybody waits; an instant and so much more is still an integer of 64 bits, as which it is kept. */
const LONGEST_SPAN: MicrosSpan = 1_000_000 * DAY;

/** Seconds (as Airflow writes durations, fractions allowed) to a span, of about 2,700 years at the most. */
export function secondsToSpan(seconds: number): MicrosSpan {
  return Math.max(-LONGEST_SPAN, Math.min(Math.round(seconds * SECOND), LONGEST_SPAN));
}

/** The instant as a `Temporal.Instant`. */
export function toTemporal(at: Micros): Temporal.Instant {
  const millis = Math.floor(at / MILLISECOND);
  const rest = at - millis * MILLISECOND;
  const instant = Temporal.Instant.fromEpochMilliseconds(millis);
  return rest === 0 ? instant : instant.add({ microseconds: rest });
}

/** A `Temporal.Instant` cut to microseconds. */
export function fromTemporal(instant: Temporal.Instant): Micros {
  return Number(instant.epochNanoseconds / 1_000n);
}

/**
 * Reads ISO 8601 with an offset or `Z`.
 * @throws RangeError if the text is no instant.
 */
export function parseInstant(text: string): Micros {
  return fromTemporal(Temporal.Instant.from(text));
}

/**
 * Python's calendar, with which Airflow's clients read dates, has the years 1 to 9999. Numbers that large are 32 apart, so that its last
 * microsecond, which people write for "never", is read as the next year's first.
 */
const [FIRST, END] = [parseInstant("0001-01-01T00:00:00Z"), parseInstant("+010000-01-01T00:00:00Z")];
const LAST = END - 32;

/** The instant, if it is one of the years 1 to 9999 in UTC; null: it is not. */
export function inCalendar(at: Micros): Micros | null {
  return at < FIRST || at > END ? null : Math.min(at, LAST);
}

/** ISO 8601 in UTC as Airflow prints it: `2026-01-01T00:00:00+00:00`, six decimals only if there are any. */
export function formatInstant(at: Micros): string {
  return withOffset(isoZ(at), "+00:00");
}

/** ISO 8601 in UTC with `Z`, six decimals only if there are any. */
export function isoZ(at: Micros): string {
  const day = Math.floor(at / DAY);
  const ofDay = at - day * DAY;
  const seconds = Math.floor(ofDay / SECOND);
  const fraction = ofDay - seconds * SECOND;
  const [hour, minute] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const time = `${dateOf(day)}T${two(hour)}:${two(minute)}:${two(seconds % 60)}`;
  return fraction === 0 ? `${time}Z` : `${time}.${String(fraction).padStart(6, "0")}Z`;
}

const two = (count: number): string => (count < 10 ? `0${count}` : String(count));

/** An answer tells hundreds of instants, most of a few days: to ask Temporal for each was a tenth of its time. */
const dates = new Map<number, string>();
const MOST_DATES = 1_000;

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = Temporal.Instant.fromEpochMilliseconds((day * DAY) / 1_000).toString();
  const date = text.slice(0, text.indexOf("T"));
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

function withOffset(iso: string, offset: string): string {
  return iso.slice(0, -1) + offset;
}
