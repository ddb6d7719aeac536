import { Temporal } from "@momiji/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deltaOf, secondsOf } from "./duration.ts";

test("units add up to seconds", () => {
  expect(secondsOf({ weeks: 1, days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, "x")).toBe(694_861.001);
  expect(secondsOf({ hours: 1.5 }, "x")).toBe(5_400);
  expect(secondsOf(Temporal.Duration.from("PT1H0.000001S"), "x")).toBe(3_600.000001);
});

test("a Temporal.Duration and an object with the same fields are the same", () => {
  const amount = fc.integer({ min: 0, max: 10_000 });
  const fields = fc.record({
    weeks: amount,
    days: amount,
    hours: amount,
    minutes: amount,
    seconds: amount,
    milliseconds: amount,
  });
  fc.assert(
    fc.property(fields, (duration) => {
      expect(secondsOf(Temporal.Duration.from(duration), "x")).toBe(secondsOf(duration, "x"));
    }),
  );
});

test("only years and months make a delta one of the calendar", () => {
  expect(deltaOf({ days: 1 }, "x")).toEqual({ seconds: 86_400 });
  expect(deltaOf({ months: 1 }, "x")).toEqual({ calendar: { months: 1 } });
  expect(deltaOf(Temporal.Duration.from("P1Y2M3DT4H"), "x")).toEqual({
    calendar: { years: 1, months: 2, days: 3, hours: 4 },
  });
});

test.each([
  ["a number", () => secondsOf(300 as never, "here"), "here: must be a duration such as { minutes: 5 }, not 300"],
  ["an unknown unit", () => secondsOf({ min: 5 } as never, "here"), 'here: there is no option "min"'],
  [
    "months in a fixed duration",
    () => secondsOf(Temporal.Duration.from("P1M"), "here"),
    "here: months have no fixed length",
  ],
  ["a negative duration", () => secondsOf({ minutes: -1 }, "here"), "here: must be at least 0 s, not -60 s"],
  [
    "an amount that is no number",
    () => secondsOf({ minutes: "5" } as never, "here"),
    'here: minutes must be a number, not "5"',
  ],
  ["a schedule that stands still", () => deltaOf({}, "here"), "here: must be longer than 0 s"],
  ["half a month", () => deltaOf({ months: 0.5 }, "here"), "here: months must be a whole number"],
  [
    "a schedule that runs backwards",
    () => deltaOf({ months: 1, days: -1 }, "here"),
    "here: days must be a whole number above 0",
  ],
])("%s is refused", (_what, read, message) => {
  expect(read).toThrow(message);
});
