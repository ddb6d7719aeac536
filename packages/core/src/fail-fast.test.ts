import { expect, test } from "vitest";
import { foldEvent } from "./fold-event.ts";
import { RunMachine } from "./run-machine.ts";
import { instanceIn, sampleGraph, sampleTask, sampleView, START } from "./sample-run.ts";
import type { TaskState } from "./task-state.ts";

const failure = { kind: "failed", message: "no", code: "exception", retryable: true } as const;
const event = { type: "finished", attemptId: "attempt of bad", at: START, outcome: failure } as const;

test.each<[TaskState, TaskState]>([
  [null, "skipped"],
  ["scheduled", "skipped"],
  ["queued", "skipped"],
  ["up_for_retry", "skipped"],
  ["up_for_reschedule", "skipped"],
  ["running", "failed"],
  ["restarting", "failed"],
  ["deferred", "failed"],
  ["awaiting_input", "failed"],
  ["success", "success"],
  ["skipped", "skipped"],
  ["failed", "failed"],
  ["removed", "removed"],
])("a failure in a fail-fast DAG turns what is %s into %s, and leaves teardowns alone", (state, after) => {
  const tasks = [sampleTask("bad"), sampleTask("other"), sampleTask("drop", ["bad"], { isTeardown: true })];
  const graph = sampleGraph(tasks, { failFast: true });
  const view = sampleView(graph, { bad: "running", other: state, drop: null });
  const folded = foldEvent(view, event)?.instances.map((instance) => instance.state);
  expect(folded).toEqual(["failed", after, null]);
  const machine = new RunMachine(view);
  machine.applyEvent(event);
  expect(machine.instances.map((instance) => instance.state)).toEqual(folded);
  const isTaken = ["queued", "running", "restarting", "deferred", "awaiting_input"].includes(state ?? "");
  expect(machine.takeChanges().cancel).toEqual(isTaken ? ["attempt of other"] : []);
});

test("a failure that is tried again, or one in an ordinary DAG, stops nothing", () => {
  const tasks = [sampleTask("bad", [], { retry: { retries: 1, delaySeconds: 1 } }), sampleTask("other")];
  const retried = {
    ...sampleView(sampleGraph(tasks, { failFast: true }), {}),
    instances: [instanceIn("bad", "running", { maxTries: 1 }), instanceIn("other", "running")],
  };
  expect(foldEvent(retried, event)?.instances.map(({ state }) => state)).toEqual(["up_for_retry", "running"]);
  const ordinary = sampleView(sampleGraph([sampleTask("bad"), sampleTask("other")]), {
    bad: "running",
    other: "running",
  });
  expect(foldEvent(ordinary, event)?.instances.map(({ state }) => state)).toEqual(["failed", "running"]);
});
