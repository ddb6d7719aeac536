/** A cron as a Japanese sentence, of what `describeCron` says in English: `毎日 3:00`. */
import { type CronColumns, normaliseColumns } from "./normalise-columns.ts";
import { resolvePreset } from "./presets.ts";

const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** There are no words for a value. */
class Unspeakable extends Error {}

/**
 * Empty if there are no words for it: with seconds or years, or for an unusual way of writing.
 * @param cron accepted by `parseCron`
 */
export function describeCronJa(cron: string): string {
  const columns = resolvePreset(cron).trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = columns as [string, string, string, string, string];
  if (columns.length !== 5) return "";
  try {
    return sentence(normaliseColumns({ minute, hour, day, month, weekday }));
  } catch (error) {
    if (error instanceof Unspeakable) return "";
    throw error;
  }
}

function sentence(columns: CronColumns): string {
  const time = timeOfDay(columns);
  const date = dateInWords(columns);
  // What comes again within the day needs no word for the day.
  if (date === "毎日" && columns.hour.startsWith("*")) return time;
  return `${date} ${time}`;
}

function timeOfDay({ minute, hour }: CronColumns): string {
  const hours = hour.split(",");
  if (isNumber(minute) && hours.every(isNumber))
    return listed(hours.map((one) => `${number(one)}:${twoDigits(minute)}`));
  if (hour === "*") return minutesInWords(minute);
  return `${column(hour, HOUR)}、${minutesInWords(minute)}`;
}

function minutesInWords(minute: string): string {
  if (minute === "*") return "毎分";
  const steps = /^\*\/(\d+)$/.exec(minute);
  if (steps !== null) return `${number(steps[1] as string)}分ごと`;
  return `毎時${column(minute, MINUTE)}`;
}

interface Words {
  one(value: string): string;
  step(count: string): string;
}

const MINUTE: Words = { one: (value) => `${number(value)}分`, step: (count) => `${number(count)}分ごと` };
const HOUR: Words = { one: (value) => `${number(value)}時台`, step: (count) => `${number(count)}時間ごと` };
const DAY: Words = { one: dayInWords, step: (count) => `${number(count)}日ごと` };
const MONTH: Words = { one: (value) => `${number(value)}月`, step: (count) => `${number(count)}か月ごと` };
const WEEKDAY: Words = { one: weekdayInWords, step: (count) => `${number(count)}日おきの曜日` };

/** Values, ranges and steps, alone or in a list. */
function column(text: string, words: Words): string {
  return listed(text.split(",").map((item) => itemInWords(item, words)));
}

function itemInWords(item: string, words: Words): string {
  const [base = "", count] = item.split("/");
  const [low = "", high] = base.split("-");
  const range = high === undefined ? words.one : () => `${words.one(low)}から${words.one(high)}まで`;
  if (count === undefined) return range(base);
  if (base === "*") return words.step(count);
  return `${range(base)}${high === undefined ? "から" : "の"}${words.step(count)}`;
}

function dateInWords({ day, month, weekday }: CronColumns): string {
  const months = month === "*" ? null : column(month, MONTH);
  if (day === "*" && weekday === "*") return months === null ? "毎日" : `${months}の毎日`;
  const days = day === "*" ? [] : [daysInWords(day, months)];
  const weekdays = weekday === "*" ? [] : [weekdaysInWords(weekday, months)];
  return [...days, ...weekdays].join("、または");
}

function daysInWords(day: string, months: string | null): string {
  const words = column(day, DAY);
  if (months === null) return words.includes("ごと") && day.startsWith("*") ? words : `毎月${words}`;
  return /^\d+月$/.test(months) ? `毎年${months}${words}` : `${months}の${words}`;
}

function dayInWords(day: string): string {
  if (day === "L") return "末日";
  const nearest = /^(?:(\d{1,2})W|W(\d{1,2}))$/.exec(day);
  if (nearest === null) return `${number(day)}日`;
  const of = Number(nearest[1] ?? nearest[2]);
  return of === 1 ? "最初の平日" : `${of}日に最も近い平日`;
}

function weekdaysInWords(weekday: string, months: string | null): string {
  const isOfMonth = /[#L]/.test(weekday);
  const words = column(weekday, WEEKDAY);
  if (months !== null) return `${months}の${isOfMonth ? "" : "毎週"}${words}`;
  return `${isOfMonth ? "毎月" : "毎週"}${words}`;
}

function weekdayInWords(text: string): string {
  const nth = /^(\d)#(\d)$/.exec(text);
  if (nth !== null) return `第${nth[2]}${weekdayName(nth[1] as string)}`;
  const last = /^(?:L(\d)|(\d)L)$/.exec(text);
  if (last !== null) return `最終${weekdayName((last[1] ?? last[2]) as string)}`;
  return weekdayName(text);
}

function weekdayName(text: string): string {
  const name = WEEKDAYS[number(text)];
  if (name === undefined) throw new Unspeakable();
  return `${name}曜日`;
}

function listed(items: readonly string[]): string {
  return items.length === 2 ? items.join("と") : items.join("、");
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function number(text: string): number {
  if (!isNumber(text)) throw new Unspeakable();
  return Number(text);
}

function twoDigits(text: string): string {
  return String(number(text)).padStart(2, "0");
}
