import { expect, test } from "vitest";
import type { GridAnswer } from "../grid/grid.ts";
import { numbersOf, readHistories } from "./task-history.ts";

const run = (id: string, day: string) => ({ id, runAfter: `2026-11-${day}T00:00:00Z`, version: 1 });

const ANSWER = {
  seq: "1",
  rows: [
    { id: "g", label: "g", kind: "group", depth: 0, parent: -1, children: 2 },
    { id: "g.a", label: "a", kind: "task", depth: 1, parent: 0 },
    { id: "g.b", label: "b", kind: "task", depth: 1, parent: 0 },
  ],
  runs: [run("r3", "22"), run("r2", "21"), run("r1", "01")],
  cells: ["s3", "fsf", "fs-"],
  extra: [[1, 2, { t: 3 }]],
  times: [
    [
      [1, 1000, 2000],
      [2, 3000, 4000],
    ],
    [
      [1, 0, 8000],
      [2, 0, 500],
    ],
    [[1, 0, 1000]],
  ],
  next: null,
} as unknown as GridAnswer;

const NOW = Date.parse("2026-12-15T00:00:00Z");

test("each task has the runs whose version has it, the newest first, with tries and how long it took", () => {
  const [, , b] = readHistories(ANSWER);
  expect(b?.runs.map(({ run: { id }, state, tries, millis }) => [id, state, tries, millis])).toEqual([
    ["r3", "success", 1, 4000],
    ["r2", "failed", 3, 500],
  ]);
});

test("a group takes from the first start in it to the last end", () => {
  const [group] = readHistories(ANSWER);
  expect(group?.runs.map(({ millis }) => millis)).toEqual([6000, 8000, 1000]);
});

test("the numbers of a task are those of its successes, and failures of thirty days", () => {
  const [group, a, b] = readHistories(ANSWER);
  expect(a && numbersOf(a, NOW)).toEqual({
    rate: 1,
    medianMillis: 2000,
    p95Millis: 8000,
    failures: 0,
    lastFailure: null,
  });
  expect(b && numbersOf(b, NOW)).toMatchObject({ rate: 0.5, failures: 1, lastFailure: { id: "r2" } });
  expect(group && numbersOf(group, NOW)).toMatchObject({ failures: 1, rate: 1 / 3 });
  expect(a && numbersOf({ ...a, runs: [] }, NOW)).toMatchObject({ rate: null, medianMillis: null });
});
