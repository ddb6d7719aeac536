import { expect, test } from "vitest";
import type { DagGraph } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { SECOND } from "./instant.ts";
import { RunMachine } from "./run-machine.ts";
import { instanceName } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleMapping, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";
import type { AttemptOutcome } from "./task-protocol.ts";
import type { TaskState } from "./task-state.ts";

const NOW = START + 10 * SECOND;

function started(graph: DagGraph): RunMachine {
  const machine = new RunMachine({
    graph,
    run: { ...sampleRun, state: "queued", startDate: null },
    instances: [],
    previous: null,
  });
  machine.start(NOW);
  return machine;
}

function finish(
  machine: RunMachine,
  attemptId: string,
  outcome: AttemptOutcome = { kind: "success" },
): TaskInstance | null {
  return machine.applyEvent({ type: "finished", attemptId, at: NOW, outcome });
}

test("a run that starts has its instances inserted, and the first of them scheduled", () => {
  const machine = started(sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]));
  expect(machine.settle(NOW).map(instanceName)).toEqual(["a"]);
  const changes = machine.takeChanges();
  expect(changes.run).toMatchObject({ state: "running", startDate: NOW });
  expect(changes.insert.map(({ taskId, state }) => [taskId, state])).toEqual([
    ["a", "scheduled"],
    ["b", null],
  ]);
  expect(changes.update).toEqual([]);
});

test("nothing that was taken is handed out again", () => {
  const machine = started(sampleGraph([sampleTask("a")]));
  machine.settle(NOW);
  machine.takeChanges();
  expect(machine.takeChanges()).toEqual({
    insert: [],
    update: [],
    remove: [],
    history: [],
    newlyScheduled: [],
    cancel: [],
    ended: false,
    wakeAt: null,
  });
});

test("settling and queueing can share one commit", () => {
  const machine = started(sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]));
  for (const instance of machine.settle(NOW)) machine.queue(instance, "first", NOW);
  machine.takeChanges();
  finish(machine, "first");
  for (const instance of machine.settle(NOW)) machine.queue(instance, "second", NOW);
  const changes = machine.takeChanges();
  expect(changes.update.map(({ taskId, state }) => [taskId, state])).toEqual([
    ["a", "success"],
    ["b", "queued"],
  ]);
  expect(changes.newlyScheduled).toEqual([]);
});

test("the whole life of a task: queued, running, retried, and the first attempt kept as history", () => {
  const machine = started(sampleGraph([sampleTask("a", [], { retry: { retries: 1, delaySeconds: 60 } })]));
  for (const instance of machine.settle(NOW)) machine.queue(instance, "first", NOW);
  machine.applyEvent({ type: "started", attemptId: "first", at: NOW, worker: "w" });
  finish(machine, "first", { kind: "failed", message: "broken", code: "exit_code", retryable: true });
  expect(machine.settle(NOW)).toEqual([]);
  expect(machine.takeChanges()).toMatchObject({ update: [], wakeAt: NOW + 60 * SECOND, ended: false });
  const again = machine.settle(NOW + 60 * SECOND);
  expect(again.map(instanceName)).toEqual(["a"]);
  for (const instance of again) machine.queue(instance, "second", NOW + 60 * SECOND);
  expect(machine.takeChanges().history).toMatchObject([
    { attemptId: "first", tryNumber: 1, state: "failed", worker: "w" },
  ]);
  finish(machine, "second");
  machine.settle(NOW + 61 * SECOND);
  expect(machine.takeChanges()).toMatchObject({ run: { state: "success" }, ended: true, wakeAt: null });
});

test("events of other attempts, of ended ones and of unknown ones are stale", () => {
  const machine = started(sampleGraph([sampleTask("a"), sampleTask("b")]));
  for (const instance of machine.settle(NOW)) machine.queue(instance, `of ${instance.taskId}`, NOW);
  machine.takeChanges();
  expect(finish(machine, "of a")).toMatchObject({ taskId: "a", state: "success" });
  expect(finish(machine, "of a", { kind: "failed", message: "late", code: "exception", retryable: true })).toBeNull();
  expect(finish(machine, "of nobody")).toBeNull();
  expect(machine.takeChanges().update.map(instanceName)).toEqual(["a"]);
});

