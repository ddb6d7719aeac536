import { expect, test } from "vitest";
import type { Grid, GridRow } from "./grid.ts";
import { needsEdges, neighboursOf, reached, rowsWithProblems, selectedRows, withGroups } from "./select-rows.ts";

const row = (id: string, more: Partial<GridRow> = {}): GridRow => ({
  id,
  kind: "task",
  depth: 0,
  parent: -1,
  operator: "bash",
  ...more,
});

const rows: readonly GridRow[] = [
  row("extract"),
  row("stage", { kind: "group", children: 2 }),
  row("stage.load", { label: "load", depth: 1, parent: 1 }),
  row("stage.check", { label: "check", depth: 1, parent: 1, operator: "function" }),
  row("mart"),
  row("report"),
];
const columns = [{ letters: "sffuu." }, { letters: "ssssss" }] as unknown as Grid["columns"];
const neighbours = neighboursOf(rows.length, [
  [0, 2],
  [2, 3],
  [3, 4],
  [4, 5],
]);
const chosen = (filter: string): readonly string[] | null => {
  const found = selectedRows(filter, { rows, columns, neighbours });
  return found === null ? null : [...found].toSorted((a, b) => a - b).map((at) => rows[at]?.id ?? "");
};

test.each([
  ["load", ["stage.load"]],
  ["ＬＯＡＤ", ["stage.load"]],
  ["stage", ["stage.load", "stage.check"]],
  ["+load", ["extract", "stage.load"]],
  ["load+", ["stage.load", "stage.check", "mart", "report"]],
  ["load+2", ["stage.load", "stage.check", "mart"]],
  ["1+mart+1", ["stage.check", "mart", "report"]],
  ["+stage.*", ["extract", "stage.load", "stage.check"]],
  ["*t", ["extract", "mart", "report"]],
  ["state:failed", ["stage.load"]],
  ["state:upstream", ["stage.check", "mart"]],
  ["operator:bash stage", ["stage.load"]],
  ["+mart state:failed", ["stage.load"]],
  ["nothing", []],
])("%s", (filter, ids) => expect(chosen(filter)).toEqual(ids));

test("an empty filter means every row", () => expect(chosen("  ")).toBeNull());

test("edges are needed by what comes before or after alone", () => {
  expect(["load", "state:failed", "a*b"].map(needsEdges)).toEqual([false, false, false]);
  expect(["+load", "x load+2"].map(needsEdges)).toEqual([true, true]);
});

test("rows with problems are those that failed or could not run, with the groups around them", () => {
  const found = rowsWithProblems({ rows, columns });
  expect([...found]).toEqual([2, 3, 4]);
  expect(withGroups(rows, found)).toEqual([1, 2, 3, 4]);
});

test("a circle of edges ends", () => {
  expect([...reached(new Set([0]), [[1], [0]], Infinity)]).toEqual([0, 1]);
});
