import { describe, expect, test } from "vitest";
import { parseInstant } from "../instant.ts";
import { TimetableInvalid } from "../timetable.ts";
import { parseCron } from "./parse-cron.ts";
import { nextTick } from "./search.ts";

const BEFORE_2026 = parseInstant("2026-01-01T00:00:00Z") - 1;

/** The first ticks of 2026, which is all that a cron means. */
function ticksOf(cron: string, count = 40): number[] {
  const parsed = parseCron(cron);
  const ticks: number[] = [];
  for (let at: number | null = BEFORE_2026; ticks.length < count; ticks.push(at)) {
    at = nextTick(parsed, at);
    if (at === null) break;
  }
  return ticks;
}

describe("two ways to write the same", () => {
  test.each([
    ["22-2 as a range that passes midnight", "0 22-2 * * *", "0 22,23,0,1,2 * * *"],
    ["names in any letters", "0 0 * JAN,Mar sAt-mon", "0 0 * 1,3 6,0,1"],
    ["7 and 0 for Sunday", "0 0 * * 7", "0 0 * * 0"],
    ["a week from Monday to 7", "0 0 * * 1-7", "0 0 * * *"],
    ["a value with a step runs to the end", "5/15 * * * *", "5,20,35,50 * * * *"],
    ["the highest value with a step stands alone", "59/15 * * * *", "59 * * * *"],
    ["a range of one value is the whole field", "5-5 * * * *", "* * * * *"],
    ["a step longer than its range", "10-20/99 * * * *", "10 * * * *"],
    ["steps that wrap around", "0 0 1 apr-jan/3 *", "0 0 1 4,7,10,1 *"],
    ["? and *", "0 0 ? * ?", "0 0 * * *"],
    ["10-L and 10-31", "0 0 10-L * *", "0 0 10-31 * *"],
    ["presets", "@weekly", "0 0 * * 0"],
    ["presets in capital letters", "@MIDNIGHT", "0 0 * * *"],
    ["spaces around and between", " 0\t5 *  * *\n", "0 5 * * *"],
    ["fields that list everything", "0-59 0-23 1-31 1-12 0-6", "* * * * *"],
    ["seconds that are zero", "30 9 * * * 0", "30 9 * * *"],
  ])("%s", (_, one, other) => {
    expect(ticksOf(one)).toEqual(ticksOf(other));
  });
});

describe("a refused cron says which field is wrong", () => {
  test.each([
    ["60 * * * *", "minute 60 is out of range"],
    ["* 24 * * *", "hour 24 is out of range"],
    ["* * 0 * *", "day of month 0 is out of range"],
    ["* * * 13 *", "month 13 is out of range"],
    ["* * * * 8", "day of week 8 is out of range"],
    ["0 30 9 * * *", "the seconds are the sixth field"],
    ["0 0 * * * * 1969", "year 1969 is out of range"],
    ["*/0 * * * *", "the minute field: the step must not be 0"],
    ["-1 * * * *", 'the minute field: "-1" is negative'],
    ["* * * january *", 'the month field: cannot read "january"'],
    ["? * * * *", "the minute field"],
    ["* * * * mon#6", "no week of a month"],
    ["* * * * 1,5#2", "cannot be mixed"],
    ["0 0 15W,3 * *", '"W" may only stand with one day'],
    ["H * * * *", '"H" is not supported in the minute field'],
    ["1/2/3 * * * *", 'cannot read "1/2/3"'],
    ["* * * *", "it has 4 of the fields"],
    ["@every 5m", "there is no such preset"],
    ["@onec", "and besides cron @once and @continuous"],
    ["", "it has 0 of the fields"],
  ])("%s", (cron, part) => {
    expect(() => parseCron(cron)).toThrow(TimetableInvalid);
    expect(() => parseCron(cron)).toThrow(part);
  });
});

test("R picks a value, and the same one whenever it is read", () => {
  expect(ticksOf("R R(3-5) * * *")).toEqual(ticksOf("R R(3-5) * * *"));
  const hours = new Set(ticksOf("0 R(3-5) * * *").map((tick) => (tick / 3_600_000_000) % 24));
  expect(hours.size).toBe(1);
  expect([3, 4, 5]).toContain([...hours][0]);
});
