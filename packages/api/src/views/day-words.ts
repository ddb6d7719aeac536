/** A day among the words that somebody seeks a run by: `nightly 11-22`, `nightly 2026-11-22`. */
import { fromTemporal, type Micros, Temporal, toTemporal } from "@momiji/core";

export interface DayWords {
  /** From its beginning to that of the next; null: no word is a day. */
  readonly day: { readonly gte: Micros; readonly lt: Micros } | null;
  readonly others: readonly string[];
}

const DAY_WORD = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/;

/** A day without its year is the last one of that name. @throws RangeError for a zone that there is not */
export function dayWords(words: readonly string[], now: Micros, zone: string): DayWords {
  const today = toTemporal(now).toZonedDateTimeISO(zone).toPlainDate();
  for (const [at, word] of words.entries()) {
    const day = dayOf(word, today);
    if (day === null) continue;
    const beginOf = (date: Temporal.PlainDate): Micros => fromTemporal(date.toZonedDateTime(zone).toInstant());
    return { day: { gte: beginOf(day), lt: beginOf(day.add({ days: 1 })) }, others: words.toSpliced(at, 1) };
  }
  return { day: null, others: words };
}

function dayOf(word: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, year, month, day] = DAY_WORD.exec(word) ?? [];
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return dateOf(Number(year), Number(month), Number(day));
  const thisYear = dateOf(today.year, Number(month), Number(day));
  if (thisYear !== null && Temporal.PlainDate.compare(thisYear, today) <= 0) return thisYear;
  return dateOf(today.year - 1, Number(month), Number(day));
}

/** Null: there is no such day. */
function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}
