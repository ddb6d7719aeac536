/** The cells of a calendar by the keyboard: they are one stop of it, and arrows go from one that has runs to the next in sight. */
import { type CalendarView, daysOf, HOURS, type periodOf, WEEK } from "./calendar-days.ts";

type Steps = { readonly [key: string]: number };

/** In cells, in the order of time. */
const STEPS: { readonly [view in CalendarView]: Steps } = {
  month: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK },
  year: { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -WEEK, ArrowRight: WEEK },
  hours: { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -HOURS.length, ArrowRight: HOURS.length },
};

interface Calendar {
  readonly view: CalendarView;
  readonly period: ReturnType<typeof periodOf>;
  hasRuns(cell: string): boolean;
}

/** @returns where a key leads from a cell; undefined: nowhere */
export function movedCell({ view, period, hasRuns }: Calendar, from: string, key: string): string | undefined {
  const days = daysOf(period);
  const cells = view === "hours" ? days.flatMap((day) => HOURS.map((hour) => `${day}T${hour}`)) : days;
  if (key === "Home") return cells.find(hasRuns);
  if (key === "End") return cells.findLast(hasRuns);
  const step = STEPS[view][key];
  if (step === undefined) return undefined;
  let at = cells.indexOf(from) + step;
  while (at >= 0 && at < cells.length && !hasRuns(cells[at] ?? "")) at += step;
  return cells[at];
}
