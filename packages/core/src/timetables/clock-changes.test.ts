import { describe, expect, test } from "vitest";
import { isoZ, parseInstant, toTemporal } from "../instant.ts";
import type { DataInterval } from "../timetable.ts";
import { createTimetable } from "./create-timetable.ts";

/** The first ticks after a local time, as the clocks of the zone show them, with the offset. */
function ticks(cron: string, [timezone, from]: readonly [string, string], count: number): string[] {
  const timetable = createTimetable({ kind: "cron-trigger", crons: [cron], timezone }, { startDate: null });
  const start = parseInstant(from);
  const shown: string[] = [];
  let last: DataInterval = { start, end: start };
  while (shown.length < count) {
    const run = timetable.next(last, { earliest: null, latest: null, catchup: true }, start);
    if (run === null) break;
    const local = toTemporal(run.runAfter).toZonedDateTimeISO(timezone);
    shown.push(local.toString({ timeZoneName: "never", smallestUnit: "minute" }));
    last = run.dataInterval;
  }
  return shown;
}

describe("New York puts its clocks forward on 8 March 2026: 02:00 becomes 03:00", () => {
  const night = ["America/New_York", "2026-03-07T23:59:00-05:00"] as const;

  test("a daily run at 02:30, which the clocks do not show, comes an hour later that day only", () => {
    expect(ticks("30 2 * * *", night, 2)).toEqual(["2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00"]);
  });

  test("an hourly run goes on by elapsed time and loses no hour", () => {
    expect(ticks("0 1-23 * * *", night, 2)).toEqual(["2026-03-08T01:00-05:00", "2026-03-08T03:00-04:00"]);
    expect(ticks("0 * * * *", night, 4).slice(1)).toEqual([
      "2026-03-08T01:00-05:00",
      "2026-03-08T03:00-04:00",
      "2026-03-08T04:00-04:00",
    ]);
  });

  test("of several ticks in the missing hour the first is moved and the others fall behind it", () => {
    expect(ticks("*/20 1-2 * * *", night, 5).slice(2)).toEqual([
      "2026-03-08T01:40-05:00",
      "2026-03-08T03:00-04:00",
      "2026-03-09T01:00-04:00",
    ]);
  });
});

describe("New York puts its clocks back on 1 November 2026: 02:00 becomes 01:00", () => {
  const night = ["America/New_York", "2026-10-31T23:59:00-04:00"] as const;

  test("a daily run at 01:30, which the clocks show twice, comes once, the second time", () => {
    expect(ticks("30 1 * * *", night, 2)).toEqual(["2026-11-01T01:30-05:00", "2026-11-02T01:30-05:00"]);
  });

  test("an hourly run comes in both hours", () => {
    expect(ticks("30 * * * *", night, 3)).toEqual([
      "2026-11-01T00:30-04:00",
      "2026-11-01T01:30-04:00",
      "2026-11-01T01:30-05:00",
    ]);
  });
});

test("Lord Howe moves its clocks by half an hour, and an hourly interval schedule still goes on", () => {
  const schedule = { kind: "cron-interval", cron: "0 * * * *", timezone: "Australia/Lord_Howe" } as const;
  const timetable = createTimetable(schedule, { startDate: null });
  const earliest = parseInstant("2026-10-03T12:30:00Z");
  const runs = timetable.between(earliest, parseInstant("2026-10-03T18:00:00Z"), 10);
  expect(runs.map(({ dataInterval: { start, end } }) => `${isoZ(start)} to ${isoZ(end)}`)).toEqual([
    "2026-10-03T12:30:00Z to 2026-10-03T13:30:00Z",
    "2026-10-03T13:30:00Z to 2026-10-03T14:30:00Z",
    "2026-10-03T14:30:00Z to 2026-10-03T15:30:00Z",
    "2026-10-03T15:30:00Z to 2026-10-03T16:00:00Z",
    "2026-10-03T16:00:00Z to 2026-10-03T17:00:00Z",
    "2026-10-03T17:00:00Z to 2026-10-03T18:00:00Z",
    "2026-10-03T18:00:00Z to 2026-10-03T19:00:00Z",
  ]);
});

test("Samoa left out 30 December 2011; what was due that day comes a day later by the clock", () => {
  expect(ticks("0 12 * * *", ["Pacific/Apia", "2011-12-29T12:00:00-10:00"], 2)).toEqual([
    "2011-12-31T12:00+14:00",
    "2012-01-01T12:00+14:00",
  ]);
});

test("fixed intervals know nothing of clocks: one day stays 24 hours", () => {
  const timetable = createTimetable({ kind: "delta-interval", delta: { seconds: 86_400 } }, { startDate: null });
  const [, , third] = timetable.between(
    parseInstant("2026-03-07T02:00:00-05:00"),
    parseInstant("2026-03-12T00:00:00Z"),
    3,
  );
  expect(isoZ(third?.logicalDate ?? 0)).toBe("2026-03-09T07:00:00Z");
});
