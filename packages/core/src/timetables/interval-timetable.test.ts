import { describe, expect, test } from "vitest";
import type { ScheduleSpec } from "../dag-spec.ts";
import { formatInstant, isoZ, parseInstant } from "../instant.ts";
import type { TimetableRun } from "../timetable.ts";
import { createTimetable } from "./create-timetable.ts";

const DAILY_TOKYO: ScheduleSpec = { kind: "cron-interval", cron: "0 0 * * *", timezone: "Asia/Tokyo" };

function create(schedule: ScheduleSpec) {
  return createTimetable(schedule, { startDate: null });
}

function interval(run: TimetableRun | null): string | null {
  return run === null ? null : `${isoZ(run.dataInterval.start)} to ${isoZ(run.dataInterval.end)}`;
}

test("every three minutes with equal start and end date is exactly one run, three minutes later", () => {
  const at = parseInstant("2022-09-14T14:04:00+09:00");
  const timetable = create({ kind: "delta-interval", delta: { seconds: 180 } });
  for (const catchup of [true, false]) {
    const restriction = { earliest: at, latest: at, catchup };
    const run = timetable.next(null, restriction, at);
    expect(formatInstant(run?.runAfter ?? 0)).toBe("2022-09-14T05:07:00+00:00");
    expect(run?.runAfter).toBe(parseInstant("2022-09-14T14:07:00+09:00"));
    expect(run?.logicalDate).toBe(at);
    expect(timetable.next(run?.dataInterval ?? null, restriction, at)).toBeNull();
  }
});

describe("a daily schedule in Tokyo that starts at 15:00", () => {
  const earliest = parseInstant("2026-09-14T15:00:00+09:00");
  const now = parseInstant("2026-09-20T12:00:00+09:00");

  test("with catchup begins at the next midnight and runs when that day is over", () => {
    const run = create(DAILY_TOKYO).next(null, { earliest, latest: null, catchup: true }, now);
    expect(interval(run)).toBe("2026-09-14T15:00:00Z to 2026-09-15T15:00:00Z");
  });

  test("without catchup begins with the last day that is complete", () => {
    const run = create(DAILY_TOKYO).next(null, { earliest, latest: null, catchup: false }, now);
    expect(interval(run)).toBe("2026-09-18T15:00:00Z to 2026-09-19T15:00:00Z");
  });

  test("makes a last run for the interval that begins at the end date", () => {
    const latest = parseInstant("2026-09-16T00:00:00+09:00");
    const runs = [];
    let last = null;
    for (;;) {
      const run: TimetableRun | null = create(DAILY_TOKYO).next(last, { earliest, latest, catchup: true }, now);
      if (run === null) break;
      runs.push(isoZ(run.runAfter));
      last = run.dataInterval;
    }
    expect(runs).toEqual(["2026-09-15T15:00:00Z", "2026-09-16T15:00:00Z"]);
  });

  test("gives a manual run the last complete day", () => {
    const { start, end } = create(DAILY_TOKYO).manualInterval(parseInstant("2026-09-14T23:00:00Z"));
    expect([isoZ(start), isoZ(end)]).toEqual(["2026-09-13T15:00:00Z", "2026-09-14T15:00:00Z"]);
  });
});

test("without start date and earlier run, catchup has nothing to begin with", () => {
  expect(create(DAILY_TOKYO).next(null, { earliest: null, latest: null, catchup: true }, 0)).toBeNull();
});

test("a schedule that became coarser does not repeat a run", () => {
  const last = { start: parseInstant("2026-05-10T10:00:00Z"), end: parseInstant("2026-05-10T11:00:00Z") };
  const daily = create({ kind: "cron-interval", cron: "@daily", timezone: "UTC" });
  const run = daily.next(last, { earliest: null, latest: null, catchup: true }, last.end);
  expect(interval(run)).toBe("2026-05-11T00:00:00Z to 2026-05-12T00:00:00Z");
});

test("a date that never comes gives no run and no error", () => {
  const never = create({ kind: "cron-interval", cron: "0 0 31 2 *", timezone: "UTC" });
  for (const catchup of [true, false]) {
    for (const earliest of [null, 0]) expect(never.next(null, { earliest, latest: null, catchup }, 0)).toBeNull();
  }
  expect(never.previous(0)).toBeNull();
  expect(never.manualInterval(5)).toEqual({ start: 5, end: 5 });
});

test("a cron of one single moment makes no interval, since none is ever complete", () => {
  const single = create({ kind: "cron-interval", cron: "0 0 1 1 * 0 2030", timezone: "UTC" });
  expect(single.next(null, { earliest: 0, latest: null, catchup: true }, 0)).toBeNull();
});

test("months are stepped from the start date, with the day cut to the length of the month", () => {
  const monthly: ScheduleSpec = { kind: "delta-interval", delta: { calendar: { months: 1 } } };
  const earliest = parseInstant("2026-01-31T06:00:00Z");
  const now = parseInstant("2026-04-15T00:00:00Z");
  const run = create(monthly).next(null, { earliest, latest: null, catchup: false }, now);
  expect(interval(run)).toBe("2026-02-28T06:00:00Z to 2026-03-28T06:00:00Z");
  const anchored = createTimetable(monthly, { startDate: earliest });
  expect(isoZ(anchored.previous(now) ?? 0)).toBe("2026-03-28T06:00:00Z");
  expect(anchored.previous(earliest)).toBeNull();
});
