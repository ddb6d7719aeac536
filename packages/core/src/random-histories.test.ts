/** What the properties of runs live on: histories that never hold the interesting case would prove nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DagGraph } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { History, randomSituation } from "./random-histories.testing.ts";
import type { RunView } from "./run-view.ts";

/** Looked at one after the other until nothing is missing: always the same ones, and enough for what is rare. */
const SAMPLES = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => ({ seed, numRuns: 200 }));

/** Everything that must occur; the compiler knows the states, the rest stands in the generators. */
const STATES = [
  "null",
  "scheduled",
  "queued",
  "running",
  "restarting",
  "up_for_retry",
  "up_for_reschedule",
  "deferred",
  "awaiting_input",
  "success",
  "failed",
  "skipped",
  "upstream_failed",
  "removed",
];
const ACTS = [
  "clear",
  "clear all",
  "clear on newest",
  "clear new tasks",
  "mark success",
  "mark failed",
  "mark skipped",
  "mark group success",
  "mark group failed",
  "mark group skipped",
  "mark run success",
  "mark run failed",
  "mark run queued",
];
const ENDS = [
  "success",
  "success: its last tasks succeeded or were skipped, although others failed",
  "success: marked success",
  "failed: failed at its end",
  "failed: failed fast",
  "failed: timed out",
  "failed: deadlock",
  "failed: marked failed",
];
const FEATURES = [
  "300 tasks or nearly",
  "newer version",
  "mapped",
  "mapped over nothing",
  "out of its mapping",
  "in a mapped group",
  "setup",
  "teardown",
  "decided against others",
  "failed by its policy",
  "delayed by its policy",
  "lost",
  "resumed",
  "act on mapped instances",
  "abandon",
  "answered",
  "previous run replaced",
  "reopened",
  "restart",
  "restarting reports",
];

function featuresOfTask({ tasks, indexOf }: DagGraph, { taskId, state, mapIndex }: TaskInstance): readonly string[] {
  const task = tasks[indexOf.get(taskId) ?? -1];
  if (task === undefined) return [];
  const isMapped = task.mapping !== null;
  return [
    ...(task.isSetup ? ["setup"] : []),
    ...(task.isTeardown ? ["teardown"] : []),
    ...(isMapped && mapIndex >= 0 ? ["mapped"] : []),
    ...(isMapped && mapIndex < 0 && state === "skipped" ? ["mapped over nothing"] : []),
    ...(isMapped && mapIndex >= 0 && state === "removed" ? ["out of its mapping"] : []),
    ...(task.mappedGroup !== null && mapIndex >= 0 ? ["in a mapped group"] : []),
  ];
}

function featuresOfAttempt({ outcome, lostAttempts, deferral }: TaskInstance): readonly string[] {
  const retry = outcome?.kind === "failed" ? outcome.retry : undefined;
  return [
    ...(outcome?.kind === "success" && outcome.skipDownstream !== undefined ? ["decided against others"] : []),
    ...(retry?.reason === "it cannot get better" ? ["failed by its policy"] : []),
    ...(retry?.action === "retry" && retry.delaySeconds === 3 ? ["delayed by its policy"] : []),
    ...(lostAttempts > 0 ? ["lost"] : []),
    ...(deferral?.fired === undefined ? [] : ["resumed"]),
  ];
}

function* featuresOf({ graph, run, instances }: RunView): Iterable<string> {
  if (graph.tasks.length >= 250) yield "300 tasks or nearly";
  if (run.dagVersion === 2) yield "newer version";
  if (run.endDate !== null) yield `${run.state}${run.reason === null ? "" : `: ${run.reason.split(":")[0]}`}`;
  for (const instance of instances) {
    yield String(instance.state);
    yield* featuresOfTask(graph, instance);
    yield* featuresOfAttempt(instance);
  }
}

test("random histories hold everything that can happen to a run", { timeout: 180_000 }, () => {
  const afterwards = ACTS.map((act) => `${act} of what had ended`);
  const missing = new Set([...STATES, ...ACTS, ...afterwards, ...ENDS, ...FEATURES]);
  for (const sample of SAMPLES) {
    for (const situation of missing.size === 0 ? [] : fc.sample(randomSituation, sample)) {
      const history = new History(situation, (what) => missing.delete(what));
      history.live(() => {
        for (const feature of featuresOf(history.twins.view)) missing.delete(feature);
      });
    }
  }
  expect([...missing]).toEqual([]);
});
