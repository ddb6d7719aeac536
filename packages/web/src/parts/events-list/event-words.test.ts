import { expect, test } from "vitest";
import words from "../../i18n/en/admin.json" with { type: "json" };
import { detailsOf } from "./event-diff.ts";
import { addressOf, factsOf, KNOWN_EVENTS, subjectOf, meansOf } from "./event-words.ts";

test("every known act has words", () => {
  expect(Object.keys(words.events.did).toSorted()).toEqual([...KNOWN_EVENTS].toSorted());
});

test("an act on a setting names it, whether it stands in the path or in the body", () => {
  expect(subjectOf("patch_pool", { pool_name: "tiny" })).toEqual({ kind: "pool", name: "tiny" });
  expect(subjectOf("post_variable", { body: { key: "v" } })).toEqual({ kind: "variable", name: "v" });
  expect(subjectOf("trigger_dag_run", { run: 1 })).toBeNull();
});

test("what was noted is read as JSON, and other text is kept as it is", () => {
  expect(factsOf({ extra: '{"from":"::1"}' })).toEqual({ from: "::1" });
  expect(factsOf({ extra: "('a', 1)" })).toEqual({ text: "('a', 1)" });
  expect(factsOf({ extra: null })).toEqual({});
  expect(addressOf({ from: "" })).toBeNull();
  expect(["token", "local", "session", undefined].map((how) => meansOf({ how }))).toEqual([
    "token",
    "local",
    null,
    null,
  ]);
});

test("details show what became another, and leave out what stayed", () => {
  const facts = { before: { slots: 2, name: "a" }, after: { slots: 4, name: "a" }, body: { slots: 4 }, from: "::1" };
  expect(detailsOf(facts)).toEqual([{ name: "slots", before: "2", after: "4" }]);
});

test("of lists they show what went and what came, and of the rest what was asked for", () => {
  expect(detailsOf({ before: ["a", "b"], after: ["b", "c"] })).toEqual([
    { name: "", before: "a" },
    { name: "", after: "c" },
  ]);
  expect(detailsOf({ body: { state: "failed", note: null }, id: 3 })).toEqual([
    { name: "state", after: "failed" },
    { name: "id", after: "3" },
  ]);
});
