/** Date-times as clients write them, and what is wrong with one that is none, in pydantic's words. */
import { inCalendar, type Micros, parseInstant } from "@momiji/core";

const NAIVE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

export type ReadInstant =
  | { readonly ok: true; readonly at: Micros }
  | { readonly ok: false; readonly type: string; readonly message: string };

/** With an offset or `Z`. */
export function readInstantText(text: string): ReadInstant {
  try {
    const at = inCalendar(parseInstant(text));
    if (at !== null) return { ok: true, at };
    return {
      ok: false,
      type: "datetime_parsing",
      message: "Input should be a datetime in the years 1 to 9999, in UTC",
    };
  } catch {
    return NAIVE.test(text)
      ? { ok: false, type: "timezone_aware", message: "Input should have timezone info" }
      : {
          ok: false,
          type: "datetime_from_date_parsing",
          message: "Input should be a valid datetime with an offset, such as 2026-01-31T03:00:00+09:00",
        };
  }
}

/** As in queries, where Airflow takes one without an offset for UTC, and a plus sign that was not encoded reads as a space. */
export function readQueryInstant(text: string): ReadInstant {
  const mended = text.replace(/ (?=\d\d:?\d\d$)/, "+");
  if (!NAIVE.test(mended)) return readInstantText(mended);
  const isDate = mended.length === "2026-01-31".length;
  return readInstantText(`${mended}${isDate ? "T00:00:00" : ""}Z`);
}
