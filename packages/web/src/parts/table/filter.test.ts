import { expect, test } from "vitest";
import { chosenOf, cleared, type Filter, isSet, onlySince } from "./filter.ts";

const STATE: Filter = { kind: "choice", name: "state", label: "State", isMany: true, options: [] };
const START: Filter = { kind: "range", name: "start_date", label: "Start" };

test("a range is set when one of its ends is", () => {
  expect(isSet(START, { start_date_lt: "2026-11-22T00:00:00Z" })).toBe(true);
  expect(isSet(START, { start_date: "2026-11-22T00:00:00Z" })).toBe(false);
});

test("a duration has two ends as well", () => {
  const took: Filter = { kind: "duration", name: "duration", label: "Duration" };
  expect(isSet(took, { duration_lte: 5 })).toBe(true);
  expect(isSet(took, { duration_lt: 5 })).toBe(false);
});

test("one value and several are read alike", () => {
  expect(chosenOf(STATE, { state: "failed" })).toEqual(["failed"]);
  expect(chosenOf(STATE, { state: ["failed", "running"] })).toEqual(["failed", "running"]);
  expect(chosenOf({ ...STATE, name: "paused" }, { paused: false })).toEqual(["false"]);
});

test("taking all back names every parameter", () => {
  expect(cleared([STATE, START], ["q"])).toEqual({
    state: undefined,
    start_date_gte: undefined,
    start_date_lt: undefined,
    q: undefined,
  });
});

test("a moment from which runs are shown is told when nothing else narrows the list", () => {
  const due: Filter = { kind: "range", name: "run_after", label: "Run after" };
  const since = { run_after_gte: "2026-11-22T00:00:00Z" };
  expect(onlySince([STATE, due], { ...since, sort: "-start" })).toBe(since.run_after_gte);
  expect(onlySince([STATE, due], { ...since, state: ["failed"] })).toBeNull();
  expect(onlySince([STATE, due], { ...since, run_after_lt: "2026-11-23T00:00:00Z" })).toBeNull();
  expect(onlySince([STATE, due], { state: ["failed"] })).toBeNull();
});
