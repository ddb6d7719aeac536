/** What a run covers, for the sentence that says so. */
import { readInstant } from "../../../format/instant.ts";
import type { Shown } from "./schedule-warnings.tsx";

const HOUR_MILLIS = 3_600_000;

/** How many hours each has, at least and at most: the clocks change on some days. */
const UNITS = [
  ["hour", 1, 1],
  ["day", 23, 25],
  ["week", 167, 169],
  ["month", 671, 745],
] as const;

/** @returns `time`: not always the same; null: a run covers nothing, it stands for the moment that it begins */
export function coveredBy({ kind, rows }: Pick<Shown, "kind" | "rows">): (typeof UNITS)[number][0] | "time" | null {
  if (!kind.endsWith("_interval")) return null;
  const hours = rows.map(
    ({ interval: [from, to] }) => ((readInstant(to) ?? 0) - (readInstant(from) ?? 0)) / HOUR_MILLIS,
  );
  const unit = UNITS.find(([, least, most]) => hours.every((each) => each >= least && each <= most));
  return unit === undefined || hours.length === 0 ? "time" : unit[0];
}
