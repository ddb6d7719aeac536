import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "./property-runs.testing.ts";
import type { DagSpec, ScheduleSpec } from "./dag-spec.ts";
import { type DagView, explainDag } from "./explain-dag.ts";
import { DAY, formatInstant, HOUR, type Micros, parseInstant } from "./instant.ts";
import { sampleDag, sampleTask } from "./sample-run.ts";
import { planScheduledRuns } from "./schedule-runs.ts";
import { createTimetable } from "./timetables/create-timetable.ts";

const NOW = parseInstant("2026-03-10T12:00:00Z");
const DAILY: ScheduleSpec = { kind: "cron-interval", cron: "0 3 * * *", timezone: "UTC" };

function view(more: Partial<DagSpec> = {}, also: Partial<DagView> = {}): DagView {
  const spec = sampleDag([sampleTask("a")], { schedule: DAILY, startDate: "2026-01-01T00:00:00Z", ...more });
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  return {
    spec,
    dagVersion: 1,
    timetable: createTimetable(spec.schedule, { startDate }),
    lastInterval: null,
    catchupLimit: 1000,
    catchupConfirmedAt: null,
    isPaused: false,
    runs: [],
    ...also,
  };
}

function codes(given: DagView): readonly string[] {
  return explainDag(given, NOW).reasons.map(({ code }) => code);
}

const lastDay = { start: parseInstant("2026-03-09T03:00:00Z"), end: parseInstant("2026-03-10T03:00:00Z") };

describe("why a DAG has no new run", () => {
  test("nothing is in the way of a run that is due", () => {
    expect(codes(view())).toEqual([]);
  });

  test("the next tick is told with its interval", () => {
    const [reason] = explainDag(view({}, { lastInterval: lastDay }), NOW).reasons;
    expect(reason).toMatchObject({ code: "not_due", details: { run_after: "2026-03-11T03:00:00Z" } });
    expect(reason?.text).toBe(
      "the next run is due at 2026-03-11T03:00:00Z, about the interval from 2026-03-10T03:00:00Z to 2026-03-11T03:00:00Z",
    );
  });

  test.each<readonly [string, Partial<DagSpec>, Partial<DagView>, readonly string[]]>([
    ["paused", {}, { isPaused: true }, ["dag_paused"]],
    ["gone, and nobody there", {}, { isGone: true, hasScheduler: false }, ["dag_gone", "no_scheduler"]],
    ["no schedule", { schedule: { kind: "none" } }, {}, ["no_schedule"]],
    ["before its start", { startDate: "2026-05-01T00:00:00Z" }, {}, ["start_date"]],
    ["after its end", { endDate: "2026-03-09T03:00:00Z" }, { lastInterval: lastDay }, ["end_date"]],
    ["a tick that never comes", { schedule: { ...DAILY, cron: "0 0 31 2 *" } }, {}, ["no_schedule"]],
    ["full", { maxActiveRuns: 1 }, { runs: [{ runId: "r1", state: "running" }] }, ["max_active_runs"]],
    ["a held catchup", { catchup: true }, { catchupLimit: 5 }, ["catchup_held"]],
    [
      "paused before a held catchup",
      { catchup: true },
      { catchupLimit: 5, isPaused: true },
      ["dag_paused", "catchup_held"],
    ],
  ])("%s", (...[, more, also, expected]) => {
    expect(codes(view(more, also))).toEqual(expected);
  });

  test("runs that fill the limit are named, those that have ended are not", () => {
    const runs = [
      { runId: "r1", state: "running" as const },
      { runId: "r2", state: "queued" as const },
      { runId: "r3", state: "success" as const },
    ];
    const [reason] = explainDag(view({ maxActiveRuns: 2 }, { runs }), NOW).reasons;
    expect(reason?.details).toEqual({ limit: 2, runs: ["r1 (running)", "r2 (queued)"], count: 2 });
  });

  test("a schedule whose runs are not allowed is told as such", () => {
    expect(codes(view({ schedule: DAILY, allowedRunTypes: ["manual"] }))).toContain("run_type_not_allowed");
  });

  test("of a schedule of assets, what it waits for is told in place of a missing schedule", () => {
    const assets = { code: "assets" as const, text: "waits for s3://a", remedy: "produce it" };
    expect(codes(view({ schedule: { kind: "none" } }, { assetReasons: [assets] }))).toEqual(["assets"]);
    expect(codes(view({ schedule: { kind: "none" } }, { assetReasons: [] }))).toEqual([]);
  });
});

