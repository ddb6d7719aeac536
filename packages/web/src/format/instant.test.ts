import { expect, test } from "vitest";
import { briefDate, instantText, readInstant, writeInstant } from "./instant.ts";

const at = (text: string): number => readInstant(text) ?? Number.NaN;

test.each([
  ["2026-11-21T18:12:05.123456Z", "Asia/Tokyo", "2026-11-22 03:12:05 JST"],
  ["2026-11-21T18:12:05Z", "UTC", "2026-11-21 18:12:05 UTC"],
  ["2026-07-01T00:00:00Z", "Europe/Berlin", "2026-07-01 02:00:00 CEST"],
  ["2026-12-01T00:00:00Z", "Europe/Berlin", "2026-12-01 01:00:00 CET"],
  ["2026-12-01T00:00:00Z", "America/New_York", "2026-11-30 19:00:00 EST"],
  ["2026-12-01T00:00:00Z", "Asia/Kathmandu", "2026-12-01 05:45:00 +05:45"],
  ["2026-11-30T15:00:00Z", "Asia/Tokyo", "2026-12-01 00:00:00 JST"],
])("%s in %s is %s", (text, zone, written) => {
  expect(instantText(at(text), zone)).toBe(written);
});

test("the hour that comes twice at the end of summer time is told apart by its zone", () => {
  const first = writeInstant(at("2026-10-25T00:30:00Z"), "Europe/Berlin");
  const second = writeInstant(at("2026-10-25T01:30:00Z"), "Europe/Berlin");
  expect([first.time, first.zone]).toEqual(["02:30:00", "CEST"]);
  expect([second.time, second.zone]).toEqual(["02:30:00", "CET"]);
});

test("the year is left out where it is that of the reader, in the reader's zone", () => {
  const inTokyo = (text: string) => writeInstant(at(text), "Asia/Tokyo");
  const reader = inTokyo("2026-12-31T14:59:00Z");
  expect(briefDate(inTokyo("2026-01-02T00:00:00Z"), reader)).toBe("01-02");
  expect(briefDate(inTokyo("2025-01-02T00:00:00Z"), reader)).toBe("2025-01-02");
  expect(briefDate(inTokyo("2026-12-31T15:00:00Z"), reader)).toBe("2027-01-01");
});

test("what is no instant is none", () => {
  expect([readInstant(null), readInstant(undefined), readInstant("soon")]).toEqual([null, null, null]);
});
