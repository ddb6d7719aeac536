import { expect, test } from "vitest";
import type { Structure } from "../../dag/graph/graph-query.ts";
import { neighboursOf } from "./neighbours.ts";

const NAMES = ["a", "b", "c", "d", "e", "f", "g"];

function structure(...edges: readonly (readonly [string, string])[]): Pick<Structure, "rows" | "edges"> {
  return {
    rows: NAMES.map((id) => ({ id, kind: "task", depth: 0, parent: -1 })),
    edges: edges.map(([from, to]) => [NAMES.indexOf(from), NAMES.indexOf(to), null]),
  };
}

const namesAround = (of: Pick<Structure, "rows" | "edges">, taskId: string) =>
  neighboursOf(of, taskId).map((level) => level.map(({ id }) => id));

test("two levels above and below are found, each task at its nearest", () => {
  const of = structure(["a", "b"], ["b", "c"], ["b", "d"], ["c", "d"], ["d", "e"], ["d", "f"], ["e", "f"], ["f", "g"]);
  expect(namesAround(of, "d")).toEqual([["a"], ["b", "c"], ["d"], ["e", "f"], ["g"]]);
});

test("a task alone has nobody around it, and one that the version does not have is nowhere", () => {
  expect(namesAround(structure(), "a")).toEqual([[], [], ["a"], [], []]);
  expect(neighboursOf(structure(), "z")).toEqual([]);
});
