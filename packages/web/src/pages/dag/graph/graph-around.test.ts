import { expect, test } from "vitest";
import { withAround } from "./graph-around.ts";
import type { Structure } from "./graph-query.ts";

const structure: Structure = {
  version: 1,
  structure: "s",
  rows: ["load", "mart"].map((id) => ({ id, kind: "task", depth: 0, parent: -1 })),
  edges: [[0, 1, null]],
  around: [
    { kind: "asset", name: "orders", assetId: 7, before: [0], after: [] },
    { kind: "dag", name: "board", assetId: null, before: [], after: [1] },
  ],
};

test("assets and DAGs become rows with edges to and from the tasks", () => {
  const { rows, edges } = withAround(structure);
  expect(rows.map(({ id, label }) => [id, label])).toEqual([
    ["load", undefined],
    ["mart", undefined],
    ["asset:orders", "orders"],
    ["dag:board", "board"],
  ]);
  expect(edges).toEqual([
    [0, 1, null],
    [2, 0, null],
    [1, 3, null],
  ]);
});
