/** Runs by day or hour of a zone: how many ended how, and how many are planned. */
import { type Micros, type RunState, toTemporal } from "@momiji/core";

export type CalendarUnit = "day" | "hour";

export interface CountedRun {
  readonly at: Micros;
  readonly state: RunState | "planned";
}

/** `2026-11-21`, or `2026-11-21T18` of an hour; with the offset where the clock strikes an hour twice. */
function cellOf(at: Micros, unit: CalendarUnit, zone: string): string {
  const local = toTemporal(at).toZonedDateTimeISO(zone);
  if (unit === "day") return local.toPlainDate().toString();
  return `${local.toPlainDateTime().toString({ smallestUnit: "minute" }).slice(0, 13)}${local.offset}`;
}

/** Cells in the order of time; those without a run are left out. @throws RangeError for a zone that there is not */
export function calendarCells(
  runs: readonly CountedRun[],
  { unit, zone }: { readonly unit: CalendarUnit; readonly zone: string },
): readonly (readonly [string, { readonly [state: string]: number }])[] {
  const cells = new Map<string, { [state: string]: number }>();
  for (const { at, state } of runs.toSorted((a, b) => a.at - b.at)) {
    const key = cellOf(at, unit, zone);
    const counts = cells.get(key) ?? {};
    counts[state] = (counts[state] ?? 0) + 1;
    cells.set(key, counts);
  }
  return [...cells];
}
