import { expect, test } from "vitest";
import { partsOf, soughtIn } from "./marked-parts.ts";

test("what is sought is marked in whichever case, everywhere in the line", () => {
  expect(partsOf("an Error, no error", soughtIn("error", false))).toEqual([
    { text: "an ", isSought: false },
    { text: "Error", isSought: true },
    { text: ", no ", isSought: false },
    { text: "error", isSought: true },
  ]);
});

test("signs of patterns are themselves unless a pattern is meant", () => {
  expect(partsOf("a.b axb", soughtIn("a.b", false)).filter(({ isSought }) => isSought)).toHaveLength(1);
  expect(partsOf("a.b axb", soughtIn("a.b", true)).filter(({ isSought }) => isSought)).toHaveLength(2);
});

test("what is no pattern, or finds nothing, marks nothing", () => {
  expect(soughtIn("(", true)).toBeNull();
  expect(partsOf("abc", soughtIn("x*", true))).toEqual([{ text: "abc", isSought: false }]);
  expect(partsOf("", null)).toEqual([{ text: "", isSought: false }]);
});
