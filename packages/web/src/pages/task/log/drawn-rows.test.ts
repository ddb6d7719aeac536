import { expect, test } from "vitest";
import { drawnRows } from "./drawn-rows.ts";

test("of a log that a browser can draw all rows are", () => {
  expect(drawnRows(1_000_000, 500_000)).toEqual({ first: 0, drawn: 1_000_000 });
});

test.each([
  [0, 0],
  [3_999_999, 2_500_000],
  [2_000_000, 1_250_000],
])("of four million the row %d is among those from %d on", (around, first) => {
  const rows = drawnRows(4_000_000, around);
  expect(rows).toEqual({ first, drawn: 1_500_000 });
  expect(around >= rows.first && around < rows.first + rows.drawn).toBe(true);
});
