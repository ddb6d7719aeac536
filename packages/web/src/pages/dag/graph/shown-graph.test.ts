import { expect, test } from "vitest";
import type { Structure } from "./graph-query.ts";
import { comparedGraph, openGroups, shownGraph, withStates } from "./shown-graph.ts";

type Row = Structure["rows"][number];

const row = (id: string, parent = -1, children?: number): Row => ({
  id,
  kind: children === undefined ? "task" : "group",
  depth: parent < 0 ? 0 : 1,
  parent,
  ...(children === undefined ? {} : { children }),
});
const structure: Structure = {
  version: 2,
  structure: "s",
  rows: [row("extract"), row("stage", -1, 2), row("stage.load", 1), row("stage.check", 1), row("mart")],
  edges: [
    [0, 2, "if new"],
    [0, 3, null],
    [2, 3, null],
    [3, 4, null],
  ],
};
const namesOf = ({ nodes, edges }: ReturnType<typeof shownGraph>) => ({
  nodes: nodes.map(({ id, parent }) => (parent === null ? id : `${parent}/${id}`)),
  edges: edges.map(({ from, to, label }) => `${from} > ${to}${label === null ? "" : ` (${label})`}`),
});

test("an opened group has its tasks in it", () => {
  expect(namesOf(shownGraph(structure, { open: new Set(["stage"]), focus: null }))).toEqual({
    nodes: ["extract", "stage", "stage/stage.load", "stage/stage.check", "mart"],
    edges: ["extract > stage.load (if new)", "extract > stage.check", "stage.load > stage.check", "stage.check > mart"],
  });
});

test("a closed group stands for its tasks, with one edge each way", () => {
  expect(namesOf(shownGraph(structure, { open: new Set(), focus: null }))).toEqual({
    nodes: ["extract", "stage", "mart"],
    edges: ["extract > stage (if new)", "stage > mart"],
  });
});

test.each([
  ["both", 1, ["stage", "stage/stage.load", "stage/stage.check", "mart"], "stage.check", ["extract"]],
  ["up", 9, ["stage", "stage/stage.load", "stage/stage.check"], "stage.check", ["extract"]],
  ["down", 1, ["stage", "stage/stage.check", "mart"], "stage.check", []],
] as const)("focus %s in %d steps", (...[dir, depth, rest, root, before]) => {
  const shown = shownGraph(structure, { open: new Set(["stage"]), focus: { root, dir, depth } });
  expect(namesOf(shown).nodes).toEqual([...before, ...rest]);
});

test("a small graph opens with its groups open, a large one closed, and the address wins", () => {
  expect([...openGroups(structure.rows, undefined)]).toEqual(["stage"]);
  const many = Array.from({ length: 400 }, (_, at) => row(`t${at}`));
  expect([...openGroups([...structure.rows, ...many], undefined)]).toEqual([]);
  expect([...openGroups([...structure.rows, ...many], ["*"])]).toEqual(["stage"]);
  expect([...openGroups(many, ["stage"])]).toEqual(["stage"]);
});

test("a task in another state in the run that is compared has changed, but what was removed stays so", () => {
  const facts = { counts: null, tries: 1, millis: null, state: "failed", beside: "success" } as const;
  const both = new Map([
    ["load", facts],
    ["old", facts],
    ["mart", { ...facts, beside: null }],
  ]);
  expect([...withStates(new Map([["old", "removed"]]), both)]).toEqual([
    ["load", "changed"],
    ["old", "removed"],
  ]);
});

test("two versions in one graph say what was added, removed and changed", () => {
  const then: Structure = {
    version: 1,
    structure: "t",
    rows: [row("extract"), row("stage", -1, 2), row("stage.load", 1), row("stage.old", 1), row("mart")],
    edges: [
      [0, 2, null],
      [2, 3, null],
      [3, 4, null],
    ],
  };
  const both = comparedGraph(structure, then, new Set(["mart"]));
  expect(both.rows.map(({ id, parent }) => `${id} ${parent}`)).toEqual([
    "extract -1",
    "stage -1",
    "stage.load 1",
    "stage.check 1",
    "mart -1",
    "stage.old 1",
  ]);
  expect(both.differences.get("stage.check")).toBe("added");
  expect(both.differences.get("stage.old")).toBe("removed");
  expect(both.differences.get("mart")).toBe("changed");
  expect(both.differences.get("stage.old\nmart")).toBe("removed");
  expect(both.differences.get("stage.check\nmart")).toBe("added");
  expect(both.edges).toHaveLength(6);
});
