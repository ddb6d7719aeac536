/** How long ago something was, in one unit: `12 seconds ago`, `3 minutes ago`, `3 分前`. */
import type { DurationWords } from "./duration.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** Whole units only, rounded down; of what lies ahead, by clocks that disagree, no time has passed. */
export function agoText(millis: number, words: DurationWords): string {
  const passed = Math.max(0, millis);
  const [unit, size] = UNITS.find(([, each]) => passed >= each) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(words).format(-Math.floor(passed / size), unit);
}
