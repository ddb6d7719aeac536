/** Setups, teardowns, scopes, groups, labels, weights: what they write into the spec. */
import { buildGraph, DagGraphError, type DagSpec, type TaskSpec } from "@momiji/core";
import { expect, test } from "vitest";
import { dag } from "./dag.ts";
import type { DagBuilder } from "./dag-builder.ts";
import type { AnyParams } from "./dag.ts";
import type { DagOptions } from "./dag-options.ts";
import { label } from "./edge-label.ts";
import { asset } from "./make-asset.ts";
import type { WeightFunction } from "./weight-function.ts";

type Build = (builder: DagBuilder<AnyParams>) => unknown;

function specOf(build: Build, options: Partial<DagOptions> = {}): DagSpec {
  return dag({ ...options, id: "d" } as DagOptions<AnyParams, AnyParams>, build).toSpec({ file: "d.ts" });
}

const taskIn = (spec: DagSpec, taskId: string): TaskSpec =>
  spec.tasks.find((task) => task.taskId === taskId) as TaskSpec;

test("a teardown makes its setups, stands after them, and has a trigger rule of its own", () => {
  const spec = specOf(
    ({ task }) => {
      const create = task("create", () => 1);
      const work = task("work", () => 1);
      const drop = task("drop", () => 1).asTeardown({ setups: create, onFailureFailDagRun: true });
      create.before(work);
      work.before(drop);
    },
    { defaults: { triggerRule: "all_success" } },
  );
  expect(taskIn(spec, "create")).toMatchObject({ isSetup: true });
  expect(taskIn(spec, "drop")).toMatchObject({
    isTeardown: true,
    setups: ["create"],
    upstream: ["create", "work"],
    onFailureFailDagrun: true,
  });
  expect(buildGraph(spec).tasks.find(({ taskId }) => taskId === "drop")?.rule).toBe("all_done_setup_success");
});

test("a scope puts what is built in it between setup and teardown, scopes in scopes too", () => {
  const spec = specOf(({ task, scope }) => {
    const cluster = task("cluster", () => 1);
    const gone = task("gone", () => 1);
    scope({ setup: cluster, teardown: gone }, () => {
      const table = task("table", () => 1);
      const dropped = task("dropped", () => 1);
      scope({ setup: table, teardown: dropped }, () => task("a", () => 1).before(task("b", () => 1)));
      task("aside", () => 1);
    });
  });
  expect(Object.fromEntries(spec.tasks.map(({ taskId, upstream }) => [taskId, upstream]))).toEqual({
    cluster: [],
    gone: ["aside", "cluster", "dropped"],
    table: ["cluster"],
    dropped: ["b", "table"],
    a: ["table"],
    b: ["a"],
    aside: ["cluster"],
  });
});

test.each<[string, Build, string]>([
  [
    "both",
    ({ task }) =>
      task("a", () => 1)
        .asSetup()
        .asTeardown(),
    'DAG "d", task "a": a task is either a setup or a teardown',
  ],
  [
    "a setup that is a teardown",
    ({ task }) => task("b", () => 1).asTeardown({ setups: task("a", () => 1).asTeardown() }),
    'DAG "d", task "a": a task is either a setup or a teardown',
  ],
  // @ts-expect-error a setup is a task, not its id
  ["an id", ({ task }) => task("a", () => 1).asTeardown({ setups: "b" }), "a setup must be a task of this DAG"],
  // @ts-expect-error a misspelt option
  ["no option", ({ task }) => task("a", () => 1).asTeardown({ onFailure: true }), 'there is no option "onFailure"'],
])("setups and teardowns are refused: %s", (_, build, message) => {
  expect(() => specOf(build)).toThrow(message);
});

test.each<[string, Build, Partial<DagOptions>, string]>([
  [
    "a rule after a setup",
    ({ task }) =>
      task("s", () => 1)
        .asSetup()
        .before(task("a", { triggerRule: "all_done" }, () => 1)),
    {},
    'task "a" stands right after the setup "s" with trigger rule all_done',
  ],
  [
    "a rule in a fail-fast DAG",
    ({ task }) => task("a", { triggerRule: "one_failed" }, () => 1),
    { failFast: true },
    'task "a" has trigger rule one_failed, but the DAG fails fast',
  ],
])("a graph is refused: %s", (...[, build, options, message]) => {
  const graph = () => buildGraph(specOf(build, options));
  expect(graph).toThrow(DagGraphError);
  expect(graph).toThrow(message);
});

