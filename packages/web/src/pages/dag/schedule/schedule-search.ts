/** What the page of a schedule keeps in its address: where its rows begin, how many, the schedule that is tried out, and the calendar. */
import { readInstant } from "../../../format/instant.ts";
import { flag, oneOf, type Reader, readSearch, text, whole } from "../../../url/search.ts";
import { CALENDAR_VIEWS } from "./calendar-days.ts";

/** `2026-03-29` */
const day: Reader<string> = (given) => {
  const found = text(given);
  return found !== undefined && /^\d{4}-\d\d-\d\d$/.test(found) && readInstant(found) !== null ? found : undefined;
};

export const readScheduleSearch = readSearch({
  from: day,
  rows: whole(1),
  /** A schedule that is tried out; absent: the DAG's own. */
  cron: text,
  zone: text,
  start: day,
  catchup: flag,
  /** What the calendar shows, and a day in it. */
  calendar: oneOf(...CALENDAR_VIEWS),
  day,
});

export type ScheduleSearch = ReturnType<typeof readScheduleSearch>;
