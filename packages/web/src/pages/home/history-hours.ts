/** Every hour of a window, also those in which nothing ended: only so is the row of bars a scale of time. */
import { readInstant } from "../../format/instant.ts";
import { isoText } from "../../format/wall.ts";
import type { Home } from "./home.ts";

export const HOUR_MILLIS = 3_600_000;

type Ended = Home["history"][number][1];

export interface HistoryHour {
  /** When it begins, ISO 8601, UTC. */
  readonly hour: string;
  readonly ended: Ended;
}

const NONE: Ended = { success: 0, failed: 0 };

/** @param since when the window begins, ISO 8601 @param now in milliseconds since the epoch */
export function historyHours(history: Home["history"], since: string, now: number): readonly HistoryHour[] {
  const ended = new Map(history.map(([hour, counts]) => [readInstant(hour), counts]));
  const known = [...ended.keys()].filter((at) => at !== null);
  const begin = Math.min(readInstant(since) ?? now, ...known);
  const hours: HistoryHour[] = [];
  for (let at = begin - (begin % HOUR_MILLIS); at <= Math.max(now, ...known); at += HOUR_MILLIS)
    hours.push({ hour: isoText(at), ended: ended.get(at) ?? NONE });
  return hours;
}
