/** The dates of a backfill as people say them: a range in the DAG's zone, a preset, or a list that they paste. Pure. */
import { readInstant, writeInstant } from "../../format/instant.ts";
import { instantOfWall } from "../../format/wall.ts";

/** Wall times as fields have them: `2026-11-22T03:12`; empty: none yet. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MILLIS = 86_400_000;

export const PRESETS = ["yesterday", "week", "month", "lastMonth", "year"] as const;

export type Preset = (typeof PRESETS)[number];

/** @param now milliseconds since the epoch */
export function rangeOf(preset: Preset, now: number, zone: string): DateRange {
  const day = (back: number): string => writeInstant(now - back * DAY_MILLIS, zone).date;
  const today = day(0);
  const until = { to: `${today}T00:00` };
  switch (preset) {
    case "yesterday":
      return { from: `${day(1)}T00:00`, ...until };
    case "week":
      return { from: `${day(7)}T00:00`, ...until };
    case "month":
      return { from: `${day(30)}T00:00`, ...until };
    case "year":
      return { from: `${day(365)}T00:00`, ...until };
    case "lastMonth":
      return { from: `${monthBefore(today)}-01T00:00`, to: lastMomentBefore(`${today.slice(0, 7)}-01`) };
  }
}

function monthBefore(date: string): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}

/** The last minute of the day before: both ends of a range are in it. */
function lastMomentBefore(date: string): string {
  const at = (readInstant(`${date}T00:00:00Z`) ?? 0) - 60_000;
  const { date: day, time } = writeInstant(at, "UTC");
  return `${day}T${time.slice(0, 5)}`;
}

export interface PastedDates {
  /** ISO 8601, UTC, in order, each once. */
  readonly dates: readonly string[];
  /** What is no date. */
  readonly wrong: readonly string[];
}

/** One in a line, or between commas: with an offset, or as the clock in the zone shows it; a day alone begins at midnight. */
export function readDates(text: string, zone: string): PastedDates {
  const words = text
    .split(/[\n,;]+/)
    .map((word) => word.trim().replace(" ", "T"))
    .filter((word) => word !== "");
  const read = words.map((word) => ({ word, at: instantOf(word, zone) }));
  return {
    dates: [...new Set(read.flatMap(({ at }) => at ?? []))].toSorted(),
    wrong: read.filter(({ at }) => at === null).map(({ word }) => word),
  };
}

function instantOf(word: string, zone: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return instantOfWall(`${word}T00:00`, zone);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(word)) return instantOfWall(word, zone);
  const at = /[Zz]|[+-]\d{2}:?\d{2}$/.test(word) ? readInstant(word) : null;
  if (at === null) return null;
  const { date, time } = writeInstant(at, "UTC");
  return `${date}T${time}Z`;
}
