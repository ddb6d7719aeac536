import fc from "fast-check";
import { expect, test } from "vitest";
import { isLikePattern } from "./like.ts";

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
