import { expect, test } from "vitest";
import type { AssetRow } from "../assets.ts";
import { lineageOf } from "./lineage.ts";

interface Made {
  readonly by?: readonly string[];
  readonly starts?: readonly string[];
  readonly readBy?: readonly string[];
}

function asset(id: number, name: string, { by = [], starts = [], readBy = [] }: Made): AssetRow {
  const of = (dags: readonly string[]) => dags.map((dagId) => ({ dag_id: dagId, task_id: "t" }));
  return {
    id,
    name,
    producing_tasks: of(by),
    scheduled_dags: of(starts),
    consuming_tasks: of(readBy),
  } as unknown as AssetRow;
}

const CHAIN = [
  asset(1, "raw", { by: ["load", "load"], starts: ["clean"], readBy: ["clean", "audit"] }),
  asset(2, "clean", { by: ["clean"], starts: ["report"] }),
  asset(3, "other", { by: ["elsewhere"] }),
];

const placed = (assets: readonly AssetRow[], around?: number) =>
  lineageOf(assets, around).nodes.map(({ label, kind, column }) => `${column} ${kind} ${label}`);

test("stands in columns, each after what it is made of, an edge once however many tasks there are", () => {
  const { edges } = lineageOf(CHAIN);
  expect(placed(CHAIN, 1)).toEqual([
    "0 dag load",
    "1 asset raw",
    "2 dag audit",
    "2 dag clean",
    "3 asset clean",
    "4 dag report",
  ]);
  expect(edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toContain("asset 1 reads dag audit");
  expect(edges).toHaveLength(6);
});

test("around an asset is only what leads to it and what comes of it", () => {
  expect(placed(CHAIN, 3)).toEqual(["0 dag elsewhere", "1 asset other"]);
  expect(placed([asset(9, "alone", {})], 9)).toEqual(["0 asset alone"]);
});

test("a circle is drawn as well", () => {
  const circle = [asset(1, "a", { by: ["y"], starts: ["x"] }), asset(2, "b", { by: ["x"], starts: ["y"] })];
  expect(lineageOf(circle).nodes).toHaveLength(4);
  expect(lineageOf(circle).edges).toHaveLength(4);
});
