/** A cron as a sentence for people, word for word as Airflow's lists show it. */
import { DAY_NAMES, MONTH_NAMES } from "../calendar-names.ts";
import { type ColumnWords, columnInWords, rangeInWords } from "./column-in-words.ts";
import { type CronColumns, normaliseColumns } from "./normalise-columns.ts";
import { resolvePreset } from "./presets.ts";

const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"] as const;

/** There are no words for a value. */
class Unspeakable extends Error {}

/**
 * "At 03:00, only on Monday". Empty if there are no words for it: with seconds or years, or for an unusual way of writing.
 * @param cron accepted by `parseCron`
 */
export function describeCron(cron: string): string {
  const columns = resolvePreset(cron).trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = columns as [string, string, string, string, string];
  if (columns.length !== 5) return "";
  try {
    if (day === "*" || weekday === "*") return sentence({ minute, hour, day, month, weekday });
    const byDay = sentence({ minute, hour, day, month, weekday: "*" });
    return `${byDay} (or) ${sentence({ minute, hour, day: "*", month, weekday })}`;
  } catch (error) {
    if (error instanceof Unspeakable) return "";
    throw error;
  }
}

function sentence(written: CronColumns): string {
  const columns = normaliseColumns(written);
  const whole =
    timeOfDay(columns) + dayInWords(columns) + weekdayInWords(columns.weekday) + monthInWords(columns.month);
  const text = whole.replaceAll(/, every (?:minute|hour|day)(?!s)/g, "").replace(/, ?$/, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function timeOfDay({ minute, hour }: CronColumns): string {
  const isOne = (text: string): boolean => !/[/,*-]/.test(text);
  if (isOne(minute) && isOne(hour)) return `At ${clock(hour, minute)}`;
  if (isOne(hour) && minute.includes("-") && !minute.includes(",")) {
    const [from = "", to = ""] = minute.split("-");
    return `Every minute between ${clock(hour, from)} and ${clock(hour, to)}`;
  }
  if (isOne(minute) && hour.includes(",") && !hour.includes("-")) {
    const times = hour.split(",").map((one) => clock(one, minute));
    return `At ${times.slice(0, -1).join(", ")} and ${times.at(-1)}`;
  }
  return [minutesInWords(minute, hour), hoursInWords(hour)].filter((text) => text !== "").join(", ");
}

function minutesInWords(minute: string, hour: string): string {
  const isHourRange = hour.includes("-") && !/[/,]/.test(hour);
  return columnInWords(minute, {
    every: "every minute",
    one: (text) => text,
    step: (count) => `every ${count} minutes`,
    range: (low, high) => `minutes ${low} through ${high} past the hour`,
    at: (text, content) => (text === "0" && !isHourRange ? "" : `at ${content} minutes past the hour`),
  });
}

function hoursInWords(hour: string): string {
  return columnInWords(hour, {
    every: "every hour",
    one: (text) => clock(text, "0"),
    step: (count) => `every ${count} hours`,
    range: (low, high) => `between ${low} and ${high}`,
    at: (_, content) => `at ${content}`,
  });
}

function dayInWords({ day, weekday }: CronColumns): string {
  if (day === "L") return ", on the last day of the month";
  if (day === "*" && weekday !== "*") return "";
  const nearest = /^(?:(\d{1,2})W|W(\d{1,2}))/.exec(day);
  if (nearest !== null) {
    const number = Number(nearest[1] ?? nearest[2]);
    return `, on the ${number === 1 ? "first weekday" : `weekday nearest day ${number}`} of the month`;
  }
  return columnInWords(day, {
    every: ", every day",
    one: (text) => text,
    step: (count) => (count === "1" ? ", every day" : `, every ${count} days`),
    range: (low, high) => `, between day ${low} and ${high} of the month`,
    at: (_, content) => `, on day ${content} of the month`,
  });
}

function monthInWords(month: string): string {
  return columnInWords(month, {
    every: "",
    one: (text) => nameIn(MONTH_NAMES, wholeNumber(text) - 1),
    step: (count) => `, every ${count} months`,
    range: (low, high) => `, ${low} through ${high}`,
    at: (_, content) => `, only in ${content}`,
  });
}

const WEEKDAY_WORDS: ColumnWords = {
  every: "",
  one: weekdayName,
  step: (count) => `, every ${count} days of the week`,
  range: (low, high) => `, ${low} through ${high}`,
  at: (text, content) => `, ${weekdayPrefix(text)} ${content}${/[#L]/.test(text) ? " of the month" : ""}`,
};

function weekdayPrefix(text: string): string {
  if (!text.includes("#")) return text.includes("L") ? "on the last" : "only on";
  const nth = text.slice(text.indexOf("#") + 1);
  return `on the ${/^\d+$/.test(nth) ? (ORDINALS[Number(nth)] ?? "") : ""}`;
}

/** A step that is longer than its days leaves whole weeks out, and is said so. */
function weekdayInWords(weekday: string): string {
  const [, base = "", step = ""] = /^([^/]*)\/(\d+)$/.exec(weekday) ?? [];
  const weeks = base === "" ? null : weeklyDays(base, Number(step));
  return weeks === null ? columnInWords(weekday, WEEKDAY_WORDS) : `, every ${step} weeks${weeks}`;
}

function weeklyDays(base: string, step: number): string | null {
  const onlyOn = (content: string): string => `, only on ${content}`;
  if (base.includes(",")) return columnInWords(base, { ...WEEKDAY_WORDS, at: (_, content) => onlyOn(content) });
  const [first = "", last, ...more] = base.split("-");
  if (last === undefined) return null;
  if (more.length > 0) throw new Unspeakable();
  const end = wholeNumber(last);
  if (step < (end === 0 ? 7 : end) - wholeNumber(first) + 1) return null;
  // `fri/2` was written out as 5-6/2; nobody wants to read of Saturday there.
  return end === 6 ? onlyOn(weekdayName(first)) : rangeInWords(base, WEEKDAY_WORDS, WEEKDAY_WORDS.range);
}

function weekdayName(text: string): string {
  const [day = "", ...more] = text.includes("#") ? text.split("#") : [text.replaceAll("L", "")];
  if (more.length > 1) throw new Unspeakable();
  const number = wholeNumber(day);
  return nameIn(DAY_NAMES, number === 0 ? 6 : number - 1);
}

function nameIn(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new Unspeakable();
  return name;
}

function clock(hour: string, minute: string): string {
  return [hour, minute].map((text) => String(wholeNumber(text)).padStart(2, "0")).join(":");
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Unspeakable();
  return Number(text);
}
