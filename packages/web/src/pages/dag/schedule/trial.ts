/** What is asked of the server: the DAG's own schedule, or one that is tried out. Pure. */
import type { components } from "@momiji/client";
import { readInstant } from "../../../format/instant.ts";
import { instantOfWall, isoText } from "../../../format/wall.ts";
import type { ScheduleSearch } from "./schedule-search.ts";

type Body = components["schemas"]["SchedulePreviewBody"];

export const STEP = 10;

/** The server shows no more at once. */
export const MOST = 100;

export function isTrial({ cron }: ScheduleSearch): boolean {
  return cron !== undefined;
}

/** @param zone of the DAG's own schedule; the page learns it from its first answer */
export function bodyOf(dagId: string, search: ScheduleSearch, zone: string): Body {
  const { from, rows = STEP, cron, zone: tried = "UTC", start, catchup = false } = search;
  const count = Math.min(rows, MOST);
  const isTried = isTrial(search);
  const begin = readInstant(from === undefined ? null : midnight(from, isTried ? tried : zone));
  // The server shows what comes after a moment, and a run at midnight belongs to its day.
  const after = begin === null ? null : isoText(begin - 1000);
  const more = { count, ...(after === null ? {} : { after }) };
  if (!isTried) return { dagId, ...more };
  const startDate = start === undefined ? null : midnight(start, tried);
  return { schedule: cron ?? null, timezone: tried, startDate, catchup, ...more };
}

/** A zone that there is not is for the server to refuse. */
function midnight(day: string, zone: string): string | null {
  try {
    return instantOfWall(`${day}T00:00`, zone);
  } catch {
    return `${day}T00:00:00Z`;
  }
}
