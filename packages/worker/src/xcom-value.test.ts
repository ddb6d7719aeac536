import { expect, test } from "vitest";
import { xcomValue } from "./xcom-value.ts";

const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);

test("a value may have five hundred levels of lists and objects, and brackets in its texts", () => {
  const brackets = { text: `\\"${"[{".repeat(2_000)}`, list: Array.from({ length: 2_000 }, () => [{}]) };
  expect(xcomValue("it", brackets, 1 << 20)).toBe(brackets);
  expect(xcomValue("it", nested(500), 1 << 20)).toEqual(nested(500));
  expect(() => xcomValue("the return value", nested(501), 1 << 20)).toThrow(
    "the return value cannot be an XCom, since it has more than 500 levels of lists and objects",
  );
});

test("what is in a Map or a Set is not lost without a word", () => {
  expect(() => xcomValue("the return value", new Map([["a", 1]]), 1 << 20)).toThrow(
    "the return value cannot be an XCom, since it is no JSON: it has a Map; give Object.fromEntries(map)",
  );
  expect(() => xcomValue("it", { rows: [new Set([1])] }, 1 << 20)).toThrow("it has a Set; give [...set]");
});
