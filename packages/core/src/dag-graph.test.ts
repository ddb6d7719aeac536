import fc from "fast-check";
import { expect, test } from "vitest";
import { DagGraphError } from "./dag-graph-error.ts";
import { buildGraph } from "./dag-graph.ts";
import { priorityWeights } from "./priority-weights.ts";
import { sampleDag, sampleGraph, sampleTask } from "./sample-run.ts";
import type { TaskSpec, WeightRule } from "./dag-spec.ts";

function errorOf(tasks: readonly TaskSpec[]): DagGraphError {
  try {
    buildGraph(sampleDag(tasks));
  } catch (error) {
    if (error instanceof DagGraphError) return error;
    throw error;
  }
  throw new Error("the graph was accepted");
}

function leavesOf(tasks: readonly TaskSpec[]): readonly string[] {
  const graph = sampleGraph(tasks);
  return graph.leaves.map((index) => graph.tasks[index]?.taskId ?? "");
}

test("edges go both ways, each once, from upstreams, inputs and setups alike", () => {
  const graph = sampleGraph([
    sampleTask("a", [], { isSetup: true }),
    sampleTask("b", ["a"], { inputs: { rows: "a" } }),
    sampleTask("c", ["b"], { isTeardown: true, setups: ["a"] }),
  ]);
  expect(graph.tasks.map(({ upstream }) => upstream)).toEqual([[], [0], [1, 0]]);
  expect(graph.tasks.map(({ downstream }) => downstream)).toEqual([[1, 2], [2], []]);
  expect(graph.order).toEqual([0, 1, 2]);
});

test("a cycle is reported with its path along the edges", () => {
  const error = errorOf([
    sampleTask("a", ["c"]),
    sampleTask("b", ["a"]),
    sampleTask("c", ["b"]),
    sampleTask("d", ["c"]),
  ]);
  expect(error.code).toBe("cycle");
  expect(error.taskIds).toEqual(["a", "b", "c", "a"]);
  expect(error.message).toContain("a -> b -> c -> a");
});

test("a task that is its own upstream is a cycle", () => {
  expect(errorOf([sampleTask("a", ["a"])]).message).toContain("a -> a");
});

test("an upstream that does not exist and an id that is used twice are named", () => {
  expect(errorOf([sampleTask("a", ["nowhere"])])).toMatchObject({
    code: "unknown_upstream",
    taskIds: ["a", "nowhere"],
  });
  expect(errorOf([sampleTask("a"), sampleTask("a")])).toMatchObject({ code: "duplicate_task", taskIds: ["a"] });
});

test("right after a setup only all_success is accepted", () => {
  const setup = sampleTask("s", [], { isSetup: true });
  expect(errorOf([setup, sampleTask("a", ["s"], { triggerRule: "all_done" })]).code).toBe("rule_after_setup");
  expect(leavesOf([setup, sampleTask("td", ["s"], { isTeardown: true })])).toEqual(["s"]);
});

test("teardowns are no leaves unless they say so, or there is nothing else", () => {
  const td = (more: Partial<TaskSpec> = {}) => sampleTask("td", ["a"], { isTeardown: true, ...more });
  expect(leavesOf([sampleTask("a"), td()])).toEqual(["a"]);
  expect(leavesOf([sampleTask("a"), td({ onFailureFailDagrun: true })])).toEqual(["td"]);
  expect(leavesOf([sampleTask("a", [], { isTeardown: true }), td()])).toEqual(["td"]);
});

test("a setup is around a task only while none of its teardowns came before", () => {
  const scopes = sampleGraph([
    sampleTask("s", [], { isSetup: true }),
    sampleTask("work", ["s"]),
    sampleTask("inside", ["work"]),
    sampleTask("td", ["inside"], { isTeardown: true, setups: ["s"] }),
    sampleTask("outside", ["td"]),
  ]).setupScopes;
  expect([...scopes.setupsAround]).toEqual([[2, [0]]]);
  expect([...scopes.tasksInside]).toEqual([[0, [2]]]);
  expect([...scopes.tasksBetween]).toEqual([[3, [1]]]);
  expect([...scopes.teardownsAfter]).toEqual([[1, [3]]]);
});

const randomTask = fc.record({
  above: fc.array(fc.nat(1_000), { maxLength: 4 }),
  weight: fc.integer({ min: -5, max: 1_000 }),
  rule: fc.constantFrom<WeightRule>("downstream", "upstream", "absolute"),
});

test("priorities add the weights of every relative once", () => {
  fc.assert(
    fc.property(fc.array(randomTask, { minLength: 1, maxLength: 80 }), (shapes) => {
      const tasks = shapes.map(({ above, weight, rule }, index) =>
        sampleTask(`t${index}`, index === 0 ? [] : above.map((number) => `t${number % index}`), {
          priorityWeight: weight,
          weightRule: rule,
        }),
      );
      const graph = sampleGraph(tasks);
      const relatives = (index: number, way: "upstream" | "downstream"): ReadonlySet<number> =>
        new Set((graph.tasks[index]?.[way] ?? []).flatMap((next) => [next, ...relatives(next, way)]));
      const own = (index: number) => shapes[index]?.weight ?? 0;
      const expected = shapes.map(({ rule }, index) => {
        const others = rule === "absolute" ? [] : [...relatives(index, rule)];
        return others.reduce((sum, other) => sum + own(other), own(index));
      });
      expect(priorityWeights(graph)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("priorities reach over thousands of tasks and stop at 32 bits", () => {
  const chain = Array.from({ length: 3_000 }, (_, i) =>
    sampleTask(`t${i}`, i === 0 ? [] : [`t${i - 1}`], { priorityWeight: 1_000_000 }),
  );
  const weights = priorityWeights(sampleGraph(chain));
  expect(weights.at(-1)).toBe(1_000_000);
  expect(weights[1_500]).toBe(1_500_000_000);
  expect(weights[0]).toBe(2_147_483_647);
});
