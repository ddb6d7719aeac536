import { buildGraph, type DagRun, type DagSpec, explainRun } from "@momiji/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RunQueue } from "./run-queue.ts";

const NOW = 1_700_000_000_000_000;
const SPEC: DagSpec = {
  version: 1,
  dagId: "etl",
  schedule: { kind: "none" },
  timezone: "UTC",
  catchup: false,
  templateStyle: "json",
  tasks: [{ taskId: "a", operator: "empty", lane: "empty", upstream: [] }],
  source: { file: "etl.ts" },
};
const BASE: Omit<DagRun, "runKey" | "runId" | "state"> = {
  dagId: "etl",
  runType: "manual",
  triggeredBy: "cli",
  logicalDate: null,
  dataIntervalStart: null,
  dataIntervalEnd: null,
  runAfter: NOW,
  queuedAt: NOW,
  startDate: null,
  endDate: null,
  conf: {},
  dagVersion: 1,
  reason: null,
  note: null,
  revision: 0,
};

const world = fc.record({
  limit: fc.integer({ min: 1, max: 4 }),
  isBackfill: fc.boolean(),
  isPaused: fc.constantFrom(false, false, true),
  isOver: fc.constantFrom(false, false, true),
  runs: fc.array(
    fc.record({
      state: fc.constantFrom("queued", "queued", "queued", "running"),
      wait: fc.constantFrom(-2, -1, 0, 0, 1, 2),
      place: fc.nat(100),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

test("a run starts exactly when explain says that it starts at the next turn", () => {
  const graph = buildGraph(SPEC);
  let started = 0;
  fc.assert(
    fc.property(world, ({ limit, isBackfill, isPaused, isOver, runs: shapes }) => {
      // The dates of a backfill are past.
      const after = (wait: number) => NOW + (isBackfill ? -Math.abs(wait) : wait);
      const runs = shapes.map(({ state, wait, place }, index): DagRun => ({
        ...BASE,
        runKey: index + 1,
        runId: `r${index + 1}`,
        state: state as DagRun["state"],
        runAfter: after(wait),
        ...(isBackfill ? { backfill: { id: 1, ordinal: place } } : {}),
      }));
      const backfill = { id: 1, isPaused, completedAt: isOver ? NOW : null };
      const isHeld = isBackfill && isPaused && !isOver;
      const queue = new RunQueue<{ readonly runKey: number; readonly machine: { readonly run: DagRun } }>();
      for (const run of runs) queue.enter({ runKey: run.runKey, machine: { run } });
      const begun = new Set<string>();
      for (let next = queue.begin({ limit, isHeld }, NOW); next !== null; next = queue.begin({ limit, isHeld }, NOW))
        begun.add(next.machine.run.runId);
      started += begun.size;
      for (const run of runs.filter(({ state }) => state === "queued")) {
        const turns = { limit, runs, ...(isBackfill ? { backfill } : {}) };
        const view = { graph, run, instances: [], previous: null };
        const reasons = explainRun(view, { now: NOW, isPaused: false, turns });
        expect(reasons[0]?.details?.turn === "next").toBe(begun.has(run.runId));
      }
    }),
    { numRuns: 1000 },
  );
  expect(started).toBeGreaterThan(300);
});
