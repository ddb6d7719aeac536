import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { SECOND } from "./instant.ts";
import { instanceName, type RunView } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleMapping, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";

const NOW = START + 10 * SECOND;

function changedStates(view: RunView): { readonly [name: string]: unknown } {
  const { insert, update } = decide(view, NOW);
  return Object.fromEntries([...insert, ...update].map((instance) => [instanceName(instance), instance.state]));
}

test("a run gets the instances that it lacks, and those that may begin are scheduled", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]);
  const changes = decide({ graph, run: sampleRun, instances: [], previous: null }, NOW);
  expect(changes.insert.map(({ taskId, state }) => [taskId, state])).toEqual([
    ["a", "scheduled"],
    ["b", null],
  ]);
  expect(changes.newlyScheduled).toMatchObject([{ taskId: "a", scheduledAt: NOW }]);
});

test("a failure runs down the graph at once, up to a task that does not mind", () => {
  const tasks = [
    sampleTask("a"),
    sampleTask("b", ["a"]),
    sampleTask("c", ["b"]),
    sampleTask("d", ["c"], { triggerRule: "all_done" }),
  ];
  const states = { a: "failed", b: null, c: null, d: null } as const;
  expect(changedStates(sampleView(sampleGraph(tasks), states))).toEqual({
    b: "upstream_failed",
    c: "upstream_failed",
    d: "scheduled",
  });
});

test("tasks without work succeed by themselves, one after the other", () => {
  const tasks = [
    sampleTask("a", [], { lane: "empty" }),
    sampleTask("b", ["a"], { lane: "empty" }),
    sampleTask("c", ["b"]),
  ];
  const view = sampleView(sampleGraph(tasks), { a: null, b: null, c: null });
  expect(changedStates(view)).toEqual({ a: "success", b: "success", c: "scheduled" });
});

test("a waiting retry is scheduled once its time has come, and until then says when that is", () => {
  const view = sampleView(sampleGraph([sampleTask("a")]), {});
  const waiting = (resumeAt: number) => ({ ...view, instances: [instanceIn("a", "up_for_retry", { resumeAt })] });
  expect(decide(waiting(NOW + 1), NOW)).toMatchObject({ update: [], wakeAt: NOW + 1, ended: false });
  expect(decide(waiting(NOW), NOW)).toMatchObject({ newlyScheduled: [{ taskId: "a" }], wakeAt: null });
});

test("a run succeeds if its leaves do, and says so if others failed", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"], { triggerRule: "all_done" })]);
  expect(decide(sampleView(graph, { a: "success", b: "skipped" }), NOW).run).toMatchObject({
    state: "success",
    reason: null,
    endDate: NOW,
  });
  const hidden = decide(sampleView(graph, { a: "failed", b: "success" }), NOW);
  expect(hidden.run).toMatchObject({
    state: "success",
    reason: "its last tasks succeeded or were skipped, although others failed: a",
  });
});

test("a run fails if a leaf has failed, and names the leaves", () => {
  const graph = sampleGraph(["a", "b", "c", "d", "e", "f", "g"].map((taskId) => sampleTask(taskId)));
  const states = {
    a: "failed",
    b: "success",
    c: "upstream_failed",
    d: "failed",
    e: "failed",
    f: "failed",
    g: "failed",
  } as const;
  const { run, ended } = decide(sampleView(graph, states), NOW);
  expect(ended).toBe(true);
  expect(run).toMatchObject({ state: "failed", reason: "failed at its end: a, c, d, e, f and 1 more" });
});

test("a failed teardown does not fail the run, unless it is told to", () => {
  const teardown = (onFailureFailDagrun: boolean) =>
    sampleGraph([
      sampleTask("s", [], { isSetup: true }),
      sampleTask("work", ["s"]),
      sampleTask("td", ["work"], { isTeardown: true, setups: ["s"], onFailureFailDagrun }),
    ]);
  const states = { s: "success", work: "success", td: "failed" } as const;
  expect(decide(sampleView(teardown(false), states), NOW).run?.state).toBe("success");
  expect(decide(sampleView(teardown(true), states), NOW).run?.state).toBe("failed");
});

test("a run in which nothing can ever run again fails as deadlocked", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"], { triggerRule: "all_skipped" })]);
  const { run } = decide(sampleView(graph, { a: "removed", b: null }), NOW);
  expect(run).toMatchObject({
    state: "failed",
    reason: "deadlock: nothing is left that could run, these wait for ever: b",
  });
});

test("no run is called deadlocked while a task of it waits for the run before, for a limit, or for its time", () => {
  const tasks = (more: object) => [sampleTask("a"), sampleTask("b", ["a"], { triggerRule: "all_skipped", ...more })];
  for (const more of [{ dependsOnPast: true }, { maxActiveTisPerDag: 1 }, { maxActiveTisPerDagrun: 1 }]) {
    expect(decide(sampleView(sampleGraph(tasks(more)), { a: "removed", b: null }), NOW).ended).toBe(false);
  }
  const view = sampleView(sampleGraph([sampleTask("a")]), {});
  const waiting = { ...view, instances: [instanceIn("a", "up_for_retry", { resumeAt: NOW + 1 })] };
  expect(decide(waiting, NOW).ended).toBe(false);
});

test("a run that takes too long fails: what has not ended is skipped, what runs is cancelled", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"])], { dagrunTimeoutSeconds: 10 });
  const view = sampleView(graph, { a: "running", b: null });
  expect(decide(view, NOW - 1)).toMatchObject({ update: [], wakeAt: NOW });
  const changes = decide(view, NOW);
  expect(changes.run).toMatchObject({ state: "failed", reason: "timed out: not finished 10 s after its start" });
  expect(changes.update.map(({ state }) => state)).toEqual(["skipped", "skipped"]);
  expect(changes).toMatchObject({ cancel: ["attempt of a"], ended: true, wakeAt: null });
});

test("instances of tasks that the DAG no longer has are removed", () => {
  const view = sampleView(sampleGraph([sampleTask("a")]), { a: "running", gone: "running" });
  expect(changedStates(view)).toEqual({ gone: "removed" });
  expect(decide(view, NOW).cancel).toEqual(["attempt of gone"]);
});

test("queued and ended runs are left alone", () => {
  const view = sampleView(sampleGraph([sampleTask("a")]), {});
  for (const state of ["queued", "success", "failed"] as const) {
    expect(decide({ ...view, run: { ...sampleRun, state } }, NOW)).toMatchObject({
      insert: [],
      update: [],
      ended: false,
    });
  }
});

test("a mapped task expands when its rule is met, and is skipped if there is nothing to map over", () => {
  const each = sampleTask("each", [], { mapping: sampleMapping("list") });
  const graph = sampleGraph([sampleTask("list"), each, sampleTask("end", ["each"])]);
  const view = sampleView(graph, { list: "success", each: null, end: null });
  const returning = (length: number): RunView => ({ ...view, returned: new Map([["list", new Map([[-1, length]])]]) });
  const changes = decide(returning(2), NOW);
  expect(changes.newlyScheduled.map(instanceName)).toEqual(["each[0]", "each[1]"]);
  expect(changes.remove.map(instanceName)).toEqual(["each"]);
  expect(changedStates(returning(0))).toEqual({ each: "skipped", end: "skipped" });
  expect(changedStates(view)).toMatchObject({ each: "upstream_failed" });
});
