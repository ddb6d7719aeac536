/** The days that a calendar of runs shows, by dates of the calendar alone: zones are left to whoever asks for the runs. Pure. */

export const CALENDAR_VIEWS = ["month", "year", "hours"] as const;

export type CalendarView = (typeof CALENDAR_VIEWS)[number];

const DAY_MILLIS = 86_400_000;
export const WEEK = 7;
const MONTHS = 12;

/** `2026-11-21`; the end is not in it. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** The month, the year, or the week of a day. */
export function periodOf(view: CalendarView, day: string): Period {
  const [year, month] = partsOf(day);
  if (view === "year") return { from: dayOf(year, 0), to: dayOf(year + 1, 0) };
  if (view === "month") return { from: dayOf(year, month), to: dayOf(year, month + 1) };
  const monday = later(day, -weekday(day));
  return { from: monday, to: later(monday, WEEK) };
}

/** A day of the period after, or before. */
export function stepped(view: CalendarView, day: string, by: 1 | -1): string {
  const [year, month] = partsOf(day);
  if (view === "hours") return later(day, by * WEEK);
  return dayOf(year, view === "year" ? by * MONTHS : month + by);
}

export function daysOf({ from, to }: Period): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = later(day, 1)) days.push(day);
  return days;
}

/** From 0, Monday. */
export function weekday(day: string): number {
  return (new Date(day).getUTCDay() + WEEK - 1) % WEEK;
}

function partsOf(day: string): readonly [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
}

function dayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many runs by state; `planned`: they will be. */
export type Counts = { readonly [state: string]: number };

/** Cells by day, or by day and hour (`2026-11-21T18`): an hour that the clock strikes twice is one. */
export function countsBy(cells: readonly (readonly [string, Counts])[]): ReadonlyMap<string, Counts> {
  const found = new Map<string, Counts>();
  for (const [key, counts] of cells) {
    const name = key.slice(0, 13);
    const before = found.get(name) ?? {};
    const sums = Object.entries(counts).map(([state, count]) => [state, count + (before[state] ?? 0)] as const);
    found.set(name, { ...before, ...Object.fromEntries(sums) });
  }
  return found;
}
