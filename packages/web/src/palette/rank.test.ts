import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { likeliest } from "./rank.ts";

const named = (...names: readonly string[]) => names.map((name) => ({ name, folded: fold(name) }));
const find = (names: readonly string[], typed: string) =>
  likeliest(named(...names), fold(typed).split(/\s+/), 10).map(({ item }) => item.name);

test("a beginning comes before a part, a part before something inside", () => {
  expect(find(["unloaded", "etl_load", "load", "load_orders"], "load")).toEqual([
    "load",
    "load_orders",
    "etl_load",
    "unloaded",
  ]);
});

test("what belongs to the open page comes before its like elsewhere", () => {
  const own = { name: "mine", folded: "report nightly_report", isHere: true as const };
  const others = named("report approval");
  expect(likeliest([...others, own], ["rep"], 1)).toMatchObject([{ item: own }]);
});

test("all words must be there, in any order", () => {
  expect(find(["nightly_report", "nightly_sales"], "sales nightly")).toEqual(["nightly_sales"]);
});

test("a few letters in order are enough, but not two of them", () => {
  expect(find(["nightly_report"], "ngrp")).toEqual(["nightly_report"]);
  expect(find(["nightly_report"], "nr")).toEqual([]);
});

test.each([
  ["売上データ", "ﾃﾞｰﾀ"],
  ["売上データ", "でーた"],
  ["ＡＢＣ集計", "abc"],
])("%s is found by %s", (name, typed) => expect(find([name], typed)).toEqual([name]));

test("five thousand names are searched much faster than one can type", () => {
  const items = named(...Array.from({ length: 5000 }, (_, at) => `team_${at % 50}_pipeline_${at}_daily_report`));
  const before = performance.now();
  for (const typed of ["t", "te", "tea", "pip 49", "dlrp", "zzzz"]) likeliest(items, typed.split(" "), 20);
  // Six keys; on an idle machine some ten milliseconds.
  expect(performance.now() - before).toBeLessThan(1500);
});
