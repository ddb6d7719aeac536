/** The words of dates that people write, as dateutil knows them. */
import { DAY_NAMES, MONTH_NAMES } from "../../calendar-names.ts";

const JUMPS: ReadonlySet<string> = new Set(" |.|,|;|-|/|'|at|on|and|ad|m|t|of|st|nd|rd|th".split("|"));
const CLOCK_UNITS = [
  ["h", "hour", "hours"],
  ["m", "minute", "minutes"],
  ["s", "second", "seconds"],
];

/** Letters, numbers (with a decimal part) and every other character by itself; white space is one space. */
export function splitDate(text: string): string[] {
  const words = text.match(/\p{L}+(?:\.\p{L}+)*\.?|\d+(?:[.,]\d+)*|\s|./gsu) ?? [];
  return words.flatMap((word) => {
    if (/^\s$/.test(word)) return [" "];
    if (!/[.,]/.test(word) || word.length === 1) return [word];
    const dots = word.split(".").length - 1;
    if (/^\d/.test(word) && dots <= 1 && !(dots === 1 && word.includes(","))) return [word.replace(",", ".")];
    if (/^\p{L}/u.test(word) && dots > 1) return [word.replaceAll(".", "")];
    return word.match(/[^.,]+|[.,]/g) ?? [];
  });
}

/** Words that say nothing: separators, `at`, `of`, `th`. */
export function isJump(word: string): boolean {
  return JUMPS.has(word.toLowerCase());
}

/** 1 to 12, or null. */
export function monthOf(word: string | undefined): number | null {
  const index = nameIndex(word, MONTH_NAMES);
  return index >= 0 ? index + 1 : word?.toLowerCase() === "sept" ? 9 : null;
}

/** 0 for Monday, or null. */
export function weekdayOf(word: string): number | null {
  const index = nameIndex(word, DAY_NAMES);
  return index < 0 ? null : index;
}

function nameIndex(word: string | undefined, names: readonly string[]): number {
  const lower = word?.toLowerCase();
  return names.findIndex((name) => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower);
}

/** 0 for hours, 1 for minutes, 2 for seconds, or null. */
export function clockUnitOf(word: string | undefined): number | null {
  const index = CLOCK_UNITS.findIndex((names) => names.includes(word?.toLowerCase() ?? ""));
  return index < 0 ? null : index;
}

/** Hours to add to those of a 12-hour clock, or null. */
export function halfOf(word: string | undefined): "am" | "pm" | null {
  const lower = word?.toLowerCase();
  if (lower === "am" || lower === "a") return "am";
  return lower === "pm" || lower === "p" ? "pm" : null;
}

export function isUtcName(word: string): boolean {
  return ["UTC", "GMT", "Z", "z"].includes(word);
}
