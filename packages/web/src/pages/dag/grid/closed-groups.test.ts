import { expect, test } from "vitest";
import { closedGroups, openOf } from "./closed-groups.ts";
import type { Grid, GridRow } from "./grid.ts";

const group = (id: string): GridRow => ({ id, kind: "group", depth: 0, parent: -1, children: 1 });
const tasks = (count: number): GridRow[] =>
  Array.from({ length: count }, (_, at) => ({ id: `task_${at}`, kind: "task", depth: 0, parent: -1 }));

const gridOf = (more: number, letters = "") =>
  ({ rows: [group("calm"), group("bad"), ...tasks(more)], columns: [{ letters }] }) as unknown as Grid;

const small = gridOf(3);
const large = gridOf(300, "sf");

test("a small DAG begins with its groups open, a large one with those in which something failed", () => {
  expect(closedGroups(small, undefined)).toEqual(new Set());
  expect(closedGroups(large, undefined)).toEqual(new Set(["calm"]));
});

test("groups that the address does not name are closed, also when it names none that is there", () => {
  expect(closedGroups(small, ["bad"])).toEqual(new Set(["calm"]));
  expect(closedGroups(large, ["*"])).toEqual(new Set());
  expect(closedGroups(large, ["-"])).toEqual(new Set(["calm", "bad"]));
});

test("the address says which are open, unless they would be anyway", () => {
  expect(openOf(small, new Set(["bad"]))).toEqual(["calm"]);
  expect(openOf(small, new Set(["calm", "bad"]))).toEqual(["-"]);
  expect(openOf(small, new Set())).toBeUndefined();
  expect(openOf(large, new Set(["calm"]))).toBeUndefined();
  expect(openOf(large, new Set())).toEqual(["*"]);
});