const schedules: readonly ScheduleSpec[] = [
  { kind: "none" },
  { kind: "once" },
  { kind: "continuous" },
  DAILY,
  { kind: "cron-trigger", crons: ["0 */5 * * *"], timezone: "Asia/Tokyo" },
  { kind: "delta-interval", delta: { seconds: 7_000 } },
  { kind: "delta-trigger", delta: { seconds: 90_000 } },
  { kind: "events", instants: ["2026-03-01T00:00:00Z", "2026-03-10T12:00:00Z", "2026-06-01T00:00:00Z"] },
];
const day = fc.integer({ min: -30, max: 30 });
const near = (days: number): Micros => NOW + days * DAY;

test("there is no reason exactly when a run is created", () => {
  let created = 0;
  const world = fc.record({
    schedule: fc.constantFrom(...schedules),
    start: day,
    end: fc.option(day),
    catchup: fc.boolean(),
    last: fc.option(fc.record({ days: day, hours: fc.nat(30) })),
    unfinished: fc.nat(3),
    maxActiveRuns: fc.constantFrom(1, 2, 16),
    catchupLimit: fc.constantFrom(0, 3, 1000),
    confirmed: fc.option(day),
    isPaused: fc.constantFrom(false, false, true),
    isGone: fc.constantFrom(false, false, true),
  });
  fc.assert(
    fc.property(world, (given) => {
      const { last, isPaused, isGone, catchupLimit, confirmed, unfinished, maxActiveRuns } = given;
      const dag = view(
        {
          schedule: given.schedule,
          startDate: formatInstant(near(given.start)),
          ...(given.end === null ? {} : { endDate: formatInstant(near(given.end)) }),
          catchup: given.catchup,
          maxActiveRuns,
        },
        {
          lastInterval: last === null ? null : { start: near(last.days), end: near(last.days) + last.hours * HOUR },
          isPaused,
          isGone,
          catchupLimit,
          catchupConfirmedAt: confirmed === null ? null : near(confirmed),
          runs: Array.from({ length: unfinished }, (_, at) => ({ runId: `r${at}`, state: "running" as const })),
        },
      );
      const plan = planScheduledRuns({ ...dag, isOff: isPaused || isGone, unfinishedRuns: unfinished }, NOW);
      const { reasons } = explainDag(dag, NOW);
      created += plan.runs.length;
      expect([reasons.length === 0, reasons]).toEqual([plan.runs.length > 0, reasons]);
    }),
    propertyRuns(2000),
  );
  expect(created).toBeGreaterThan(100);
});

describe("a DAG that waits for assets", () => {
  const condition = { kind: "asset", name: "a", uri: "a" } as const;
  const missing = [{ code: "assets", text: "waits for a", remedy: "make it" }] as const;
  const limited = { maxActiveRuns: 1, schedule: { kind: "assets", condition } } as const;
  const both = { schedule: { kind: "asset-or-time", condition, time: DAILY } } as const;

  test.each<readonly [string, DagView, readonly string[]]>([
    ["tells which", view(limited, { assetReasons: missing }), ["assets"]],
    ["has nothing in its way once they are there", view(limited, { assetReasons: [] }), []],
    [
      "may have no more runs than its limit",
      view(limited, { assetReasons: [], runs: [{ runId: "r", state: "running" }] }),
      ["max_active_runs"],
    ],
    ["or for time tells both", view(both, { assetReasons: missing, lastInterval: lastDay }), ["not_due", "assets"]],
    ["or for time is content with its assets", view(both, { assetReasons: [], lastInterval: lastDay }), []],
  ])("%s", (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });
});
