/** Dates of backfills. */
import { expect, test } from "vitest";
import { rangeOf, readDates } from "./dates.ts";

const NOW = Date.parse("2026-01-15T20:00:00Z");

test("presets are days of the DAG's zone", () => {
  expect(rangeOf("yesterday", NOW, "Asia/Tokyo")).toEqual({ from: "2026-01-15T00:00", to: "2026-01-16T00:00" });
  expect(rangeOf("week", NOW, "UTC")).toEqual({ from: "2026-01-08T00:00", to: "2026-01-15T00:00" });
  expect(rangeOf("lastMonth", NOW, "UTC")).toEqual({ from: "2025-12-01T00:00", to: "2025-12-31T23:59" });
});

test("a pasted list has days, times of the zone, and moments with an offset; the rest is named", () => {
  expect(readDates("2026-01-02\n2026-01-01 03:00, 2026-01-03T00:00:00+00:00\nsoon", "Asia/Tokyo")).toEqual({
    dates: ["2025-12-31T18:00:00Z", "2026-01-01T15:00:00Z", "2026-01-03T00:00:00Z"],
    wrong: ["soon"],
  });
});
