import { expect, test } from "vitest";
import type { GridRun } from "./grid.ts";
import { overviewOf } from "./overview.ts";

const START = Date.parse("2026-03-10T12:00:00Z");
const runOf = (state: GridRun["state"], seconds: number): GridRun => ({
  id: `r${seconds}`,
  state,
  type: "scheduled",
  logicalDate: null,
  interval: null,
  runAfter: "2026-03-10T12:00:00Z",
  queued: null,
  start: new Date(START).toISOString(),
  end: state === "running" ? null : new Date(START + seconds * 1000).toISOString(),
  version: 1,
  note: false,
  triggeredBy: "timetable",
});

test("what has not ended does not count, and of failures no duration", () => {
  const runs = [
    runOf("running", 0),
    runOf("success", 10),
    runOf("failed", 1),
    runOf("success", 20),
    runOf("success", 30),
  ];
  expect(overviewOf(runs)).toMatchObject({
    runs: 4,
    successRate: 0.75,
    medianMillis: 20_000,
    p95Millis: 30_000,
    trend: null,
    lastFailure: { id: "r1" },
  });
});

test("a DAG that has never ended has no numbers", () => {
  expect(overviewOf([runOf("running", 0)])).toEqual({
    runs: 0,
    successRate: null,
    medianMillis: null,
    p95Millis: null,
    trend: null,
    lastFailure: null,
    missed: 0,
  });
});

test("missed deadlines are counted over the last thirty runs, those that go on among them", () => {
  const late = { ...runOf("running", 0), missed: 2 };
  const old = { ...runOf("success", 5), missed: 1 };
  expect(overviewOf([late, ...Array.from({ length: 28 }, () => runOf("success", 1)), old, old]).missed).toBe(3);
});

test("the trend compares the newer half with the older, and a small change is none", () => {
  const of = (...seconds: readonly number[]) => overviewOf(seconds.map((each) => runOf("success", each))).trend;
  expect(of(20, 20, 20, 20, 10, 10, 10, 10)).toBe(1);
  expect(of(10, 10, 10, 10, 10, 10, 10, 10.5)).toBeNull();
  expect(of(20, 10)).toBeNull();
});
