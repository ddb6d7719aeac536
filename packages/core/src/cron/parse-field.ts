import { TimetableInvalid } from "../timetable.ts";
import type { WeekdayOrdinal } from "./cron.ts";
import { type CronField, DAY, WEEKDAY } from "./fields.ts";
import { parseTerm } from "./parse-term.ts";

/** What one whole column allows, before the columns are put together. */
export interface FieldValues {
  /** `*` is among the terms. */
  any: boolean;
  /** `L` of the day field. */
  last: boolean;
  readonly values: Set<number>;
  readonly ordinals: WeekdayOrdinal[];
  nearestWeekdayTo: number | null;
}

const NEAREST_WEEKDAY = /^(?:(\d+)w|w(\d+))$/;
const LAST_WEEKDAY = /^l(\d+)$/;
const ORDINAL = /^([a-z]{3}-[a-z]{3}|\w+)#(\d+)$/;

/** Reads one column, in small letters, with its random parts resolved. */
export function parseField(field: CronField, text: string): FieldValues {
  const read: FieldValues = { any: false, last: false, values: new Set(), ordinals: [], nearestWeekdayTo: null };
  if (text.includes("?") && (text !== "?" || (field !== DAY && field !== WEEKDAY))) {
    throw new TimetableInvalid(`the ${field.name} field: "?" may only stand alone, for the day of month or of week`);
  }
  for (const term of (text === "?" ? "*" : text).split(",")) addTerm(field, term, read);
  if (read.nearestWeekdayTo !== null && text.includes(",")) {
    throw new TimetableInvalid(`the ${field.name} field: "W" may only stand with one day, not in a list`);
  }
  refuseMixedOrdinals(read);
  return read;
}

function addTerm(field: CronField, text: string, read: FieldValues): void {
  if (field === DAY && NEAREST_WEEKDAY.test(text)) {
    const [day] = parseTerm(field, text.replace("w", "")) as readonly number[];
    read.nearestWeekdayTo = day as number;
    return;
  }
  const last = field === WEEKDAY ? LAST_WEEKDAY.exec(text) : null;
  const ordinal = field === WEEKDAY ? ORDINAL.exec(text) : null;
  const term = parseTerm(field, last?.[1] ?? ordinal?.[1] ?? text);
  if (term === "*") read.any = true;
  else if (term === "last") read.last = true;
  else {
    const nth: WeekdayOrdinal["nth"] | null = last === null ? weekOfMonth(ordinal?.[2]) : "last";
    for (const value of term) read.values.add(value);
    if (nth !== null) read.ordinals.push(...term.map((weekday) => ({ weekday, nth })));
  }
}

function weekOfMonth(text: string | undefined): number | null {
  if (text === undefined) return null;
  const week = Number(text);
  if (week >= 1 && week <= 5) return week;
  throw new TimetableInvalid(`the ${WEEKDAY.name} field: "#${text}" is no week of a month; it goes from #1 to #5`);
}

/** `1,5#2` would be a Monday or a second Friday; croniter cannot say that and refuses it, and so do we. */
function refuseMixedOrdinals({ any, values, ordinals }: FieldValues): void {
  if (ordinals.length === 0 || values.size + Number(any) === WEEKDAY.max + 1) return;
  const plain = [...values].find((value) => !ordinals.some(({ weekday }) => weekday === value));
  if (plain === undefined) return;
  throw new TimetableInvalid(`the ${WEEKDAY.name} field: plain days and "#" or "L" days cannot be mixed`);
}
