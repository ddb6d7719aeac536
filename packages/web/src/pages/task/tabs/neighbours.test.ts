import { expect, test } from "vitest";
import { neighboursOf } from "./neighbours.ts";

const task = (task_id: string, ...downstream_task_ids: readonly string[]) => ({
  task_id,
  downstream_task_ids,
  trigger_rule: "all_success",
});

test("two levels above and below are found, each task at its nearest", () => {
  const tasks = [
    task("a", "b"),
    task("b", "c", "d"),
    task("c", "d"),
    task("d", "e", "f"),
    task("e", "f"),
    task("f", "g"),
  ];
  expect(neighboursOf(tasks, "d")).toEqual([["a"], ["b", "c"], ["d"], ["e", "f"], ["g"]]);
});

test("a task alone has nobody around it", () => {
  expect(neighboursOf([task("a")], "a")).toEqual([[], [], ["a"], [], []]);
});
