import { expect, test } from "vitest";
import { whyPauseFailing } from "./failing-dag.ts";

const runs = (states: readonly ("failed" | "success")[]) => states.map((state, at) => ({ state, runId: `run ${at}` }));

test("a DAG is paused once as many of its last runs failed as it says", () => {
  expect(whyPauseFailing(2, runs(["failed", "failed", "success"]))).toBe(
    "paused by itself: its last 2 runs failed (maxConsecutiveFailedRuns)",
  );
  expect(whyPauseFailing(2, runs(["failed", "success", "failed"]))).toBeNull();
  expect(whyPauseFailing(2, runs(["failed"]))).toBeNull();
  expect(whyPauseFailing(1, runs(["failed"]))).toContain("run 0");
});

test("one that says nothing never is", () => {
  expect(whyPauseFailing(0, runs(["failed", "failed"]))).toBeNull();
});
