import { describe, expect, test } from "vitest";
import { DAY } from "../instant.ts";
import { createTimetable } from "./create-timetable.ts";

const NOW = 1000 * DAY;
const OPEN = { earliest: null, latest: null, catchup: false } as const;

function create(kind: "none" | "once" | "continuous") {
  return createTimetable({ kind }, { startDate: null });
}

test("none never runs by itself, and a manual run is about its own moment", () => {
  expect(create("none").next(null, OPEN, NOW)).toBeNull();
  expect(create("none").canBeScheduled).toBe(false);
  expect(create("none").manualInterval(NOW)).toEqual({ start: NOW, end: NOW });
});

describe("once", () => {
  test("runs at the start date, or now without one, and never again", () => {
    const run = create("once").next(null, OPEN, NOW);
    expect(run?.runAfter).toBe(NOW);
    expect(create("once").next(null, { ...OPEN, earliest: NOW - DAY }, NOW)?.runAfter).toBe(NOW - DAY);
    expect(create("once").next(run?.dataInterval ?? null, OPEN, NOW + DAY)).toBeNull();
  });

  test("does not run if that is after the end date", () => {
    expect(create("once").next(null, { ...OPEN, latest: NOW - 1 }, NOW)).toBeNull();
  });
});

describe("continuous", () => {
  test("covers the time since the last run ended, one run at a time", () => {
    const first = create("continuous").next(null, { ...OPEN, earliest: NOW - DAY }, NOW);
    expect(first?.dataInterval).toEqual({ start: NOW - DAY, end: NOW });
    const second = create("continuous").next(first?.dataInterval ?? null, OPEN, NOW + 5);
    expect(second?.dataInterval).toEqual({ start: NOW, end: NOW + 5 });
    expect(create("continuous").activeRunsLimit).toBe(1);
  });

  test("stops when a run would end after the end date", () => {
    expect(create("continuous").next(null, { ...OPEN, latest: NOW - 1 }, NOW)).toBeNull();
  });
});

test("timetables without a period have nothing to fill", () => {
  for (const kind of ["none", "once", "continuous"] as const) {
    expect(create(kind).between(0, NOW, 10)).toEqual([]);
    expect(create(kind).previous(NOW)).toBeNull();
  }
});
