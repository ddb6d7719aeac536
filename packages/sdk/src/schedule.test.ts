import type { ScheduleSpec } from "@momiji/core";
import { expect, test } from "vitest";
import { cronTrigger, events, every, everyTrigger, type ScheduleInput, scheduleSpec } from "./schedule.ts";

const timezone = "Asia/Tokyo";

test.each<[string, ScheduleInput, ScheduleSpec]>([
  ["by hand", null, { kind: "none" }],
  ["once", "@once", { kind: "once" }],
  ["continuous", "@continuous", { kind: "continuous" }],
  ["cron", "0 3 * * *", { kind: "cron-interval", cron: "0 3 * * *", timezone }],
  ["a preset", "@daily", { kind: "cron-interval", cron: "@daily", timezone }],
  ["every three minutes", every({ minutes: 3 }), { kind: "delta-interval", delta: { seconds: 180 } }],
  ["every month", every({ months: 1 }), { kind: "delta-interval", delta: { calendar: { months: 1 } } }],
  ["at every hour", everyTrigger({ hours: 1 }), { kind: "delta-trigger", delta: { seconds: 3600 } }],
  [
    "at every hour, about the hour",
    everyTrigger({ hours: 1 }, { interval: { hours: 1 } }),
    { kind: "delta-trigger", delta: { seconds: 3600 }, intervalSeconds: 3600 },
  ],
  ["at a tick", cronTrigger("0 3 * * *"), { kind: "cron-trigger", crons: ["0 3 * * *"], timezone }],
  [
    "at the ticks of several",
    cronTrigger(["0 3 * * *", "0 4 * * *"], { interval: { days: 1 }, runImmediately: { minutes: 10 } }),
    {
      kind: "cron-trigger",
      crons: ["0 3 * * *", "0 4 * * *"],
      timezone,
      intervalSeconds: 86_400,
      runImmediately: { seconds: 600 },
    },
  ],
  [
    "at once",
    cronTrigger("@daily", { runImmediately: true }),
    { kind: "cron-trigger", crons: ["@daily"], timezone, runImmediately: true },
  ],
  [
    "on dates, in order and each once",
    events(["2026-01-02T00:00", "2026-01-01T00:00", "2025-12-31T15:00Z"], {
      restrictToEvents: true,
      description: "holidays",
    }),
    {
      kind: "events",
      instants: ["2025-12-31T15:00:00Z", "2026-01-01T15:00:00Z"],
      restrictToEvents: true,
      description: "holidays",
    },
  ],
])("%s", (_what, schedule, expected) => {
  expect(scheduleSpec(schedule, timezone, "here")).toEqual(expected);
});

test("what is no schedule is refused", () => {
  expect(() => scheduleSpec(3 as never, timezone, "here")).toThrow("here: 3 is no schedule");
  expect(() => scheduleSpec(every({ seconds: 0 }), timezone, "here")).toThrow("here: must be longer than 0 s");
  expect(() => scheduleSpec(cronTrigger("@daily", { interval: 5 as never }), timezone, "here")).toThrow(
    "here, interval: must be a duration",
  );
});
