/** One column of a cron string: its name for messages, its bounds, and the names that stand for numbers. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: Readonly<Record<string, number>>;
}

const MONTH_NAMES = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
} as const;
const WEEKDAY_NAMES = { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 } as const;

export const MINUTE: CronField = { name: "minute", min: 0, max: 59, names: {} };
export const HOUR: CronField = { name: "hour", min: 0, max: 23, names: {} };
export const DAY: CronField = { name: "day of month", min: 1, max: 31, names: {} };
export const MONTH: CronField = { name: "month", min: 1, max: 12, names: MONTH_NAMES };
export const WEEKDAY: CronField = { name: "day of week", min: 0, max: 6, names: WEEKDAY_NAMES };
export const SECOND: CronField = { name: "second", min: 0, max: 59, names: {} };
export const YEAR: CronField = { name: "year", min: 1970, max: 2099, names: {} };

/** In the order of a cron string; the last two may be left out. Airflow puts the seconds sixth, not first. */
export const CRON_FIELDS: readonly CronField[] = [MINUTE, HOUR, DAY, MONTH, WEEKDAY, SECOND, YEAR];
