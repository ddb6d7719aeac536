import fc from "fast-check";
import { expect, test } from "vitest";
import { fromTemporal, parseInstant, SECOND, toTemporal } from "../instant.ts";
import { TimetableInvalid } from "../timetable.ts";
import { zoneNamed } from "./zone.ts";

const ZONES = [
  "UTC",
  "Asia/Tokyo",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "+05:30",
];

test("wall times and instants are those of Temporal, which takes the later one if the clocks were changed", () => {
  const second = fc.integer({
    min: parseInstant("1950-01-01T00:00:00Z") / SECOND,
    max: parseInstant("2080-01-01T00:00:00Z") / SECOND,
  });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), second, (name, at) => {
      const zone = zoneNamed(name);
      const time = toTemporal(at * SECOND);
      const local = time.toZonedDateTimeISO(name).toPlainDateTime();
      expect(zone.toWall(at * SECOND)).toBe(fromTemporal(local.toZonedDateTime("UTC").toInstant()));
      const asWall = time.toZonedDateTimeISO("UTC").toPlainDateTime();
      const later = asWall.toZonedDateTime(name, { disambiguation: "later" });
      expect(zone.toInstant(at * SECOND)).toBe(fromTemporal(later.toInstant()));
    }),
    { numRuns: 2000 },
  );
});

test("an unknown zone is refused by name", () => {
  expect(() => zoneNamed("Asia/Tokio")).toThrow(TimetableInvalid);
  expect(() => zoneNamed("Asia/Tokio")).toThrow('unknown time zone "Asia/Tokio"');
});
