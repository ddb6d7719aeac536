import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTicks } from "./ticks.ts";

const HOUR = 3_600_000;

test("a day has its marks at whole hours of the zone", () => {
  const from = Date.UTC(2026, 10, 21, 22, 41);
  const ahead = 9 * HOUR;
  const hours = roundTicks({ from, to: from + 24 * HOUR }, 6, -ahead).map((at) => new Date(at + ahead).toISOString());
  expect(hours.map((text) => text.slice(11, 16))).toEqual(["12:00", "18:00", "00:00", "06:00"]);
});

test("what takes a second is divided by two hundred milliseconds", () =>
  expect(roundTicks({ from: 0, to: 1_022 }, 7)).toEqual([0, 200, 400, 600, 800, 1_000]));

test("marks are inside, evenly apart, and not too many", () =>
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 1e12 }),
      fc.integer({ min: 2, max: 12 }),
      (from, length, most) => {
        const ticks = roundTicks({ from, to: from + length }, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks.every((at) => at >= from && at < from + length)).toBe(true);
        const gaps = new Set(ticks.slice(1).map((at, index) => Math.round(at - (ticks[index] ?? 0))));
        expect(gaps.size).toBeLessThanOrEqual(1);
      },
    ),
  ));
