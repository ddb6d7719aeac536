import { describe, expect, test } from "vitest";
import type { CronTriggerSpec, ScheduleSpec } from "../dag-spec.ts";
import { isoZ, parseInstant } from "../instant.ts";
import type { TimetableRun } from "../timetable.ts";
import { createTimetable } from "./create-timetable.ts";

const NOON: CronTriggerSpec = { kind: "cron-trigger", crons: ["0 12 * * *"], timezone: "UTC" };
const NOW = parseInstant("2026-06-02T12:20:00Z");
const UNBOUND = { earliest: null, latest: null } as const;

function create(schedule: ScheduleSpec) {
  return createTimetable(schedule, { startDate: null });
}

function moment(run: TimetableRun | null): string | null {
  return run === null ? null : isoZ(run.runAfter);
}

describe("a trigger at noon, asked at 12:20", () => {
  test.each([
    ["runs at once if nothing is asked for, as noon is younger than a tenth of the gap", false, "2026-06-02T12:00:00Z"],
    ["runs at once if told so", true, "2026-06-02T12:00:00Z"],
    ["runs at once if 30 minutes are young enough", { seconds: 1800 }, "2026-06-02T12:00:00Z"],
    ["waits if only 10 minutes are", { seconds: 600 }, "2026-06-03T12:00:00Z"],
  ])("%s", (_, runImmediately, expected) => {
    const run = create({ ...NOON, runImmediately }).next(null, { ...UNBOUND, catchup: true }, NOW);
    expect(moment(run)).toBe(expected);
  });

  test("without catchup makes up for the last tick only", () => {
    const earliest = parseInstant("2026-05-01T00:00:00Z");
    const run = create(NOON).next(null, { earliest, latest: null, catchup: false }, NOW);
    expect(moment(run)).toBe("2026-06-02T12:00:00Z");
    expect(moment(create(NOON).next(run?.dataInterval ?? null, { earliest, latest: null, catchup: false }, NOW))).toBe(
      "2026-06-03T12:00:00Z",
    );
  });

  test("runs at the end date itself and not after it", () => {
    const earliest = parseInstant("2026-06-01T12:00:00Z");
    const latest = parseInstant("2026-06-02T12:00:00Z");
    expect(create(NOON).between(earliest, latest, 9).map(moment)).toEqual([
      "2026-06-01T12:00:00Z",
      "2026-06-02T12:00:00Z",
    ]);
    const last = { start: latest, end: latest };
    expect(create(NOON).next(last, { earliest, latest, catchup: true }, NOW)).toBeNull();
  });

  test("has a data interval that ends at the tick, of the length asked for", () => {
    const hourly = create({ ...NOON, intervalSeconds: 3600 });
    const run = hourly.next(null, { earliest: NOW, latest: null, catchup: true }, NOW);
    expect(isoZ(run?.logicalDate ?? 0)).toBe("2026-06-03T11:00:00Z");
    expect(hourly.manualInterval(NOW)).toEqual({ start: NOW - 3_600_000_000, end: NOW });
  });
});

test("a tenth of the gap, but at least five minutes, is young enough if nobody said anything", () => {
  const hourly: CronTriggerSpec = { ...NOON, crons: ["0 * * * *"] };
  const at = (time: string) => create(hourly).next(null, { ...UNBOUND, catchup: false }, parseInstant(time));
  expect(moment(at("2026-06-02T12:06:00Z"))).toBe("2026-06-02T12:00:00Z");
  expect(moment(at("2026-06-02T12:06:01Z"))).toBe("2026-06-02T13:00:00Z");
});

describe("several crons", () => {
  const both: CronTriggerSpec = { ...NOON, crons: ["0 12 * * *", "0 */6 * * *"] };
  const from = parseInstant("2026-06-02T07:00:00Z");

  test("make one run where they meet", () => {
    expect(create(both).between(from, parseInstant("2026-06-03T00:00:00Z"), 9).map(moment)).toEqual([
      "2026-06-02T12:00:00Z",
      "2026-06-02T18:00:00Z",
      "2026-06-03T00:00:00Z",
    ]);
    expect(isoZ(create(both).previous(parseInstant("2026-06-02T18:00:00Z")) ?? 0)).toBe("2026-06-02T12:00:00Z");
  });

  test("without catchup give the latest tick that is due, or the earliest to come", () => {
    const restriction = { earliest: from, latest: null, catchup: false };
    const due = create(both).next(null, restriction, parseInstant("2026-06-02T19:00:00Z"));
    expect(moment(due)).toBe("2026-06-02T18:00:00Z");
    expect(moment(create(both).next(null, restriction, from))).toBe("2026-06-02T12:00:00Z");
  });

  test("go on if one of them never ticks", () => {
    const run = create({ ...both, crons: ["0 0 31 2 *", "0 12 * * *"] }).next(null, { ...UNBOUND, catchup: true }, NOW);
    expect(moment(run)).toBe("2026-06-02T12:00:00Z");
  });
});

test("a cron that has had its last tick does not run it again", () => {
  const yearly: CronTriggerSpec = { ...NOON, crons: ["0 0 1 1 * 0 2026"] };
  const last = parseInstant("2026-01-01T00:00:00Z");
  for (const catchup of [true, false]) {
    expect(moment(create(yearly).next(null, { earliest: last, latest: null, catchup }, NOW))).toBe(
      "2026-01-01T00:00:00Z",
    );
    expect(create(yearly).next({ start: last, end: last }, { earliest: last, latest: null, catchup }, NOW)).toBeNull();
  }
});
