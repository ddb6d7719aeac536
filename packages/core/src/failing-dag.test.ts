import { expect, test } from "vitest";
import { whyPauseFailing } from "./failing-dag.ts";
import { sampleDag } from "./sample-run.ts";

const runs = (states: readonly ("failed" | "success")[]) => states.map((state, at) => ({ state, runId: `run ${at}` }));

test("a DAG is paused once as many of its last runs failed as it says", () => {
  const spec = sampleDag([], { maxConsecutiveFailedRuns: 2 });
  expect(whyPauseFailing(spec, runs(["failed", "failed", "success"]))).toBe(
    "paused by itself: its last 2 runs failed (maxConsecutiveFailedRuns)",
  );
  expect(whyPauseFailing(spec, runs(["failed", "success", "failed"]))).toBeNull();
  expect(whyPauseFailing(spec, runs(["failed"]))).toBeNull();
  expect(whyPauseFailing(sampleDag([], { maxConsecutiveFailedRuns: 1 }), runs(["failed"]))).toContain("run 0");
});

test("one that says nothing never is", () => {
  expect(whyPauseFailing(sampleDag([]), runs(["failed", "failed"]))).toBeNull();
});