test("a lost attempt makes room for another at once and is given up at the limit", () => {
  const graph = sampleGraph([sampleTask("a")]);
  const machine = new RunMachine(sampleView(graph, { a: "scheduled" }), { lostAttemptLimit: 2 });
  const [a] = machine.instances as [TaskInstance];
  machine.queue(a, "first", NOW);
  machine.applyEvent({ type: "started", attemptId: "first", at: NOW, worker: "w" });
  finish(machine, "first", { kind: "lost", message: "worker gone" });
  const [again] = machine.settle(NOW) as [TaskInstance];
  expect(again).toMatchObject({ state: "scheduled", lostAttempts: 1, maxTries: 1 });
  machine.queue(again, "second", NOW);
  machine.applyEvent({ type: "started", attemptId: "second", at: NOW, worker: "w" });
  finish(machine, "second", { kind: "lost", message: "worker gone" });
  machine.settle(NOW);
  expect(machine.run).toMatchObject({ state: "failed", reason: "failed at its end: a" });
});

test("only what is scheduled is queued, and only a queued run starts", () => {
  const machine = started(sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]));
  machine.settle(NOW);
  expect(() => machine.queue({ taskId: "b", mapIndex: -1 }, "x", NOW)).toThrow(
    "b of run scheduled__1 is null: only a scheduled one is queued",
  );
  expect(() => machine.queue({ taskId: "c", mapIndex: -1 }, "x", NOW)).toThrow("only a scheduled one is queued");
  expect(() => machine.start(NOW)).toThrow("run scheduled__1 is running: only a queued run starts");
});

test("a branch skips what waits and takes queued attempts back, but leaves what runs", () => {
  const tasks = ["b", "c", "d"].map((taskId) => sampleTask(taskId, ["a"], { triggerRule: "always" }));
  const machine = started(sampleGraph([sampleTask("a"), ...tasks]));
  for (const instance of machine.settle(NOW))
    if (instance.taskId !== "d") machine.queue(instance, `of ${instance.taskId}`, NOW);
  machine.applyEvent({ type: "started", attemptId: "of b", at: NOW, worker: "w" });
  machine.takeChanges();
  finish(machine, "of a", { kind: "success", skipDownstream: ["b", "c", "d"] });
  machine.settle(NOW);
  expect(machine.takeChanges().cancel).toEqual(["of c"]);
  expect(machine.instances.map(({ state }) => state)).toEqual(["success", "running", "skipped", "skipped"]);
});

test("a run that is failed from outside skips what has not ended and cancels what runs", () => {
  const machine = new RunMachine(
    sampleView(sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]), { a: "running", b: null }),
  );
  machine.failRun("its DAG is gone", NOW);
  expect(machine.settle(NOW)).toEqual([]);
  expect(machine.takeChanges()).toMatchObject({
    run: { state: "failed", reason: "its DAG is gone", endDate: NOW },
    cancel: ["attempt of a"],
    ended: true,
  });
  expect(finish(machine, "attempt of a")).toBeNull();
});

test("a task that depends on the past goes on when the run before does", () => {
  const graph = sampleGraph([sampleTask("a", [], { dependsOnPast: true })]);
  const previous = { run: { ...sampleRun, runKey: 0, state: "queued" as const }, instances: [] };
  const machine = new RunMachine({ ...sampleView(graph, { a: null }), previous });
  expect(machine.settle(NOW)).toEqual([]);
  const nothing = { insert: [], update: [], remove: [] };
  machine.previousChanged({
    ...nothing,
    run: { ...previous.run, state: "running" },
    insert: [instanceIn("a", "running")],
  });
  expect(machine.settle(NOW)).toEqual([]);
  machine.previousChanged({ ...nothing, update: [instanceIn("a", "success")] });
  expect(machine.settle(NOW).map(instanceName)).toEqual(["a"]);
});

