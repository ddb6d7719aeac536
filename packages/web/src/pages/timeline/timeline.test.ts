import { expect, test } from "vitest";
import { lanesOf, targetOf } from "./timeline.ts";

const how = { now: 10_000, least: 100 };

test("each lane has its bars, and what goes on is drawn until now", () => {
  const lanes = lanesOf(
    {
      lanes: ["etl", "nightly"],
      runs: [
        [0, "r1", "s", 0, 2000],
        [0, "r2", "r", 4000, null],
      ],
      planned: [[1, 12_000]],
    },
    how,
  );
  expect(lanes).toEqual([
    {
      name: "etl",
      bars: [
        { id: "r1", from: 0, to: 2000, state: "success", count: 1 },
        { id: "r2", from: 4000, to: 10_000, state: "running", count: 1 },
      ],
      planned: [],
    },
    { name: "nightly", bars: [], planned: [12_000] },
  ]);
});

test("what is too thin to be told apart is one bar, which shows and opens the failure", () => {
  const runs = Array.from({ length: 9 }, (_, at): [number, string, string, number, number] => [
    0,
    `r${at}`,
    at === 5 ? "f" : "s",
    at * 10,
    at * 10 + 5,
  ]);
  const [lane] = lanesOf({ lanes: ["etl"], runs, planned: [] }, how);
  expect(lane?.bars).toEqual([{ id: "r5", from: 0, to: 85, state: "failed", count: 9 }]);
});

test("a bar of a pool leads to its task", () => {
  const load = { dagId: "etl", runId: "manual__2026", taskId: "load", mapIndex: null };
  expect(targetOf("etl/manual__2026/load")).toEqual(load);
  expect(targetOf("etl/manual__2026/load[3]")).toEqual({ ...load, mapIndex: "3" });
  expect(targetOf("r1")).toBeNull();
});
