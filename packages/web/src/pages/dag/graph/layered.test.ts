import fc from "fast-check";
import { expect, test } from "vitest";
import { layered } from "./layered.ts";
import type { LayoutInput, Placed } from "./layout.ts";

const node = (id: string, parent: string | null = null) => ({ id, parent, width: 180, height: 44 });
const byId = ({ nodes }: ReturnType<typeof layered>) => new Map(nodes.map((each) => [each.id, each]));

const isApart = (a: Placed, b: Placed): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test("what comes after stands further right, or further down", () => {
  const input = { nodes: ["a", "b", "c"].map((id) => node(id)), edges: [["a", "b"] as const, ["b", "c"] as const] };
  const right = byId(layered({ ...input, direction: "right" }));
  expect(right.get("c")?.x).toBeGreaterThan((right.get("b")?.x ?? 0) + 180);
  const down = byId(layered({ ...input, direction: "down" }));
  expect(down.get("c")?.y).toBeGreaterThan((down.get("b")?.y ?? 0) + 44);
});

test("a group is as large as what is in it, and an edge into it puts it in its layer", () => {
  const nodes = [node("a"), node("g"), node("g.x", "g"), node("g.y", "g"), node("z")];
  const edges = [
    ["a", "g.x"],
    ["g.x", "g.y"],
    ["g.y", "z"],
  ] as const;
  const at = byId(layered({ nodes, edges, direction: "right" }));
  const group = at.get("g");
  const [x, y] = [at.get("g.x"), at.get("g.y")];
  expect(group?.x).toBeGreaterThan(180);
  expect(at.get("z")?.x).toBeGreaterThan((group?.x ?? 0) + (group?.width ?? 0));
  expect((y?.x ?? 0) + 180).toBeLessThan(group?.width ?? 0);
  expect(x?.y).toBeGreaterThan(20);
});

const graphs = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 120 }).map((pairs): LayoutInput => ({
    nodes: Array.from({ length: count }, (_, at) => node(`n${at}`)),
    edges: pairs.flatMap(([a, b]) => (a < b ? [[`n${a}`, `n${b}`] as const] : [])),
    direction: "right",
  })),
);

test("no two nodes overlap, every edge leads to the right, and all is within the measures", () => {
  fc.assert(
    fc.property(graphs, (input) => {
      const layout = layered(input);
      const at = byId(layout);
      for (const [index, one] of layout.nodes.entries()) {
        expect(one.x >= 0 && one.y >= -0.001 && one.x + one.width <= layout.width).toBe(true);
        for (const other of layout.nodes.slice(index + 1)) expect(isApart(one, other)).toBe(true);
      }
      for (const [from, to] of input.edges) expect(at.get(from)?.x).toBeLessThan(at.get(to)?.x ?? 0);
    }),
    { numRuns: 50 },
  );
});
