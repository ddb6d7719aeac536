import fc from "fast-check";
import { expect, test } from "vitest";
import { allRows, chosenRows, placeOf } from "./rows.ts";

test("of a whole log each row is a line", () => {
  const rows = allRows(1_000_000);
  expect([rows.count, rows.numberAt(499_999), rows.rowOf(500_000)]).toEqual([1_000_000, 500_000, 499_999]);
});

test("a folded group is one row, which stands for all its lines", () => {
  // Line 3 opens the group, 4 to 6 are folded.
  const rows = allRows(8, [{ from: 4, to: 6 }]);
  expect(Array.from({ length: rows.count }, (_, row) => rows.numberAt(row))).toEqual([1, 2, 3, 7, 8]);
  expect([3, 4, 6, 7].map((number) => rows.rowOf(number))).toEqual([2, 2, 2, 3]);
});

test("rows and lines lead to each other, whatever is folded", () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 8 });
  fc.assert(
    fc.property(lengths, (parts) => {
      let at = 0;
      const hidden = parts.map(([shown, folded]) => {
        const from = at + shown + 1;
        at += shown + folded;
        return { from, to: at };
      });
      const rows = allRows(at + 5, hidden);
      const numbers = Array.from({ length: rows.count }, (_, row) => rows.numberAt(row));
      const isHidden = (number: number): boolean => hidden.some(({ from, to }) => from <= number && number <= to);
      expect(numbers).toEqual(Array.from({ length: at + 5 }, (_, n) => n + 1).filter((number) => !isHidden(number)));
      for (const [row, number] of numbers.entries()) expect(rows.rowOf(number)).toBe(row);
    }),
  );
});

test("of chosen lines a line that is not among them leads to the next one", () => {
  const rows = chosenRows([3, 7, 20]);
  expect([rows.numberAt(1), rows.rowOf(7), rows.rowOf(8), rows.rowOf(99)]).toEqual([7, 1, 2, 2]);
  expect(placeOf([3, 7, 20], 8)).toBe(2);
});
