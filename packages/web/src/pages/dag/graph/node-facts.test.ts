import { expect, test } from "vitest";
import { edgeKind, factsOf, withBeside } from "./node-facts.ts";
import type { Structure } from "./graph-query.ts";
import type { Gantt } from "../gantt/gantt-query.ts";

type Tries = Gantt["rows"][number]["tries"];

const rows: Structure["rows"] = [
  { id: "stage", kind: "group", depth: 0, parent: -1, children: 2 },
  { id: "stage.load", kind: "mapped", depth: 1, parent: 0 },
  { id: "stage.check", kind: "task", depth: 1, parent: 0 },
  { id: "mart", kind: "task", depth: 0, parent: -1 },
  { id: "report", kind: "task", depth: 0, parent: -1 },
];
const instance = (id: string, m: number, ...tries: Tries) => ({ id, m, state: tries.at(-1)?.[1] ?? null, tries });
const gantt = {
  rows: [
    instance("stage.load", 0, [1, "success", 0, 0, 1000, 3000]),
    instance("stage.load", 1, [1, "failed", 0, 0, 1500, 2000], [2, "failed", 0, 0, 4000, 5000]),
    instance("stage.check", -1, [1, "success", 0, 0, 100, 400]),
    { ...instance("mart", -1), state: "upstream_failed" },
    instance("report", -1),
  ],
};

test("a mapped task and a group say how many succeeded, and show the state that people must know of", () => {
  const facts = factsOf(rows, gantt);
  expect(facts.get("stage.load")).toMatchObject({
    state: "failed",
    counts: { done: 1, all: 2 },
    tries: 2,
    millis: 4000,
  });
  expect(facts.get("stage")).toMatchObject({ state: "failed", counts: { done: 2, all: 3 } });
  expect(facts.get("stage.check")).toMatchObject({ state: "success", counts: null, tries: 1, millis: 300 });
  expect(facts.get("mart")).toMatchObject({ state: "upstream_failed", tries: 0 });
  expect(facts.get("report")).toMatchObject({ state: "none", millis: null });
});

test("of another run that is compared only the states that differ are told", () => {
  const other = { rows: [instance("stage.check", -1), { ...instance("mart", -1), state: "upstream_failed" }] };
  const facts = withBeside(factsOf(rows, gantt), factsOf(rows, other));
  expect(rows.map(({ id }) => facts.get(id)?.beside)).toEqual(["none", null, "none", null, null]);
});

test("without a run there is no state", () => {
  expect(factsOf(rows, undefined).get("mart")?.state).toBeNull();
});

test("edges say what made what fail, and which branch was not taken", () => {
  const state = (...states: readonly ("success" | "failed" | "upstream_failed" | "skipped")[]) =>
    new Map(
      states.map((each, at) => [String(at), { state: each, counts: null, tries: 1, millis: null, beside: null }]),
    );
  expect(edgeKind(state("failed", "upstream_failed"), "0", "1")).toBe("cause");
  expect(edgeKind(state("success", "skipped"), "0", "1")).toBe("untaken");
  expect(edgeKind(state("skipped", "skipped"), "0", "1")).toBe("cause");
  expect(edgeKind(state("success", "upstream_failed"), "0", "1")).toBe("plain");
});