test("a group without prefix leaves the ids inside alone, and an edge from a group passes its teardowns by", () => {
  const spec = specOf(({ task, group }) => {
    const outer = group("outer", { groupDisplayName: "Outer" }, () => {
      const setup = task("setup", () => 1).asSetup();
      task("work", () => 1).after(setup);
      group("bare", { prefixGroupId: false, tooltip: "no prefix" }, () => {
        task("plain", () => 1);
        group("inner", () => task("deep", () => 1));
      });
    });
    const made = group("made", () => {
      const create = task("create", () => 1).asSetup();
      const use = task("use", () => 1);
      const drop = task("drop", () => 1).asTeardown({ setups: create });
      create.before(use);
      use.before(drop);
    });
    const after = task("after", () => 1);
    outer.before(made);
    made.before(after);
  });
  expect(spec.groups).toEqual([
    {
      groupId: "outer",
      displayName: "Outer",
      children: ["outer.setup", "outer.work", "outer.bare"],
      downstream: ["made"],
    },
    { groupId: "outer.bare", parent: "outer", tooltip: "no prefix", children: ["plain", "inner"] },
    { groupId: "inner", parent: "outer.bare", children: ["inner.deep"] },
    {
      groupId: "made",
      children: ["made.create", "made.use", "made.drop"],
      upstream: ["outer"],
      downstream: ["after"],
    },
  ]);
  expect(taskIn(spec, "after").upstream).toEqual(["made.use"]);
  expect(taskIn(spec, "made.create").upstream).toEqual(["inner.deep", "outer.work", "plain"]);
});

test("a label stands at the edges to what comes after it", () => {
  const spec = specOf(({ task, chain, group }) => {
    const a = task("a", () => 1);
    const b = task("b", () => 1);
    const c = task("c", () => 1);
    const d = task("d", () => 1);
    const made = group("g", () => task("e", () => 1));
    chain(a, label("first"), [b, c], label("second"), d);
    d.before(label("third"), made);
    c.after(label("late"), a);
  });
  expect(taskIn(spec, "b").edgeLabels).toEqual({ a: "first" });
  expect(taskIn(spec, "c").edgeLabels).toEqual({ a: "late" });
  expect(taskIn(spec, "d").edgeLabels).toEqual({ b: "second", c: "second" });
  expect(taskIn(spec, "g.e").edgeLabels).toEqual({ d: "third" });
  expect(() => label("")).toThrow("words that are not empty");
});

test("a weight that a function computes is a plain number in the spec", () => {
  const spec = specOf(({ task, chain }) => {
    const weightRule = ({ priorityWeight, downstream, upstream, weightOf }: Parameters<WeightFunction>[0]) =>
      priorityWeight +
      10 * downstream.size +
      100 * upstream.size +
      [...downstream].reduce((n, id) => n + weightOf(id), 0);
    chain(
      task("a", { weightRule }, () => 1),
      task("b", { weightRule, priorityWeight: 5 }, () => 1),
      task("c", { priorityWeight: 3 }, () => 1),
    );
  });
  expect(taskIn(spec, "a")).toMatchObject({ priorityWeight: 1 + 20 + 8, weightRule: "absolute" });
  expect(taskIn(spec, "b")).toMatchObject({ priorityWeight: 5 + 10 + 100 + 3, weightRule: "absolute" });
  expect(() => specOf(({ task }) => task("a", { weightRule: () => 0.5 }, () => 1))).toThrow(
    'DAG "d", task "a", weightRule: the function must give a whole number, not 0.5',
  );
});

test("accessControl says what roles may do, each thing once, in whatever order it was written", () => {
  const spec = specOf(() => null, {
    accessControl: { Ops: ["can_edit", "can_read", "can_edit"], Guests: ["can_read"] },
  });
  expect(JSON.stringify(spec.accessControl)).toBe('{"Guests":["can_read"],"Ops":["can_edit","can_read"]}');
  expect(specOf(() => null, { accessControl: {} })).not.toHaveProperty("accessControl");
  const wrong = { accessControl: { Ops: ["can_fly" as "can_read"] } };
  expect(() => specOf(() => null, wrong)).toThrow("accessControl, Ops");
});

test("dates, waits and limits of tasks and DAGs stand in the spec only where they are not the default", () => {
  const spec = specOf(
    ({ task }) => {
      task(
        "a",
        {
          startDate: "2026-01-02T09:00",
          endDate: "2026-02-01T00:00Z",
          ignoreFirstDependsOnPast: false,
          waitForPastDependsBeforeSkipping: true,
          multipleOutputs: true,
        },
        () => ({}),
      );
      task("b", { ignoreFirstDependsOnPast: true, multipleOutputs: false }, () => 1);
    },
    { timezone: "Asia/Tokyo", failFast: false, maxConsecutiveFailedRuns: 3, allowedRunTypes: ["manual", "backfill"] },
  );
  expect(taskIn(spec, "a")).toMatchObject({
    startDate: "2026-01-02T00:00:00Z",
    endDate: "2026-02-01T00:00:00Z",
    ignoreFirstDependsOnPast: false,
    waitForPastDependsBeforeSkipping: true,
    multipleOutputs: true,
  });
  expect(taskIn(spec, "b")).toEqual({ taskId: "b", operator: "function", lane: "function", upstream: [] });
  expect(spec).toMatchObject({ maxConsecutiveFailedRuns: 3, allowedRunTypes: ["backfill", "manual"] });
  expect(spec).not.toHaveProperty("failFast");
  expect(() => specOf(() => null, { schedule: "@daily", allowedRunTypes: ["manual"] })).toThrow(
    'has a schedule, but allowedRunTypes leaves out "scheduled"',
  );
  const wants = { schedule: [asset("s3://a")], allowedRunTypes: ["manual"] } as const;
  expect(() => specOf(() => null, wants)).toThrow('waits for assets, but allowedRunTypes leaves out "asset_triggered"');
});
