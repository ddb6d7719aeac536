import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScheduleSpec } from "../dag-spec.ts";
import { parseInstant, SECOND } from "../instant.ts";
import { type DataInterval, type TimeRestriction, TimetableInvalid } from "../timetable.ts";
import { createTimetable, validateSchedule } from "./create-timetable.ts";

const ALWAYS: TimeRestriction = { earliest: null, latest: null, catchup: true };

describe("a schedule that cannot be run", () => {
  test.each<[string, ScheduleSpec, string]>([
    ["a bad cron", { kind: "cron-interval", cron: "61 * * * *", timezone: "UTC" }, 'cron "61 * * * *": minute 61'],
    [
      "one bad cron of two",
      { kind: "cron-trigger", crons: ["@daily", "x * * * *"], timezone: "UTC" },
      'cron "x * * * *"',
    ],
    ["no cron at all", { kind: "cron-trigger", crons: [], timezone: "UTC" }, "at least one cron"],
    ["an unknown zone", { kind: "cron-interval", cron: "@daily", timezone: "Mars/Olympus" }, '"Mars/Olympus"'],
    ["an interval of nothing", { kind: "delta-interval", delta: { seconds: 0 } }, "must be positive"],
    ["an interval that is no number", { kind: "delta-interval", delta: { seconds: Number.NaN } }, "must be positive"],
    ["a step back", { kind: "delta-trigger", delta: { calendar: { days: -1 } } }, "must be positive"],
    [
      "a month less 29 days",
      { kind: "delta-trigger", delta: { calendar: { months: 1, days: -29 } } },
      "must be positive",
    ],
    ["half a month", { kind: "delta-trigger", delta: { calendar: { months: 0.5 } } }, "whole numbers"],
    ["a negative data interval", { kind: "delta-trigger", delta: { seconds: 1 }, intervalSeconds: -1 }, "-1 s"],
    ["an event without an offset", { kind: "events", instants: ["2026-05-01T10:00"] }, '"2026-05-01T10:00"'],
  ])("%s is refused in words", (_, schedule, part) => {
    expect(validateSchedule(schedule)).toContain(part);
    expect(() => createTimetable(schedule, { startDate: null })).toThrow(TimetableInvalid);
  });
});

test.each<[ScheduleSpec, string, string]>([
  [{ kind: "none" }, "None", "Never, external triggers only"],
  [{ kind: "once" }, "@once", "Once, as soon as possible"],
  [{ kind: "continuous" }, "@continuous", "As frequently as possible, but only one run at a time."],
  [{ kind: "cron-interval", cron: "@daily", timezone: "UTC" }, "0 0 * * *", "At 00:00"],
  [
    { kind: "cron-trigger", crons: ["@hourly", "0 3 * * *"], timezone: "UTC" },
    "0 * * * *, 0 3 * * *",
    "Every hour, At 03:00",
  ],
  [{ kind: "delta-interval", delta: { seconds: 180 } }, "0:03:00", ""],
  [{ kind: "delta-interval", delta: { seconds: 86_400 } }, "1 day, 0:00:00", ""],
  [{ kind: "delta-trigger", delta: { seconds: 176_400.5 } }, "2 days, 1:00:00.500000", ""],
  [
    { kind: "delta-trigger", delta: { calendar: { months: 13, hours: 25 } } },
    "relativedelta(years=+1, months=+1, days=+1, hours=+1)",
    "",
  ],
  [{ kind: "events", instants: [] }, "0 events", "No events"],
  [{ kind: "events", instants: ["2026-05-01T10:00:00Z"], description: "finals" }, "finals", "finals"],
])("%j is shown as %s", (schedule, summary, description) => {
  const timetable = createTimetable(schedule, { startDate: null });
  expect({ summary: timetable.summary, description: timetable.description }).toEqual({ summary, description });
});

const CRONS = ["*/5 * * * *", "0 * * * *", "30 2 * * *", "*/20 1-3 * * *", "0 0 L * *", "30 1 * * 0", "* * * * * */7"];
const ZONES = ["UTC", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"];
const SCHEDULES = fc.oneof(
  fc.record({
    kind: fc.constant("cron-trigger" as const),
    crons: fc.uniqueArray(fc.constantFrom(...CRONS), { minLength: 1, maxLength: 3 }),
    timezone: fc.constantFrom(...ZONES),
    intervalSeconds: fc.constantFrom(0, 3600),
  }),
  fc.record({
    kind: fc.constant("cron-interval" as const),
    cron: fc.constantFrom(...CRONS),
    timezone: fc.constantFrom(...ZONES),
  }),
  fc.record({
    kind: fc.constantFrom("delta-interval" as const, "delta-trigger" as const),
    delta: fc.constantFrom({ seconds: 90 }, { calendar: { months: 1 } }, { calendar: { weeks: 1, hours: 1 } }),
  }),
);
const MOMENT = fc
  .integer({ min: parseInstant("2015-01-01T00:00:00Z") / SECOND, max: parseInstant("2030-01-01T00:00:00Z") / SECOND })
  .map((second) => second * SECOND);

describe("every timetable", () => {
  test("leads strictly forward, with catchup and without it", () => {
    fc.assert(
      fc.property(SCHEDULES, MOMENT, fc.boolean(), (schedule, start, catchup) => {
        const timetable = createTimetable(schedule, { startDate: start });
        let last: DataInterval | null = null;
        for (let count = 0; count < 20; count++) {
          const run = timetable.next(last, { earliest: start, latest: null, catchup }, start);
          if (run === null) throw new Error("these schedules never end");
          expect(run.logicalDate).toBeGreaterThan(last?.start ?? -Infinity);
          expect(run.runAfter).toBeGreaterThan(last?.end ?? -Infinity);
          expect(run.dataInterval).toEqual({ start: run.logicalDate, end: run.runAfter });
          last = run.dataInterval;
        }
      }),
    );
  });

  test("finds its previous tick strictly before, and that tick leads on to the moment or past it", () => {
    fc.assert(
      fc.property(SCHEDULES, MOMENT, (schedule, at) => {
        const startDate = at - 400 * 86_400 * SECOND;
        const timetable = createTimetable(schedule, { startDate });
        const previous = timetable.previous(at);
        if (previous === null) throw new Error("there is a year of ticks before");
        expect(previous).toBeLessThan(at);
        if (schedule.kind !== "cron-trigger" || schedule.timezone !== "UTC") return;
        const next = timetable.next({ start: previous, end: previous }, ALWAYS, at);
        expect(next?.runAfter).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  test("fills a stretch of time with the runs that it would have made, up to the limit", () => {
    fc.assert(
      fc.property(SCHEDULES, MOMENT, fc.integer({ min: 0, max: 30 }), (schedule, from, limit) => {
        const timetable = createTimetable(schedule, { startDate: null });
        const to = from + 3 * 86_400 * SECOND;
        const runs = timetable.between(from, to, limit);
        expect(runs.length).toBeLessThanOrEqual(limit);
        for (const { logicalDate } of runs) expect(logicalDate >= from && logicalDate <= to).toBe(true);
        expect(timetable.between(from, to, limit + 5).slice(0, limit)).toEqual(runs);
      }),
    );
  });
});
