/** A run as the palette has it: by its DAG and the moment that it was due, unless somebody gave it a name. */
import { clockText } from "../format/clock.ts";
import { readInstant, writeInstant } from "../format/instant.ts";
import { momentOfRun } from "../format/run-moment.ts";
import { wallText } from "../format/wall.ts";
import type { Preferences } from "../preferences/preferences.ts";
import { type Item, itemOf } from "./items.ts";

interface FoundRun {
  readonly id: string;
  readonly dagId: string;
  readonly runAfter: string | null;
  readonly href: string;
}

export function runItem(
  { id, dagId, runAfter, href }: FoundRun,
  { zone, hours }: { readonly zone: string; readonly hours: Preferences["hours"] },
): Item {
  const moment = readInstant(momentOfRun(id));
  const due = readInstant(runAfter);
  return itemOf({
    section: "runs",
    id: `run ${href}`,
    title: `${dagId} · ${moment === null ? id : momentText(moment, zone, hours)}`,
    detail: moment === null ? undefined : id,
    // Found by the day that it was due, whatever its name.
    words: due === null ? "" : daysOf(wallText(due, zone).slice(0, 10)),
    href,
  });
}

function momentText(at: number, zone: string, hours: Preferences["hours"]): string {
  const written = writeInstant(at, zone);
  const time = written.time.endsWith(":00") ? written.time.slice(0, 5) : written.time;
  return `${written.date} ${clockText(time, hours)} ${written.zone}`;
}

/** `2026-03-04` is also written `3-4`. */
function daysOf(date: string): string {
  return `${date} ${date.slice(5).replaceAll(/(^|-)0/g, "$1")}`;
}
