import { expect, test } from "vitest";
import type { Structure } from "./graph-query.ts";
import { spotsOf, steppedTo } from "./graph-keys.ts";
import { layered } from "./layered.ts";
import { shownGraph } from "./shown-graph.ts";

const row = (id: string, parent = -1, children?: number): Structure["rows"][number] => ({
  id,
  kind: children === undefined ? "task" : "group",
  depth: parent < 0 ? 0 : 1,
  parent,
  ...(children === undefined ? {} : { children }),
});
const rows = [row("a"), row("g", -1, 2), row("g.x", 1), row("g.y", 1), row("z")];
const edges: Structure["edges"] = [
  [0, 2, null],
  [0, 3, null],
  [2, 4, null],
  [3, 4, null],
];
const graph = shownGraph({ rows, edges }, { open: new Set(["g"]), focus: null });
const layout = layered({
  nodes: graph.nodes.map(({ id, parent }) => ({ id, parent, width: 180, height: 44 })),
  edges: graph.edges.map(({ from, to }) => [from, to] as const),
  direction: "right",
});
const place = { graph, spots: spotsOf(graph, layout), direction: "right" } as const;
const steps = (from: string | null, ...keys: readonly string[]): string | null =>
  keys.reduce<string | null>((at, key) => steppedTo(at, key, place), from);

test("arrows follow edges there and back, and go to the nodes beside", () => {
  expect(steps(null, "ArrowRight")).toBe("a");
  const first = steps("a", "ArrowRight");
  expect(["g.x", "g.y"]).toContain(first);
  expect(steps("g.x", "ArrowDown")).toBe("g.y");
  expect(steps("g.y", "ArrowUp")).toBe("g.x");
  expect(steps("g.y", "ArrowRight")).toBe("z");
  expect(steps("z", "ArrowLeft", "ArrowLeft")).toBe("a");
});

test("where nothing is, and of other keys, one stays", () => {
  expect([steps("a", "ArrowLeft"), steps("z", "ArrowDown"), steps("a", "x")]).toEqual([null, null, null]);
});
