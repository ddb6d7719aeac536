import { expect, test } from "vitest";
import { readLineRange, withLine, writeLineRange } from "./line-range.ts";

test.each([
  ["120", { from: 120, to: 120 }],
  ["120-131", { from: 120, to: 131 }],
  ["131-120", { from: 120, to: 131 }],
])("%s is a range of lines", (text, range) => {
  expect(readLineRange(text)).toEqual(range);
});

test.each([undefined, "", "0", "-3", "a", "1-2-3", "1e9"])("%s is none", (text) => {
  expect(readLineRange(text)).toBeNull();
});

test("a range is written as short as it can be", () => {
  expect([writeLineRange({ from: 7, to: 7 }), writeLineRange({ from: 7, to: 9 })]).toEqual(["7", "7-9"]);
});

test("with shift a click takes in everything from the line that was chosen", () => {
  const one = withLine(null, 10, true);
  expect(withLine(one, 14, true)).toEqual({ from: 10, to: 14 });
  expect(withLine(one, 4, true)).toEqual({ from: 4, to: 10 });
  expect(withLine({ from: 4, to: 10 }, 7, false)).toEqual({ from: 7, to: 7 });
});
