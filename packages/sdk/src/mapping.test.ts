import type { DagSpec, Json } from "@momiji/core";
import { buildGraph, validateDagSpec } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { dag } from "./dag.ts";
import type { DagBuilder } from "./dag-builder.ts";
import type { Dag } from "./dag-object.ts";
import { defineOperator } from "./define-operator.ts";
import { concat, zip } from "./mapped-of.ts";

function built(build: (builder: DagBuilder<{ readonly [name: string]: Json }>) => void): { made: Dag; spec: DagSpec } {
  const made = dag({ id: "d" }, build);
  const spec = made.toSpec({ file: "d.ts" });
  expect(validateDagSpec(spec as unknown as Json)).toEqual([]);
  return { made, spec };
}

function taskOf({ tasks }: DagSpec, taskId: string) {
  return tasks.find((task) => task.taskId === taskId);
}

test("what a task is mapped over stands in the spec, and its tasks are upstreams", () => {
  const { spec } = built(({ task }) => {
    const files = task("files", () => ["a"]);
    const base = task("base", () => "/data");
    task.map(
      "load",
      { over: { file: files, kind: { big: 1 } }, inputs: { base }, mapIndexTemplate: "{{ inputs.file }}" },
      ({ file }) => file,
    );
  });
  expect(taskOf(spec, "load")).toMatchObject({
    inputs: { base: "base" },
    upstream: ["base", "files"],
    mapIndexTemplate: "{{ inputs.file }}",
    mapping: {
      kind: "product",
      over: [
        { name: "file", value: { kind: "output", taskId: "files" } },
        { name: "kind", value: { kind: "list", values: [["big", 1]] } },
      ],
    },
  });
});

test("functions stay behind and are found by where they stand", () => {
  const { made, spec } = built(({ task }) => {
    const files = task("files", () => ["a"]);
    const both = zip(
      files.map((file) => file.toUpperCase()),
      concat(
        [1],
        files.map((file) => ({ file })),
      ),
      { fill: 0 },
    );
    task.map("each", { pair: both.map((pair) => pair.length) }, ({ pair }) => pair);
  });
  expect(taskOf(spec, "each")?.mapping).toEqual({
    kind: "product",
    over: [
      {
        name: "pair",
        value: {
          kind: "map",
          of: {
            kind: "zip",
            fill: 0,
            of: [
              { kind: "map", of: { kind: "output", taskId: "files" } },
              {
                kind: "concat",
                of: [
                  { kind: "list", values: [1] },
                  { kind: "map", of: { kind: "output", taskId: "files" } },
                ],
              },
            ],
          },
        },
      },
    ],
  });
  const apply = made.mapFunctionOf("each");
  expect(apply?.("a", ["pair", 0, 0])).toBe("A");
  expect(apply?.("b", ["pair", 0, 1, 1])).toEqual({ file: "b" });
  expect(apply?.(["A", 1], ["pair"])).toBe(2);
});

test("an operator is mapped over params: they need not be given, and their templates count", () => {
  const copy = defineOperator({
    name: "copy",
    templateFields: ["from"],
    run: (_ctx, params: { from: string; to: string }) => params.to,
  });
  const { spec } = built(({ task }) => {
    const files = task("files", () => ["a"]);
    copy.map("copies", { from: files }, { to: "there", retries: 3 });
    copy.mapKwargs("sets", [{ from: "a", to: "b" }]);
  });
  expect(taskOf(spec, "copies")).toMatchObject({
    params: { to: "there" },
    templateFields: ["from"],
    upstream: ["files"],
    retry: { retries: 3 },
    mapping: { kind: "product", into: "params" },
  });
  expect(taskOf(spec, "sets")).toMatchObject({ templateFields: ["from"], mapping: { kind: "sets", into: "params" } });
});

test("a mapped group gives its values to its tasks", () => {
  const { spec } = built(({ task, group }) => {
    const files = task("files", () => ["a"]);
    const load = group.map("load", { file: files }, ({ file }) => {
      const rows = task("read", { file }, () => 1);
      return task("count", { rows, file }, ({ rows }) => rows);
    });
    task("sum", { counts: load.outputs }, ({ counts }) => counts.length);
  });
  expect(spec.groups).toMatchObject([
    { groupId: "load", mapping: { kind: "product" }, children: ["load.read", "load.count"] },
  ]);
  expect(taskOf(spec, "load.read")).toMatchObject({ groupInputs: { file: "file" }, upstream: ["files"] });
  expect(taskOf(spec, "load.count")).toMatchObject({ groupInputs: { file: "file" }, inputs: { rows: "load.read" } });
  const graph = buildGraph(spec);
  expect(graph.tasks.map(({ mappedGroup }) => mappedGroup)).toEqual([null, "load", "load", null]);
});

test("what cannot be mapped is refused where it is written", () => {
  expect(() => built(({ task }) => task.map("t", {}, () => 1))).toThrow(
    'DAG "d", task "t": there is nothing to map over',
  );
  expect(() => built(({ task }) => task.map("t", { x: [() => 1] }, () => 1))).toThrow("x[0] is of type function");
  expect(() => built(({ task }) => task.mapKwargs("t", [1] as unknown as object[], () => 1))).toThrow(
    "element 0 is none",
  );
  expect(() =>
    built(({ task, group }) => {
      let leaked: object = {};
      group.map("g", { x: [1] }, (inputs) => void (leaked = inputs));
      task("t", { inputs: leaked as never }, () => 1);
    }),
  ).toThrow('a value of the mapped group "g": only tasks in it can take it');
  expect(() => zip([1], 5 as never)).toThrow("argument 2 cannot be mapped over");
});

describe("names that an operator is mapped over", () => {
  const schema = z.object({ from: z.string(), to: z.string(), deep: z.boolean().default(false) });
  const copy = defineOperator({ name: "copy", params: schema, run: () => 1 });
  const free = defineOperator({ name: "free", run: (_ctx, params: { from: string }) => params.from });
  const place = (build: () => unknown) => () => built(() => void build());

  test("are held against its schema, with the one that was probably meant", () => {
    const said =
      'task "t", mapped over: "form" cannot be mapped over, did you mean "from"? What can be: from, to, deep';
    expect(place(() => copy.map("t", { form: ["a"] } as never, { to: "b" } as never))).toThrow(said);
    expect(place(() => copy.map("t", { zzzzzz: ["a"] } as never))).toThrow(
      '"zzzzzz" cannot be mapped over; what can be: from, to, deep',
    );
    expect(place(() => copy.map("t", { from: ["a"] }, { to: "b" }))).not.toThrow();
  });

  test("are free where nobody knows them, but for options of tasks", () => {
    expect(place(() => free.map("t", { other: ["a"] } as never))).not.toThrow();
    expect(place(() => free.map("t", { retries: [1] } as never))).toThrow("its params, not options of tasks");
  });

  test("are looked at in each set that stands in the file", () => {
    const sets = [
      { from: "a", to: "b" },
      { from: "a", too: "b" },
    ];
    expect(place(() => copy.mapKwargs("t", sets as never))).toThrow(
      'mapped over, element 1: "too" cannot be mapped over, did you mean "to"?',
    );
    expect(place(() => copy.mapKwargs("t", [{ from: "a", to: "b" }]))).not.toThrow();
  });
});
