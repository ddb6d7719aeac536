import fc from "fast-check";
import { expect, test } from "vitest";
import { Heights } from "./heights.ts";

test("rows that nobody measured are as high as usual", () => {
  const heights = new Heights(19);
  heights.count = 1_000_000;
  expect([heights.total, heights.topOf(500_000), heights.rowAt(19 * 77 + 5)]).toEqual([19_000_000, 9_500_000, 77]);
});

test("what was measured moves what is below, also when more rows come", () => {
  const measures = fc.array(fc.tuple(fc.nat(2999), fc.integer({ min: 1, max: 400 })), { maxLength: 40 });
  fc.assert(
    fc.property(measures, fc.integer({ min: 1, max: 3000 }), (given, first) => {
      const heights = new Heights(19);
      const plain = Array.from({ length: 3000 }, () => 19);
      heights.count = first;
      for (const [at, [row, height]] of given.entries()) {
        if (at === Math.floor(given.length / 2)) heights.count = 3000;
        const known = at >= Math.floor(given.length / 2) ? row : row % first;
        heights.measured(known, height);
        plain[known] = height;
      }
      heights.count = 3000;
      let top = 0;
      for (const [row, height] of plain.entries()) {
        expect(heights.topOf(row)).toBe(top);
        expect(heights.rowAt(top + height / 2)).toBe(row);
        top += height;
      }
      expect(heights.total).toBe(top);
    }),
    { numRuns: 20 },
  );
});
