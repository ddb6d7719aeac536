import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks } from "./axis-ticks.ts";

const HOUR = 3_600_000;
const DAY = { from: Date.UTC(2026, 10, 21, 22, 41), to: Date.UTC(2026, 10, 22, 22, 41) };
const LETTERS = "11-22 03:00 JST".length;
const hoursOf = (width: number) =>
  axisTicks(DAY, { width, letters: LETTERS }, 0).map((at) => new Date(at).toISOString().slice(11, 13));

test("where there is room an axis has more marks", () => {
  expect(hoursOf(1200)).toEqual(["00", "03", "06", "09", "12", "15", "18"]);
  expect(hoursOf(540)).toEqual(["00", "06", "12"]);
  expect(hoursOf(200)).toEqual(["22"]);
  expect(hoursOf(0)).toEqual([]);
});

test("no words of a mark stand over those of the next, nor beyond the end", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: 10, max: 24 }),
      fc.integer({ min: 1, max: 31 * 24 }),
      (width, letters, hours) => {
        const { from } = DAY;
        const to = from + hours * HOUR;
        const places = axisTicks({ from, to }, { width, letters }, 0).map((at) => ((at - from) / (to - from)) * width);
        const least = letters * 7.5;
        expect(places.every((at, index) => index === 0 || at - (places[index - 1] ?? 0) >= least)).toBe(true);
        if (places.length > 1) expect(width - (places.at(-1) ?? 0)).toBeGreaterThanOrEqual(least);
      },
    ),
  ));