test("a length that becomes known expands a mapped task; each of its instances is found by its index", () => {
  const graph = sampleGraph([sampleTask("list"), sampleTask("each", [], { mapping: sampleMapping("list") })]);
  const machine = started(graph);
  for (const instance of machine.settle(NOW)) machine.queue(instance, "of list", NOW);
  machine.takeChanges();
  machine.returned({ taskId: "list", mapIndex: -1 }, 3);
  finish(machine, "of list");
  expect(machine.settle(NOW).map(instanceName)).toEqual(["each[0]", "each[1]", "each[2]"]);
  const changes = machine.takeChanges();
  expect(changes.insert.map(instanceName)).toEqual(["each[0]", "each[1]", "each[2]"]);
  expect(changes.remove.map(instanceName)).toEqual(["each"]);
  machine.queue({ taskId: "each", mapIndex: 2 }, "of each[2]", NOW);
  expect(finish(machine, "of each[2]")).toMatchObject({ mapIndex: 2, state: "success" });
  expect(machine.instance({ taskId: "each", mapIndex: -1 })).toBeUndefined();
});

test("instances of a mapped task are told apart where some upstreams of theirs were removed", () => {
  const mapping = sampleMapping(3);
  const graph = sampleGraph([sampleTask("up", [], { mapping }), sampleTask("down", ["up"], { mapping })]);
  const mapped = (taskId: string, states: readonly TaskState[]) =>
    states.map((state, mapIndex) => instanceIn(taskId, state, { mapIndex, attemptId: `${taskId} ${mapIndex}` }));
  const instances = [...mapped("up", ["success", "running", "removed"]), ...mapped("down", [null, null, null])];
  const machine = new RunMachine({ ...sampleView(graph, {}), instances });
  machine.settle(NOW);
  expect(machine.takeChanges().update.map((one) => [instanceName(one), one.state])).toEqual([
    ["down[1]", "removed"],
    ["down[2]", "removed"],
  ]);
});

test("what a branch decides is about tasks too that a waiting run has only since it moved to a newer version", () => {
  const graph = sampleGraph([sampleTask("branch"), sampleTask("new", ["branch"])]);
  const branch = instanceIn("branch", "running", { queuedAt: START });
  const run = { ...sampleRun, state: "queued", startDate: null } as const;
  const machine = new RunMachine({ graph, run, instances: [branch], previous: null });
  finish(machine, "attempt of branch", { kind: "success", skipDownstream: ["new"] });
  const { insert, update } = machine.takeChanges();
  expect(insert).toMatchObject([{ taskId: "new", state: "skipped" }]);
  expect(update).toMatchObject([{ taskId: "branch", state: "success" }]);
});

test("what a removed instance once returned is mapped over by nobody", () => {
  const graph = sampleGraph([
    sampleTask("above", [], { mapping: sampleMapping(2) }),
    sampleTask("list", ["above"], { mapping: sampleMapping(2) }),
    sampleTask("each", [], { mapping: sampleMapping("list") }),
  ]);
  const at = (taskId: string, mapIndex: number, state: TaskState) => instanceIn(taskId, state, { mapIndex });
  // The second of the list was cleared, and has no counterpart above it any more.
  const list = [at("list", 0, "success"), at("list", 1, null)];
  const instances = [at("above", 0, "success"), at("above", 1, "removed"), ...list, at("each", -1, null)];
  const oneEach = new Map([
    [0, 1],
    [1, 1],
  ]);
  const machine = new RunMachine({
    graph,
    run: sampleRun,
    instances,
    previous: null,
    returned: new Map([["list", oneEach]]),
  });
  machine.settle(NOW);
  expect(machine.instances.map((each) => `${instanceName(each)} ${each.state}`).sort()).toEqual([
    "above[0] success",
    "above[1] removed",
    "each[0] scheduled",
    "list[0] success",
    "list[1] removed",
  ]);
});

test("a task that was not mapped before returns one element for each instance now, without what it returned then", () => {
  const list = sampleTask("list", [], { mapping: sampleMapping(1) });
  const graph = sampleGraph([list, sampleTask("each", [], { mapping: sampleMapping("list") })]);
  const instances = [instanceIn("list", null), instanceIn("each", null)];
  const returned = new Map([["list", new Map([[-1, 7]])]]);
  const machine = new RunMachine({ graph, run: sampleRun, instances, previous: null, returned });
  machine.settle(NOW);
  machine.queue({ taskId: "list", mapIndex: 0 }, "attempt of list", NOW);
  finish(machine, "attempt of list");
  machine.returned({ taskId: "list", mapIndex: 0 }, 1);
  expect(machine.settle(NOW).map(instanceName)).toEqual(["each[0]"]);
});
