import { formatInstant, Temporal } from "@momiji/core";
import { expect, test } from "vitest";
import { checkTimezone, type InstantInput, readInstant } from "./wall-time.ts";

const read = (input: InstantInput, timezone = "Asia/Tokyo"): string =>
  formatInstant(readInstant(input, timezone, "here"));

test.each<[string, InstantInput, string]>([
  ["wall time", "2022-09-14T14:04", "2022-09-14T05:04:00+00:00"],
  ["a date is its midnight", "2022-09-14", "2022-09-13T15:00:00+00:00"],
  ["an instant in UTC", "2022-09-14T14:04Z", "2022-09-14T14:04:00+00:00"],
  ["an instant with an offset", "2022-09-14T14:04:00.5+02:00", "2022-09-14T12:04:00.500000+00:00"],
  ["an instant as templates print it", "2022-09-14 14:04:00+02:00", "2022-09-14T12:04:00+00:00"],
  ["wall time with a space", "2022-09-14 14:04", "2022-09-14T05:04:00+00:00"],
  ["an instant with its zone", "2022-09-14T14:04+09:00[Asia/Tokyo]", "2022-09-14T05:04:00+00:00"],
  ["a PlainDateTime", Temporal.PlainDateTime.from("2022-09-14T14:04"), "2022-09-14T05:04:00+00:00"],
  ["a PlainDate", Temporal.PlainDate.from("2022-09-14"), "2022-09-13T15:00:00+00:00"],
  ["a ZonedDateTime", Temporal.ZonedDateTime.from("2022-09-14T14:04[UTC]"), "2022-09-14T14:04:00+00:00"],
  ["an Instant", Temporal.Instant.from("2022-09-14T14:04Z"), "2022-09-14T14:04:00+00:00"],
])("%s", (_what, input, expected) => {
  expect(read(input)).toBe(expected);
});

test("a wall time that the change of clocks leaves out moves forward, one that comes twice is the first", () => {
  expect(read("2026-03-08T02:30", "America/New_York")).toBe("2026-03-08T07:30:00+00:00");
  expect(read("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00+00:00");
});

test.each(["14:04", "", "tomorrow", "2022-09-14T25:00", new Date(0) as never])("%s is no date", (input) => {
  expect(() => read(input)).toThrow("here: ");
  expect(() => read(input)).toThrow("is no date; write a wall time such as");
});

test.each(["Mars/Olympus", "+09:00", "", 9])("%s is no time zone", (timezone) => {
  expect(() => checkTimezone(timezone, "here")).toThrow("is no time zone; use an IANA name");
});

test("a date of the years that Python knows is taken, its very last one as the end of time", () => {
  expect(read("0001-01-01", "UTC")).toBe("0001-01-01T00:00:00+00:00");
  expect(read("9999-12-31T23:59:59.999999Z", "UTC")).toBe("9999-12-31T23:59:59.999968+00:00");
  for (const input of ["+010000-01-02", "-000001-12-31", "+275760-09-12T00:00:00Z"])
    expect(() => readInstant(input, "UTC", "here")).toThrow(
      `here: ${JSON.stringify(input)} is not in the years 1 to 9999`,
    );
});
