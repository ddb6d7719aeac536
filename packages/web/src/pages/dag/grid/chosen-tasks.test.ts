import { expect, test } from "vitest";
import { chosenTasks } from "./chosen-tasks.ts";
import { rangeOf } from "./grid-keys.ts";
import type { GridColumn, GridRow } from "./grid.ts";

const row = (id: string, depth = 0, children?: number): GridRow => ({
  id,
  kind: children === undefined ? "task" : "group",
  depth,
  parent: depth - 1,
  ...(children === undefined ? {} : { children }),
});
const rows = [row("extract"), row("stage", 0, 2), row("stage.load", 1), row("stage.check", 1), row("mart")];
const columns = [
  { run: { id: "r1" }, letters: "sssss" },
  { run: { id: "r2" }, letters: "sff-s" },
] as unknown as readonly GridColumn[];

const ids = (shown: readonly number[], range: ReturnType<typeof rangeOf>): readonly string[] =>
  chosenTasks(range, { grid: { rows }, shown, columns }).map(({ runId, taskId }) => `${runId} ${taskId}`);

test("a closed group stands for its tasks, and what a run lacks is left out", () => {
  const range = rangeOf({ row: 1, column: 1 }, { row: 0, column: 1 });
  expect(ids([0, 1, 4], range)).toEqual(["r2 extract", "r2 stage.load"]);
});

test("a group and what is in it are chosen once", () => {
  const range = rangeOf({ row: 1, column: 0 }, { row: 3, column: 0 });
  expect(ids([0, 1, 2, 3, 4], range)).toEqual(["r1 stage.load", "r1 stage.check"]);
});

test("the name of a row stands for its oldest cell", () => {
  expect(ids([0, 1, 2, 3, 4], rangeOf({ row: 4, column: -1 }, { row: 4, column: 1 }))).toEqual(["r1 mart", "r2 mart"]);
});
