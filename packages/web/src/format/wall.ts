/** Between moments and what a clock on the wall of a zone shows, as fields for date and time have it: `2026-11-22T03:12`. */
import { readInstant, writeInstant } from "./instant.ts";

/** @param at milliseconds since the epoch */
export function wallText(at: number, timeZone: string): string {
  const { date, time } = writeInstant(at, timeZone);
  return `${date}T${time.slice(0, 5)}`;
}

/**
 * Twice a year a clock strikes an hour twice, and leaves one out: then the first is meant, and the moment at which it jumps on.
 * @returns ISO 8601, UTC; null: no date and time
 */
export function instantOfWall(wall: string, timeZone: string): string | null {
  const asUtc = readInstant(`${wall}Z`);
  if (asUtc === null) return null;
  // What the zone is ahead of UTC differs on both sides of a change: the earlier moment that shows this time is the one.
  const around = [asUtc - DAY_MILLIS, asUtc + DAY_MILLIS].map((at) => asUtc - aheadMillis(at, timeZone));
  const right = around.filter((at) => wallMillis(at, timeZone) === asUtc);
  return isoText(right.length === 0 ? Math.max(...around) : Math.min(...right));
}

const DAY_MILLIS = 86_400_000;

function wallMillis(at: number, timeZone: string): number {
  const { date, time } = writeInstant(at, timeZone);
  return readInstant(`${date}T${time}Z`) ?? at;
}

function aheadMillis(at: number, timeZone: string): number {
  return wallMillis(at, timeZone) - at;
}

/** @param at milliseconds since the epoch */
export function isoText(at: number): string {
  const { date, time } = writeInstant(at, "UTC");
  return `${date}T${time}Z`;
}
