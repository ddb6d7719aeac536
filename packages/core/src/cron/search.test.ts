import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, isoZ, MINUTE, parseInstant, SECOND, toTemporal } from "../instant.ts";
import { parseCron } from "./parse-cron.ts";
import { nextTick, previousTick, type WallMicros } from "./search.ts";

function wall(text: string): WallMicros {
  return parseInstant(`${text}Z`);
}

function text(at: WallMicros | null): string | null {
  return at === null ? null : isoZ(at).replace(/(?::00)?Z$/, "");
}

describe("the next tick after noon on Friday 30 January 2026", () => {
  test.each([
    ["0 0 29 2 *", "2028-02-29T00:00"],
    ["0 0 31 * *", "2026-01-31T00:00"],
    ["0 0 31 4,6 *", null],
    ["0 0 31 2 *", null],
    ["0 0 L * *", "2026-01-31T00:00"],
    ["0 0 L 2 *", "2026-02-28T00:00"],
    ["0 0 15W 2 *", "2026-02-16T00:00"],
    ["0 0 1W 2,8 *", "2026-02-02T00:00"],
    ["0 0 31W 5 *", "2026-05-29T00:00"],
    ["0 0 * * 5#5", "2026-05-29T00:00"],
    ["0 0 * * L5", "2026-02-27T00:00"],
    ["0 0 13 * 5", "2026-02-06T00:00"],
    ["0 0 13 * ?", "2026-02-13T00:00"],
    ["59 23 * * *", "2026-01-30T23:59"],
    ["0 12 * * *", "2026-01-31T12:00"],
    ["* * * * * */20", "2026-01-30T12:00:20"],
    ["0 0 1 1 * 0 2030", "2030-01-01T00:00"],
    ["0 0 1 1 * 0 2025", null],
  ])("%s: %s", (cron, expected) => {
    expect(text(nextTick(parseCron(cron), wall("2026-01-30T12:00")))).toBe(expected);
  });
});

describe("the tick before noon on Friday 30 January 2026", () => {
  test.each([
    ["0 0 29 2 *", "2024-02-29T00:00"],
    ["0 12 * * *", "2026-01-29T12:00"],
    ["* * * * *", "2026-01-30T11:59"],
    ["0 0 L * *", "2025-12-31T00:00"],
    ["30 * * * 1", "2026-01-26T23:30"],
    ["0 0 1 1 * 0 2030", null],
  ])("%s: %s", (cron, expected) => {
    expect(text(previousTick(parseCron(cron), wall("2026-01-30T12:00")))).toBe(expected);
  });
});

test("a date that never comes costs no more than looking at the months of fifty years", () => {
  const never = parseCron("0 0 30 2 *");
  for (let round = 0; round < 1000; round++) expect(nextTick(never, round * DAY)).toBeNull();
});

/** Allowed values of one field; null: `*`. */
function field(min: number, max: number): fc.Arbitrary<number[] | null> {
  return fc.option(fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 }), { freq: 2 });
}

const FIELDS = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
type Fields = typeof FIELDS extends fc.Arbitrary<infer Value> ? Value : never;

/** What the fields mean, said as plainly as possible. */
function matches([minutes, hours, days, months, weekdays]: Fields, at: WallMicros): boolean {
  const time = toTemporal(at).toZonedDateTimeISO("UTC");
  const allows = (values: number[] | null, value: number): boolean => values === null || values.includes(value);
  const day = allows(days, time.day);
  const weekday = allows(weekdays, time.dayOfWeek % 7);
  const date = days === null || weekdays === null ? day && weekday : day || weekday;
  if (at % MINUTE !== 0) return false;
  return allows(minutes, time.minute) && allows(hours, time.hour) && date && allows(months, time.month);
}

/** The first match, minute by minute; null if there is none before the limit. */
function naive(fields: Fields, from: WallMicros, { step, limit }: { step: number; limit: number }): WallMicros | null {
  for (let at = from; Math.abs(at - from) < limit; at += step) if (matches(fields, at)) return at;
  return null;
}

test("both directions agree with stepping through the minutes of two days", () => {
  const start = fc.integer({ min: wall("2023-12-01T00:00") / MINUTE, max: wall("2024-04-01T00:00") / MINUTE });
  fc.assert(
    fc.property(FIELDS, start, (fields, minute) => {
      const cron = parseCron(fields.map((values) => values?.join(",") ?? "*").join(" "));
      const at = minute * MINUTE;
      for (const step of [MINUTE, -MINUTE]) {
        const found = step > 0 ? nextTick(cron, at) : previousTick(cron, at);
        const expected = naive(fields, at + step, { step, limit: 2 * DAY });
        const farther = found === null || (Math.abs(found - at) >= 2 * DAY && matches(fields, found));
        expect(expected === null ? farther : found === expected).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test("from any moment, the ticks on both sides of it are neighbours", () => {
  const second = fc.integer({ min: wall("1960-01-01T00:00") / SECOND, max: wall("2090-01-01T00:00") / SECOND });
  const moment = fc.oneof(
    second.map((at) => at * SECOND + 1),
    second.map((at) => Math.floor(at / 60) * MINUTE),
  );
  fc.assert(
    fc.property(FIELDS, moment, (fields, at) => {
      const cron = parseCron(fields.map((values) => values?.join(",") ?? "*").join(" "));
      const next = nextTick(cron, at);
      const previous = previousTick(cron, at);
      if (next === null || previous === null) return;
      expect(previous).toBeLessThan(at);
      expect(next).toBeGreaterThan(at);
      const middle = matches(fields, at) ? at : next;
      expect(nextTick(cron, previous)).toBe(middle);
      expect(previousTick(cron, next)).toBe(matches(fields, at) ? at : previous);
    }),
    { numRuns: 500 },
  );
});
