import { MONTH, WEEKDAY } from "./fields.ts";

/** The five columns of a cron as text. */
export interface CronColumns {
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
  readonly month: string;
  readonly weekday: string;
}

/** Rewrites the columns so that what reads alike is written alike, before they are put into words. */
export function normaliseColumns({ minute, hour, day, month, weekday }: CronColumns): CronColumns {
  const minutes = everyForm(minute, "0/");
  const hours = everyForm(hour, "0/");
  const hourBeside = /[*/]/.test(minutes) && !/[*,/-]/.test(hours) ? `${hours}-${hours}` : hours;
  const days = everyForm(day.replaceAll("?", "*"), "1/");
  const months = numbersFor(everyForm(month, "1/"), MONTH.names);
  const weekdays = numbersFor(sundayIsZero(everyForm(weekday.replaceAll("?", "*"), "1/")), WEEKDAY.names);
  return {
    minute: withoutStepOne(minutes),
    hour: withoutStepOne(hourBeside),
    day: withoutStepOne(days),
    month: withEnd(withoutStepOne(months), MONTH.max),
    weekday: withEnd(withoutStepOne(weekdays), WEEKDAY.max),
  };
}

/** A step from the lowest value is a step through all of them. */
function everyForm(text: string, fromLowest: string): string {
  return text.startsWith(fromLowest) ? text.replaceAll(fromLowest, "*/") : text;
}

function withoutStepOne(text: string): string {
  return text === "*/1" ? "*" : text;
}

/** `3/2` is 3 to the end, every second. */
function withEnd(text: string, end: number): string {
  const [base, step] = text.split("/");
  return step === undefined || /[*,-]/.test(text) ? text : `${base}-${end}/${step}`;
}

function sundayIsZero(text: string): string {
  return text.replaceAll(/^\d|[^#/\s]\d/g, (found) => (/^\D?7$/.test(found) ? found.replace("7", "0") : found));
}

function numbersFor(text: string, names: Readonly<Record<string, number>>): string {
  let result = text.toUpperCase();
  for (const [name, number] of Object.entries(names)) result = result.replaceAll(name.toUpperCase(), String(number));
  return result;
}
