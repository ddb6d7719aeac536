import { expect, test } from "vitest";
import type { GridRow } from "./grid.ts";
import { tasksInside } from "./tasks-inside.ts";

const task = (id: string, depth: number): GridRow => ({ id, kind: "task", depth, parent: -1 });
const group = (id: string, depth: number): GridRow => ({ ...task(id, depth), kind: "group", children: 1 });
const ROWS = [group("a", 0), task("a.1", 1), group("a.b", 1), task("a.b.1", 2), task("a.b.2", 2), task("c", 0)];

test("the tasks of a group are counted by their states, those of groups in it too, and nothing beside it", () => {
  expect(tasksInside(ROWS, "fffssf", 0)).toEqual({ failed: 1, success: 2 });
  expect(tasksInside(ROWS, "fffs.f", 2)).toEqual({ success: 1, none: 1 });
});

test("tasks that a run's version has not are not counted; of none nothing is said", () => {
  expect(tasksInside(ROWS, "ss-s-s", 0)).toEqual({ success: 2 });
  expect(tasksInside(ROWS, "------", 0)).toBeUndefined();
});
