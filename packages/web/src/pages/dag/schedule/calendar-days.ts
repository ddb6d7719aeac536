/** The days that a calendar of runs shows, by dates of the calendar, and the moments at which they begin in a zone. Pure. */
import { instantOfWall } from "../../../format/wall.ts";

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

/** `00` to `23` */
export const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

/** Everything between both is what a cell counts, a day (`2026-11-21`) or an hour (`2026-11-21T18`): as a list of runs is narrowed. */
export function runsOf(cell: string, zone: string) {
  return { run_after_gte: beginningOf(cell, zone), run_after_lt: beginningOf(cellAfter(cell), zone) };
}

/** When a day or an hour begins. */
export function beginningOf(cell: string, zone: string): string {
  const wall = cell.includes("T") ? `${cell}:00` : `${cell}T00:00`;
  return instantOfWall(wall, zone) ?? `${wall}:00Z`;
}

function cellAfter(cell: string): string {
  const [day = "", hour] = cell.split("T");
  const next = HOURS[Number(hour) + 1];
  return next === undefined ? later(day, 1) : `${day}T${next}`;
}

/** How many runs by state; `planned`: they will be. */
export type Counts = { readonly [state: string]: number };

/** Of what is planned there is no list yet. */
export function hasRuns(counts: Counts | undefined): counts is Counts {
  return Object.keys(counts ?? {}).some((state) => state !== "planned");
}

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
