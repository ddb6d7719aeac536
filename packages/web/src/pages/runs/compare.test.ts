import { expect, test } from "vitest";
import { compareConf, compareTasks } from "./compare.ts";

const task = (id: string, duration: number | null, index = -1) => ({
  task_id: id,
  map_index: index,
  state: "success" as const,
  duration,
});

test("what became slower by the most comes first, what only one run has last", () => {
  const before = [task("same", 5), task("slow", 1), task("gone", 9), task("file", 1, 3)];
  const after = [task("same", 5), task("slow", 60), task("new", 100), task("file", 2, 3)];
  expect(compareTasks(before, after).map(({ name }) => name)).toEqual(["slow", "file [3]", "same", "gone", "new"]);
  expect(compareTasks(before, after).at(-1)).toMatchObject({ before: undefined, after: { duration: 100 } });
});

test("of what runs were given only the differences are told", () => {
  expect(compareConf({ user: "sato", n: 1, only: null }, { user: "sato", n: 2 })).toEqual([
    { name: "n", before: "1", after: "2" },
    { name: "only", before: "null", after: undefined },
  ]);
  expect(compareConf(null, {})).toEqual([]);
});
