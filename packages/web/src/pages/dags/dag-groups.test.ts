import { expect, test } from "vitest";
import { groupsOf, searchOfGroup } from "./dag-groups.ts";

const FACETS = { tags: { silver: 1, gold: 3 }, owners: { sato: 4 }, folders: { "": 2, etl: 2 } };

test("groups stand by their names, those without one last", () => {
  expect(groupsOf("tag", FACETS).map(({ value }) => value)).toEqual(["gold", "silver"]);
  expect(groupsOf("folder", FACETS)).toEqual([
    { value: "etl", count: 2 },
    { value: "", count: 2 },
  ]);
});

test("a group asks for what the list asks for, and its own value", () => {
  // Beside the tags that the list asks for: a DAG of two tags is in the group of each.
  const asked = { q: "x", tags: ["daily", "core"], tags_match_mode: "any" } as const;
  expect(searchOfGroup(asked, "tag", "gold")).toEqual({ ...asked, tag: "gold" });
  expect(searchOfGroup({}, "tag", "")).toEqual({ tag: "" });
  expect(searchOfGroup({ owners: ["a", "b"] }, "owner", "a")).toEqual({ owners: ["a"] });
  expect(searchOfGroup({}, "folder", "etl")).toEqual({ folder: "etl" });
});
