/** What the page of a schedule keeps in its address: where its rows begin, how many, and the schedule that is tried out. */
import { readInstant } from "../../../format/instant.ts";
import { flag, type Reader, readSearch, text, whole } from "../../../url/search.ts";

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
});

export type ScheduleSearch = ReturnType<typeof readScheduleSearch>;
