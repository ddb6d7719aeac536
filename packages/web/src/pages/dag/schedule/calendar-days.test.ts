/** The days of a calendar. */
import { expect, test } from "vitest";
import { countsBy, daysOf, hasRuns, periodOf, runsOf, stepped, weekday } from "./calendar-days.ts";

test("a day stands in its month, its year and its week", () => {
  expect(periodOf("month", "2024-02-29")).toEqual({ from: "2024-02-01", to: "2024-03-01" });
  expect(periodOf("year", "2024-02-29")).toEqual({ from: "2024-01-01", to: "2025-01-01" });
  expect(periodOf("hours", "2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-23" });
  expect(daysOf(periodOf("month", "2024-02-10"))).toHaveLength(29);
  expect([weekday("2026-11-16"), weekday("2026-11-22")]).toEqual([0, 6]);
});

test("one goes from one to the next, and over the end of a year", () => {
  expect(periodOf("month", stepped("month", "2026-12-31", 1)).from).toBe("2027-01-01");
  expect(periodOf("month", stepped("month", "2026-03-31", -1)).from).toBe("2026-02-01");
  expect(periodOf("year", stepped("year", "2026-07-01", -1)).from).toBe("2025-01-01");
  expect(stepped("hours", "2026-12-30", 1)).toBe("2027-01-06");
});

test("an hour that the clock strikes twice is counted as one", () => {
  const cells = countsBy([
    ["2025-10-26T02+02:00", { success: 1 }],
    ["2025-10-26T02+01:00", { success: 2, failed: 1 }],
    ["2025-10-27", { planned: 1 }],
  ]);
  expect([...cells]).toEqual([
    ["2025-10-26T02", { success: 3, failed: 1 }],
    ["2025-10-27", { planned: 1 }],
  ]);
});

test("a cell leads to what it counts: from its beginning to that of the next, also where the clocks change", () => {
  const between = (cell: string, zone: string) => Object.values(runsOf(cell, zone)).join(" ");
  expect(between("2026-12-31", "Asia/Tokyo")).toBe("2026-12-30T15:00:00Z 2026-12-31T15:00:00Z");
  expect(between("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00Z 2026-03-29T22:00:00Z");
  expect(between("2026-03-29T01", "Europe/Berlin")).toBe("2026-03-29T00:00:00Z 2026-03-29T01:00:00Z");
  expect(between("2026-10-25T02", "Europe/Berlin")).toBe("2026-10-25T00:00:00Z 2026-10-25T02:00:00Z");
  expect(between("2026-11-21T23", "UTC")).toBe("2026-11-21T23:00:00Z 2026-11-22T00:00:00Z");
});

test("a cell with nothing, or with what is planned alone, leads nowhere", () => {
  expect([undefined, { planned: 2 }, { planned: 2, success: 1 }].map(hasRuns)).toEqual([false, false, true]);
});
