import { expect, test } from "vitest";
import { allWords } from "../i18n/words.testing.ts";
import { missingRightOf, problemWords } from "./problem-words.ts";

const en = (await allWords("en")).getFixedT("en", "problem");
const ja = (await allWords("ja")).getFixedT("ja", "problem");

test("an error of the server is told by its code, with what to do", () => {
  expect(problemWords("pool_exists", en)).toEqual({
    words: "A pool with this name exists already.",
    remedy: "Change that one, or choose another name.",
  });
  expect(problemWords("pool_exists", ja)?.words).toBe("同じ名前のプールがすでに存在します。");
});

test("what needs no more words has no remedy, and what has none here is told in the server's", () => {
  expect(problemWords("pool_not_found", ja)).toEqual({ words: "そのプールは見つかりません。", remedy: null });
  expect(problemWords("of_tomorrow", ja)).toBeNull();
  expect(problemWords(undefined, ja)).toBeNull();
});

test("the right that is missing is read from what the server advises", () => {
  const advice = "ask an administrator for a role that allows it (can_read on DAG:a.b); `momiji roles list` shows more";
  expect(missingRightOf(advice)).toBe("can_read on DAG:a.b");
  expect(missingRightOf("ask an administrator for a role that allows it; `momiji roles list` shows more")).toBeNull();
  expect(missingRightOf(undefined)).toBeNull();
});
