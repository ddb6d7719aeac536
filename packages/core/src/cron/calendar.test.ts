import fc from "fast-check";
import { expect, test } from "vitest";
import { Temporal } from "../temporal.ts";
import { daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from "./calendar.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");

test("day numbers, weekdays and lengths of months are those of the Gregorian calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (dayNumber) => {
      const date = EPOCH.add({ days: dayNumber });
      expect(fromDayNumber(dayNumber)).toEqual({ year: date.year, month: date.month, day: date.day });
      expect(toDayNumber(date.year, date.month, date.day)).toBe(dayNumber);
      expect(weekdayOf(dayNumber)).toBe(date.dayOfWeek % 7);
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
    }),
  );
});
