import { expect, test } from "vitest";
import { structureChanges } from "./structure.ts";

test("lists what came, went and changed, tasks first", () => {
  const changes = structureChanges({
    added: ["audit"],
    removed: ["old"],
    changed: [{ taskId: "load", fields: ["command", "retries"] }],
    edges: { added: [["load", "audit"]], removed: [] },
    params: { added: [], removed: ["day"], changed: [] },
    dag: ["schedule"],
  });
  expect(changes.map(({ about, kind, name }) => `${about} ${kind} ${name}`)).toEqual([
    "tasks added audit",
    "tasks removed old",
    "tasks changed load",
    "edges added load → audit",
    "params removed day",
    "dag changed schedule",
  ]);
  expect(changes[2]?.fields).toEqual(["command", "retries"]);
});
