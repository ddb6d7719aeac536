import { expect, test } from "vitest";
import { drawnLines } from "./drawn-lines.ts";

test("of a log that a browser can draw all lines are", () => {
  expect(drawnLines(1_000_000, 500_000)).toEqual({ first: 1, drawn: 1_000_000 });
});

test.each([
  [1, 1],
  [4_000_000, 2_500_001],
  [2_000_000, 1_250_000],
])("of four million the line %d is among those from %d on", (around, first) => {
  const lines = drawnLines(4_000_000, around);
  expect(lines).toEqual({ first, drawn: 1_500_000 });
  expect(around >= lines.first && around < lines.first + lines.drawn).toBe(true);
});
