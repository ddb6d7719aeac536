/** Durations in English, as pendulum words them. */

export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  /** Days beyond the weeks. */
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly microseconds: number;
}

function counted(count: number | string, unit: string): string {
  return `${count} ${unit}${count === 1 || count === -1 ? "" : "s"}`;
}

/** `1 week 2 days 3 hours`; parts of nothing are left out. `singular`: an interval says `0.50 second`. */
export function inWords(
  parts: DurationParts,
  options: { readonly separator: string; readonly singular: boolean },
): string {
  const units: readonly (readonly [number, string])[] = [
    [parts.years, "year"],
    [parts.months, "month"],
    [parts.weeks, "week"],
    [parts.days, "day"],
    [parts.hours, "hour"],
    [parts.minutes, "minute"],
    [parts.seconds, "second"],
  ];
  const words = units.filter(([count]) => count !== 0).map(([count, unit]) => counted(count, unit));
  if (words.length > 0) return words.join(options.separator);
  if (parts.microseconds === 0) return "0 microseconds";
  return `${(Math.abs(parts.microseconds) / 1e6).toFixed(2)} second${options.singular ? "" : "s"}`;
}

/** The one unit that says it best, rounded as people do. Null: a few seconds. */
function roughly(parts: DurationParts): { readonly count: number; readonly unit: string } | null {
  const days = parts.weeks * 7 + parts.days;
  if (parts.years > 0) return { count: parts.years + (parts.months > 6 ? 1 : 0), unit: "year" };
  if (parts.months === 11 && days > 15) return { count: 1, unit: "year" };
  if (parts.months > 0) return { count: parts.months + (days >= 27 ? 1 : 0), unit: "month" };
  if (parts.weeks > 0) return { count: parts.weeks + (parts.days > 3 ? 1 : 0), unit: "week" };
  if (parts.days > 0) return { count: parts.days + (parts.hours >= 22 ? 1 : 0), unit: "day" };
  if (parts.hours > 0) return { count: parts.hours, unit: "hour" };
  if (parts.minutes > 0) return { count: parts.minutes, unit: "minute" };
  return parts.seconds > 10 ? { count: parts.seconds, unit: "second" } : null;
}

export interface DifferenceOptions {
  /** Compared with the present, not with another moment. */
  readonly isNow: boolean;
  /** Without `ago`, `after` and the like. */
  readonly absolute: boolean;
  /** The moment lies after the one that it is compared with. */
  readonly later: boolean;
}

/** `3 days before`, `2 hours ago`, `in a few seconds`. */
export function differenceInWords(parts: DurationParts, options: DifferenceOptions): string {
  const rough = roughly(parts);
  const words = rough === null ? "a few seconds" : counted(rough.count, rough.unit);
  if (options.absolute) return words;
  if (options.isNow) return options.later ? `in ${words}` : `${words} ago`;
  return `${words} ${options.later ? "after" : "before"}`;
}
