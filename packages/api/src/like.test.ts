import fc from "fast-check";
import { expect, test } from "vitest";
import { isLikePattern, isMatched } from "./like.ts";

test("matches as a regular expression of the same meaning does", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "B", "%", "_", ".", "*", "é"), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, (text, pattern) => {
      const words: { [letter: string]: string } = { "%": ".*", _: "." };
      const source = Array.from(pattern, (letter) => words[letter] ?? RegExp.escape(letter)).join("");
      expect(isLikePattern(text, pattern)).toBe(new RegExp(`^${source}$`, "isu").test(text));
    }),
  );
});

test("takes no longer for a pattern that is made to take long", () => {
  expect(isLikePattern("a".repeat(5000), `${"%a".repeat(500)}%b`)).toBe(false);
});

test.each([
  [{ pattern: "ORD" }, true],
  [{ pattern: "o_d%s" }, true],
  [{ pattern: "none|der" }, true],
  [{ pattern: "none | users" }, false],
  [{ pattern: "~" }, true],
  [{ pattern: "" }, true],
  [{ prefix: "ord" }, true],
  [{ prefix: "Ord" }, false],
  [{ prefix: "x|ord%" }, true],
  [{ prefix: "rders" }, false],
  [{ pattern: "ers", prefix: "x" }, false],
  [undefined, true],
])("finds orders by %o: %s", (match, isFound) => expect(isMatched("orders", match)).toBe(isFound));
