import { expect, test } from "vitest";
import { type CalendarView, periodOf } from "./calendar-days.ts";
import { movedCell } from "./calendar-keys.ts";

const walk = (view: CalendarView, cells: readonly string[]) => (from: string, key: string) =>
  movedCell({ view, period: periodOf(view, from.slice(0, 10)), hasRuns: (cell) => cells.includes(cell) }, from, key);

test("arrows pass over days without runs, as the picture shows them", () => {
  const days = ["2026-11-02", "2026-11-09", "2026-11-11", "2026-11-23"];
  const [inMonth, inYear] = [walk("month", days), walk("year", days)];
  expect(inMonth("2026-11-09", "ArrowRight")).toBe("2026-11-11");
  expect(inMonth("2026-11-09", "ArrowDown")).toBe("2026-11-23");
  expect(inYear("2026-11-09", "ArrowDown")).toBe("2026-11-11");
  expect(inYear("2026-11-09", "ArrowLeft")).toBe("2026-11-02");
  expect([inYear("2026-11-09", "Home"), inYear("2026-11-09", "End")]).toEqual(["2026-11-02", "2026-11-23"]);
  expect([inMonth("2026-11-02", "ArrowLeft"), inMonth("2026-11-02", "Enter")]).toEqual([undefined, undefined]);
});

test("in a week of hours one goes down the day, and over to the same hour of another", () => {
  const inWeek = walk("hours", ["2026-11-16T03", "2026-11-16T15", "2026-11-18T03"]);
  expect(inWeek("2026-11-16T03", "ArrowDown")).toBe("2026-11-16T15");
  expect(inWeek("2026-11-16T03", "ArrowRight")).toBe("2026-11-18T03");
});
