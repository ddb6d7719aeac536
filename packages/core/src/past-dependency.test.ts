import { expect, test } from "vitest";
import type { DagRun } from "./dag-run.ts";
import { PastStates, pastBlock } from "./past-dependency.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask } from "./sample-run.ts";
import type { TaskState } from "./task-state.ts";

const GRAPH = sampleGraph([
  sampleTask("past", [], { dependsOnPast: true }),
  sampleTask("both", [], { waitForDownstream: true }),
  sampleTask("below", ["both"]),
]);

function blockOf(taskId: string, states: { readonly [taskId: string]: TaskState }, state: DagRun["state"] = "running") {
  const instances = Object.entries(states).map(([id, its]) => instanceIn(id, its));
  const task = GRAPH.tasks.find((other) => other.taskId === taskId);
  if (task === undefined) throw new Error(`no task ${taskId}`);
  return pastBlock(GRAPH, task, new PastStates({ run: { ...sampleRun, state }, instances }));
}

test("the same task must have succeeded or been skipped in the run before", () => {
  expect(blockOf("past", { past: "success" })).toBeNull();
  expect(blockOf("past", { past: "skipped" })).toBeNull();
  for (const state of ["failed", "running", "upstream_failed", "removed", null] as const) {
    expect(blockOf("past", { past: state })).toBe("depends_on_past");
  }
});

test("all map indexes count", () => {
  const task = GRAPH.tasks[0];
  const instances = [instanceIn("past", "success", { mapIndex: 0 }), instanceIn("past", "failed", { mapIndex: 1 })];
  const past = new PastStates({ run: sampleRun, instances });
  expect(task && pastBlock(GRAPH, task, past)).toBe("depends_on_past");
  past.apply({ insert: [], update: [instanceIn("past", "success", { mapIndex: 1 })], remove: [] });
  expect(task && pastBlock(GRAPH, task, past)).toBeNull();
});

test("wait_for_downstream asks for the same task first, then for the tasks right after it", () => {
  expect(blockOf("both", { both: "failed", below: "success" })).toBe("depends_on_past");
  expect(blockOf("both", { both: "success", below: "running" })).toBe("wait_for_downstream");
  expect(blockOf("both", { both: "success", below: "skipped" })).toBeNull();
  expect(blockOf("below", { both: "failed", below: "failed" })).toBeNull();
});

test("a run that still waits in the queue withholds everything; a task that it does not have is new", () => {
  expect(blockOf("past", {}, "queued")).toBe("depends_on_past");
  expect(blockOf("past", { both: "success" })).toBeNull();
});
