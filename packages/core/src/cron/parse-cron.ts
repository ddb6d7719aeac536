import { TimetableInvalid } from "../timetable.ts";
import { AllowedValues } from "./allowed-values.ts";
import type { Cron, DayRule, MonthDayRule, WeekdayRule } from "./cron.ts";
import { CRON_FIELDS, type CronField, DAY, HOUR, MINUTE, MONTH, SECOND, WEEKDAY, YEAR } from "./fields.ts";
import { type FieldValues, parseField } from "./parse-field.ts";
import { PRESET_NAMES, resolveAlias, resolvePreset } from "./presets.ts";
import { resolveRandom } from "./random-field.ts";

const ONLY_ZERO = new AllowedValues(new Set([0]), 0, 59);

/**
 * Reads a cron string or a preset in croniter's grammar: minute, hour, day of month, month, day of week, and if wanted
 * second and year.
 * @throws TimetableInvalid with the name of the field
 */
export function parseCron(text: string): Cron {
  const columns = resolveAlias(resolvePreset(text).toLowerCase()).match(/[^ \t\n\r\f\v]+/g) ?? [];
  if (columns.length < 5 || columns.length > 7) throw wrongCount(text, columns.length);
  try {
    return assemble(
      columns,
      columns.map((column, index) => readColumn(index, column, text)),
    );
  } catch (error) {
    if (!(error instanceof TimetableInvalid)) throw error;
    const hint = columns.length === 5 ? "" : " (the seconds are the sixth field, the year the seventh)";
    throw new TimetableInvalid(`cron "${text}": ${error.message}${hint}`);
  }
}

function readColumn(index: number, column: string, text: string): FieldValues {
  const field = CRON_FIELDS[index] as CronField;
  return parseField(field, resolveRandom(field, column, text));
}

function assemble(columns: readonly string[], fields: readonly FieldValues[]): Cron {
  const [minute, hour, day, month, weekday, second, year] = fields as [
    FieldValues,
    FieldValues,
    FieldValues,
    FieldValues,
    FieldValues,
    FieldValues?,
    FieldValues?,
  ];
  return {
    minutes: allowed(MINUTE, minute),
    hours: allowed(HOUR, hour),
    seconds: second === undefined ? ONLY_ZERO : allowed(SECOND, second),
    months: allowed(MONTH, month),
    years: year === undefined || year.any || isWhole(YEAR, year) ? null : allowed(YEAR, year),
    days: dayRule(day, weekday, columns),
    hasSeconds: second !== undefined,
    everyHour: (hour.any && hour.values.size === 0) || isWhole(HOUR, hour),
  };
}

/** A full list is the same as `*`, except in a day field beside one that says something: there it still means "or". */
function dayRule(day: FieldValues, weekday: FieldValues, columns: readonly string[]): DayRule {
  const starBeside = (index: number): boolean => (columns[index] as string).includes("*");
  const anyDay = day.any || (isWhole(DAY, day) && starBeside(CRON_FIELDS.indexOf(WEEKDAY)));
  const anyWeekday = weekday.any || (isWhole(WEEKDAY, weekday) && starBeside(CRON_FIELDS.indexOf(DAY)));
  const monthDays: MonthDayRule = {
    mask: maskOf(day.values, DAY.min),
    last: day.last,
    nearestWeekdayTo: day.nearestWeekdayTo,
  };
  const weekdays: WeekdayRule = {
    mask: maskOf(weekday.values, WEEKDAY.min),
    ordinals: weekday.ordinals,
    any: anyWeekday,
  };
  return {
    monthDays: anyDay ? null : monthDays,
    weekdays: anyWeekday && weekday.ordinals.length === 0 ? null : weekdays,
  };
}

function isWhole(field: CronField, { any, last, values }: FieldValues): boolean {
  return values.size + Number(any) + Number(last) === field.max - field.min + 1;
}

function allowed(field: CronField, { any, values }: FieldValues): AllowedValues {
  const whole = Array.from({ length: field.max - field.min + 1 }, (_, index) => field.min + index);
  return new AllowedValues(any ? new Set(whole) : values, field.min, field.max);
}

function maskOf(values: Iterable<number>, lowest: number): number {
  let mask = 0;
  for (const value of values) mask |= 1 << (value - lowest);
  return mask;
}

function wrongCount(text: string, count: number): TimetableInvalid {
  if (text.startsWith("@")) {
    return new TimetableInvalid(
      `cron "${text}": there is no such preset; there are ${PRESET_NAMES.join(", ")}, and besides cron @once and @continuous`,
    );
  }
  const wanted = "minute, hour, day of month, month, day of week, and if wanted second and year";
  return new TimetableInvalid(`cron "${text}": it has ${count} of the fields ${wanted}`);
}
