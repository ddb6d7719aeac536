import type { AllowedValues } from "./allowed-values.ts";

/** A parsed cron string. Which wall times it means is in `month-days.ts` and `search.ts`. */
export interface Cron {
  readonly hours: AllowedValues;
  readonly minutes: AllowedValues;
  readonly seconds: AllowedValues;
  readonly months: AllowedValues;
  /** Null: every year. */
  readonly years: AllowedValues | null;
  readonly days: DayRule;
  /** Whether ticks are counted in seconds (six and seven fields) and not in minutes. */
  readonly hasSeconds: boolean;
  /** Whether the hour field says `*`: such a cron runs on through a change of the clocks (`cron-ticks.ts`). */
  readonly everyHour: boolean;
}

/** Which days of a month count. */
export interface DayRule {
  readonly monthDays: MonthDayRule | null;
  readonly weekdays: WeekdayRule | null;
}

/** The day-of-month field; a null rule is `*`. */
export interface MonthDayRule {
  /** Bit 0 is the 1st. */
  readonly mask: number;
  /** `L`. */
  readonly last: boolean;
  /** `15W`: the Monday to Friday nearest to that day, within the month. It takes the place of `mask` and `last`. */
  readonly nearestWeekdayTo: number | null;
}

/** The day-of-week field; a null rule is `*`. */
export interface WeekdayRule {
  /** Bit 0 is Sunday. */
  readonly mask: number;
  /** `5#2`, `L5`. If there are any they take the place of `mask`. */
  readonly ordinals: readonly WeekdayOrdinal[];
  /** Whether `*` is in the list as well (`*,5#2`): then the field does not count as a second restriction. */
  readonly any: boolean;
}

export interface WeekdayOrdinal {
  readonly weekday: number;
  readonly nth: number | "last";
}
