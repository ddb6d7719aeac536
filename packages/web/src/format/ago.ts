/** How long ago something was, in one unit: `12 seconds ago`, `3 minutes ago`, `3分前`. */
import type { DurationWords } from "./duration.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** How long until something: `in 5 hours`, `5時間後`; or how long ago. */
export function untilText(millis: number, words: DurationWords): string {
  if (millis < 0) return agoText(-millis, words);
  return relative(millis, words);
}

/** Whole units only, rounded down; of what lies ahead, by clocks that disagree, no time has passed. */
export function agoText(millis: number, words: DurationWords): string {
  return relative(-Math.max(0, millis), words);
}

function relative(millis: number, words: DurationWords): string {
  const [unit, size] = UNITS.find(([, each]) => Math.abs(millis) >= each) ?? ["second", 1000];
  const text = new Intl.RelativeTimeFormat(words).format(Math.trunc(millis / size), unit);
  // Durations beside it have no spaces in Japanese either.
  return words === "ja" ? text.replaceAll(" ", "") : text;
}
