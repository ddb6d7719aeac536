import fc from "fast-check";
import { expect, test } from "vitest";
import { SecretSearch } from "./secret-search.ts";

/** The plain way: one alternative for each text, longer ones first. */
function plainly(texts: readonly string[], text: string): string {
  const ordered = [...texts].sort((a, b) => b.length - a.length);
  return ordered.length === 0 ? text : text.replace(new RegExp(ordered.map(RegExp.escape).join("|"), "g"), "***");
}

const letter = fc.constantFrom("a", "b", "c", "é", "\ud83d", "\ude00", "*");
const word = fc.array(letter, { minLength: 4, maxLength: 9 }).map((letters) => letters.join(""));

test("it finds what a regular expression finds, in few letters and many overlaps, whenever texts are added", () => {
  const line = fc.array(fc.oneof(letter, word), { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 4 }), line, (batches, filler) => {
      const search = new SecretSearch();
      const known: string[] = [];
      for (const batch of batches) {
        search.add(batch);
        known.push(...batch);
        const text = filler + known.join("ab") + filler;
        expect(search.replace(text, "***")).toBe(plainly(known, text));
      }
      expect(search.size).toBe(new Set(known).size);
    }),
    { numRuns: 1000 },
  );
});

test("texts longer than a window can be are found by their beginnings", () => {
  const search = new SecretSearch();
  const long = "x".repeat(300);
  search.add([`${long}1`, `${long}2`]);
  expect(search.replace(`a${long}2b${long}3${long}1`, "***")).toBe(`a***b${long}3***`);
});
