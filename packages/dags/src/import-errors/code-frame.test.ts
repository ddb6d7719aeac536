import { expect, test } from "vitest";
import { codeFrame } from "./code-frame.ts";

test("a frame shows two lines around and a caret under the place", () => {
  const text = "one\ntwo\nthree\nfour\nfive\nsix\n";
  expect(codeFrame({ file: "a.ts", text, line: 3, column: 4 })).toBe(
    ["a.ts:3:4", "  1 | one", "  2 | two", "> 3 | three", "    |    ^", "  4 | four", "  5 | five"].join("\n"),
  );
});

test("line numbers are aligned and the ends of the file are respected", () => {
  const text = Array.from({ length: 10 }, (_, index) => `line ${index + 1}`).join("\n");
  expect(codeFrame({ file: "a.ts", text, line: 10, column: 1 })).toBe(
    ["a.ts:10:1", "   8 | line 8", "   9 | line 9", "> 10 | line 10", "     | ^"].join("\n"),
  );
});

test("Windows line ends do not show", () => {
  expect(codeFrame({ file: "a.ts", text: "one\r\ntwo\r\n", line: 1, column: 1 })).not.toContain("\r");
});

test("a very long line is cut around the caret", () => {
  const text = `${"x".repeat(1_000_000)}!${"y".repeat(1_000_000)}`;
  const frame = codeFrame({ file: "a.ts", text, line: 1, column: 1_000_001 });
  expect(frame.length).toBeLessThan(400);
  const [, code = "", caret = ""] = frame.split("\n");
  expect(code[caret.indexOf("^")]).toBe("!");
});
