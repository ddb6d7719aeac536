import fc from "fast-check";
import { expect, test } from "vitest";
import { civilOf, wallOf } from "./civil.ts";
import { PendulumDateTime } from "./pendulum.ts";
import { namedZone, UTC } from "./zone.ts";

const ZONES = ["UTC", "Asia/Tokyo", "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/St_Johns"];

/** From 1970 to 2200. */
const instants = fc.bigInt({ min: 0n, max: 7_258_118_400_000_000n });

test("fields and wall times are two forms of the same", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n }), (wall) => {
      expect(wallOf(civilOf(wall))).toBe(wall);
    }),
  );
});

test("an instant survives a journey through any zone", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
      expect(PendulumDateTime.of(instant, namedZone(zone)).inZone(UTC).wall).toBe(instant);
    }),
  );
});

test("a time that the clocks skip moves to after the gap", () => {
  const skipped = wallOf({ year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: 0, microsecond: 0 });
  expect(PendulumDateTime.at(skipped, namedZone("America/New_York")).isoFormat("T")).toBe("2026-03-08T03:30:00-04:00");
});

test("a time that comes twice is the later one, as in pendulum", () => {
  const twice = wallOf({ year: 2026, month: 11, day: 1, hour: 1, minute: 30, second: 0, microsecond: 0 });
  const zone = namedZone("America/New_York");
  expect(PendulumDateTime.at(twice, zone).isoFormat("T")).toBe("2026-11-01T01:30:00-05:00");
  expect(PendulumDateTime.at(twice, zone, 0).isoFormat("T")).toBe("2026-11-01T01:30:00-04:00");
});
