import { expect, test } from "vitest";
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { TaskSpec } from "./dag-spec.ts";
import { decide, settled } from "./decide.ts";
import { explain } from "./explain.ts";
import { RunMachine } from "./run-machine.ts";
import { instanceName } from "./run-view.ts";
import { instanceIn, sampleDag, sampleMapping, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";
import type { TaskState } from "./task-state.ts";

const NOW = START;

/** `first` then `second`, mapped together over what `source` returns, then `end`. */
function grouped(second: Partial<TaskSpec> = {}, mapping = sampleMapping("source")): DagGraph {
  const tasks = [
    sampleTask("source"),
    sampleTask("first"),
    sampleTask("second", ["first"], second),
    sampleTask("end", ["second"]),
  ];
  return buildGraph(sampleDag(tasks, { groups: [{ groupId: "g", mapping, children: ["first", "second"] }] }));
}

function indexed(taskId: string, states: readonly TaskState[]): TaskInstance[] {
  return states.map((state, mapIndex) => instanceIn(taskId, state, { mapIndex, attemptId: `${taskId} ${mapIndex}` }));
}

function statesOf(instances: readonly TaskInstance[]): { readonly [name: string]: TaskState } {
  return Object.fromEntries(instances.map((instance) => [instanceName(instance), instance.state]));
}

test("the tasks of a mapped group expand together once the length is known, whatever their rules", () => {
  const graph = grouped({ triggerRule: "all_failed" });
  const view = {
    ...sampleView(graph, { source: "success", first: null, second: null, end: null }),
    returned: new Map([["source", new Map([[-1, 2]])]]),
  };
  const after = statesOf(settled(view, NOW).instances);
  expect(after).toEqual({
    source: "success",
    "first[0]": "scheduled",
    "first[1]": "scheduled",
    "second[0]": null,
    "second[1]": null,
    end: null,
  });
});

test("each map index goes its own way, and what stands outside waits for all", () => {
  const graph = grouped();
  const instances = [
    instanceIn("source", "success"),
    ...indexed("first", ["success", "failed", "running"]),
    ...indexed("second", [null, null, null]),
    instanceIn("end", null),
  ];
  const view = { ...sampleView(graph, {}), instances, returned: new Map([["source", new Map([[-1, 3]])]]) };
  const changes = decide(view, NOW);
  expect(statesOf(changes.update)).toEqual({
    "second[0]": "scheduled",
    "second[1]": "upstream_failed",
    end: "upstream_failed",
  });
});

test("nothing to map over skips the whole group", () => {
  const view = sampleView(grouped({}, sampleMapping(0)), { source: "success", first: null, second: null, end: null });
  expect(statesOf(settled(view, NOW).instances)).toMatchObject({ first: "skipped", second: "skipped", end: "skipped" });
});

test("before its length is known, explain names what the group is mapped over", () => {
  const view = sampleView(grouped(), { source: "running", first: null, second: null, end: null });
  const context = {
    isPaused: false,
    limits: { pools: new Map(), executors: new Map() },
    occupants: [],
    otherCandidates: [],
    now: NOW,
  };
  const reasons = explain(view, { taskId: "second", mapIndex: 1 }, context);
  expect(reasons.map(({ code, text }) => [code, text])).toEqual([
    ["mapping", 'the group "g" around it is mapped over what source returns, which is not there yet'],
  ]);
});

test("another length in another attempt removes what has no place any more and adds what has one", () => {
  const graph = grouped();
  const rerun = (length: number) =>
    settled(
      {
        ...sampleView(graph, {}),
        instances: [
          instanceIn("source", "success"),
          ...indexed("first", [null, null]),
          ...indexed("second", ["success", null]),
          instanceIn("end", null),
        ],
        returned: new Map([["source", new Map([[-1, length]])]]),
      },
      NOW,
    );
  expect(statesOf(rerun(3).instances)).toMatchObject({ "first[2]": "scheduled", "second[2]": null });
  expect(statesOf(rerun(1).instances)).toMatchObject({
    "first[0]": "scheduled",
    "first[1]": "removed",
    "second[1]": "removed",
  });
});

test("what is mapped inside a mapped group is refused, and so is an input that the group does not give", () => {
  const mapping = sampleMapping(2);
  const groups = [{ groupId: "g", mapping, children: ["a"] }];
  expect(() => buildGraph(sampleDag([sampleTask("a", [], { mapping })], { groups }))).toThrow('"a" is mapped inside');
  const nested = [
    { groupId: "g", mapping, children: ["g.h"] },
    { groupId: "g.h", mapping, parent: "g", children: ["a"] },
  ];
  expect(() => buildGraph(sampleDag([sampleTask("a")], { groups: nested }))).toThrow('"g.h" is mapped inside');
  const asking = sampleTask("a", [], { groupInputs: { file: "y" } });
  expect(() => buildGraph(sampleDag([asking], { groups }))).toThrow('takes "y", which no mapped group');
});

test("in a wide mapped group an event costs the instances of its own map index only", () => {
  const width = 1_000;
  const graph = grouped({}, sampleMapping(width));
  const instances = [
    instanceIn("source", "success"),
    ...indexed(
      "first",
      Array.from({ length: width }, () => "running"),
    ),
    ...indexed(
      "second",
      Array.from({ length: width }, () => null),
    ),
    instanceIn("end", null),
  ];
  const machine = new RunMachine({ graph, run: sampleRun, instances, previous: null });
  machine.settle(NOW);
  machine.takeChanges();
  let asked = 0;
  const counted = machine.countsOf.bind(machine);
  machine.countsOf = (task, mapIndex) => {
    asked++;
    return counted(task, mapIndex);
  };
  machine.applyEvent({ type: "finished", attemptId: "first 7", at: NOW, outcome: { kind: "success" } });
  expect(machine.settle(NOW).map(instanceName)).toEqual(["second[7]"]);
  expect(asked).toBeLessThan(5);
});
