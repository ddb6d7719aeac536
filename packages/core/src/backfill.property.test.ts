/** Backfills on random schedules and histories: one run a date, in order, and nothing that is under way is touched. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssetCondition } from "./asset.ts";
import { type BackfillDate, type BackfillPlan, type BackfillRequest, planBackfill } from "./backfill.ts";
import { clearRun } from "./clear.ts";
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { DagSpec, ScheduleSpec } from "./dag-spec.ts";
import { DAY, HOUR, isoZ, type Micros, parseInstant } from "./instant.ts";
import type { PlannedRun } from "./planned-run.ts";
import { propertyRuns } from "./property-runs.testing.ts";
import { problemsOfAct, problemsOfRun } from "./run-problems.testing.ts";
import { isRunFinished, type RunState } from "./run-state.ts";
import { applied } from "./run-twins.testing.ts";
import type { RunView } from "./run-view.ts";
import { instanceIn, sampleDag, sampleRun, sampleTask } from "./sample-run.ts";
import { isFinished, type TaskState } from "./task-state.ts";
import { createTimetable } from "./timetables/create-timetable.ts";

const BERLIN = "Europe/Berlin";
/** A day before the clocks of Berlin go forward. */
const SPRING = parseInstant("2026-03-28T00:00:00Z");
const EVENTS = [2, 5, 5, 9, 30].map((days) => isoZ(SPRING + days * DAY));

const SOME_ASSET: AssetCondition = { kind: "any", of: [] };

const SCHEDULES: readonly ScheduleSpec[] = [
  { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
  { kind: "cron-interval", cron: "30 2 * * *", timezone: BERLIN },
  { kind: "cron-interval", cron: "0 */7 * * 1-5", timezone: BERLIN },
  { kind: "cron-trigger", crons: ["30 2 * * *"], timezone: BERLIN },
  { kind: "cron-trigger", crons: ["0 3 * * *", "0 */3 * * *"], timezone: "UTC", intervalSeconds: 3_600 },
  { kind: "delta-interval", delta: { seconds: 5 * 3_600 } },
  { kind: "delta-trigger", delta: { calendar: { days: 1 } } },
  { kind: "events", instants: EVENTS },
  { kind: "asset-or-time", condition: SOME_ASSET, time: { kind: "cron-interval", cron: "@daily", timezone: "UTC" } },
];
const UNFILLABLE: readonly ScheduleSpec[] = [
  { kind: "none" },
  { kind: "once" },
  { kind: "continuous" },
  { kind: "assets", condition: SOME_ASSET },
];

const RUN_STATES: readonly RunState[] = ["queued", "running", "success", "failed"];
const TASK_STATES: readonly TaskState[] = [null, "scheduled", "running", "deferred", "success", "failed", "removed"];
/** Before 1970 for nobody, around the change of the clocks for everybody. */
const instant = fc.integer({ min: -3 * 24, max: 12 * 24 }).map((hours) => SPRING + hours * HOUR);

const situation = fc.record({
  schedule: fc.constantFrom(...SCHEDULES, ...SCHEDULES, ...UNFILLABLE),
  dependsOnPast: fc.constantFrom(false, false, false, true),
  allowsBackfills: fc.constantFrom(true, true, true, true, true, false),
  /** What each date in turn has: nothing, or a run in this state. */
  existing: fc.array(fc.constantFrom(null, null, null, ...RUN_STATES), { minLength: 1, maxLength: 8 }),
  states: fc.array(fc.constantFrom(...TASK_STATES), { minLength: 3, maxLength: 3 }),
  request: fc.record<BackfillRequest>({
    from: instant,
    to: instant,
    runBackwards: fc.boolean(),
    conf: fc.constantFrom(null, { why: "gap" }),
    reprocessBehavior: fc.constantFrom("none", "failed", "completed"),
    maxActiveRuns: fc.constantFrom(1, 2, 10, 10, 10, 0),
  }),
  now: instant,
});

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

/** What the store holds of the DAG. */
interface Kept {
  readonly run: DagRun;
  readonly instances: readonly TaskInstance[];
}

class World {
  readonly #given: Situation;
  readonly spec: DagSpec;
  readonly graph: DagGraph;
  kept: readonly Kept[];

  constructor(given: Situation) {
    this.#given = given;
    const { schedule, dependsOnPast, allowsBackfills } = given;
    const tasks = [sampleTask("a", [], { dependsOnPast }), sampleTask("b", ["a"]), sampleTask("c", ["b"])];
    this.spec = sampleDag(tasks, { schedule, ...(!allowsBackfills && { allowedRunTypes: ["manual"] }) });
    this.graph = buildGraph(this.spec);
    this.kept = this.#ran();
  }

  get timetable() {
    return createTimetable(this.spec.schedule, { startDate: SPRING });
  }

  plan(): BackfillPlan {
    const { request, now } = this.#given;
    const existing = this.kept
      .map(({ run }) => run)
      .filter(({ logicalDate: at }) => at !== null && request.from <= at && at <= request.to);
    return planBackfill({ spec: this.spec, dagVersion: 1, timetable: this.timetable, existing }, request, now);
  }

  viewOf({ run, instances }: Kept): RunView {
    return { graph: this.graph, run, instances, previous: null };
  }

  /** As the server does it, and the store with it. */
  carryOut(dates: readonly BackfillDate[]): void {
    for (const { ordinal, action } of dates) {
      if (action.kind === "create") this.kept = [...this.kept, { run: this.#born(action.run, ordinal), instances: [] }];
      if (action.kind === "reprocess") this.#runAgain(action.run, ordinal);
    }
  }

  #born(planned: PlannedRun, ordinal: number): DagRun {
    const { assetEventsThrough: _through, ...facts } = planned;
    const backfill = { id: 1, ordinal };
    const empty = { state: "queued", startDate: null, endDate: null, reason: null, revision: 0 } as const;
    return { ...facts, ...empty, runKey: this.kept.length + 1, queuedAt: this.#given.now, backfill };
  }

  #runAgain({ runKey }: DagRun, ordinal: number): void {
    const before = this.kept.find(({ run }) => run.runKey === runKey) as Kept;
    const whole = { upstream: false, downstream: false, onlyFailed: false, onlyRunning: false, resetDagRuns: true };
    const view = this.viewOf(before);
    const act = clearRun(view, { ...whole, newest: null }, this.#given.now);
    const after = applied(view, act, () => this.graph);
    expect(problemsOfAct(view, after, act)).toEqual([]);
    const run: DagRun = { ...after.run, runType: "backfill", backfill: { id: 1, ordinal } };
    this.kept = this.kept.map((each) => (each === before ? { run, instances: after.instances } : each));
  }

  /** Dates of the schedule around the range, some of which had runs. */
  #ran(): readonly Kept[] {
    const { existing, states, now } = this.#given;
    const dates = this.timetable.between(SPRING - 3 * DAY, SPRING + 12 * DAY, 1_000);
    return dates.flatMap(({ logicalDate }, index): Kept[] => {
      const state = existing[index % existing.length];
      if (state == null) return [];
      const isOver = isRunFinished(state);
      const ends = { startDate: state === "queued" ? null : now, endDate: isOver ? now : null };
      const run = { ...sampleRun, runKey: index + 1_000, runId: `run ${index}`, logicalDate, state, ...ends };
      const instances = ["a", "b", "c"].map((taskId, at) => this.#ranTask(taskId, { at: at + index, isOver, states }));
      return [{ run, instances: state === "queued" ? [] : instances }];
    });
  }

  #ranTask(taskId: string, of: { at: number; isOver: boolean; states: readonly TaskState[] }): TaskInstance {
    const wanted = of.states[of.at % of.states.length] as TaskState;
    const state = of.isOver && !isFinished(wanted) ? "failed" : wanted;
    const { now } = this.#given;
    return instanceIn(taskId, state, {
      attemptId: `${taskId} ${of.at}`,
      queuedAt: now,
      endDate: isFinished(state) ? now : null,
    });
  }
}

function expectedAction({ run }: Kept, { reprocessBehavior }: BackfillRequest): BackfillDate["action"] {
  if (!isRunFinished(run.state)) return { kind: "skip", run, reason: "in flight" };
  const isMeant = reprocessBehavior === "completed" || (reprocessBehavior === "failed" && run.state === "failed");
  return isMeant ? { kind: "reprocess", run } : { kind: "skip", run, reason: "already exists" };
}

const occurred = new Set<string>();

/** Why there can be no backfill, found the plain way; null: there can. */
function refusalOf({ schedule, dependsOnPast, allowsBackfills, request, now }: Situation): string | null {
  const { from, to, runBackwards, reprocessBehavior, maxActiveRuns } = request;
  if (UNFILLABLE.includes(schedule)) return "not_periodic";
  if (!allowsBackfills) return "run_type_not_allowed";
  if (from > to) return "dates_cross";
  if (from >= now) return "future_dates";
  if (maxActiveRuns < 1) return "invalid_limit";
  if (!dependsOnPast) return null;
  if (runBackwards) return "backwards_with_past";
  return reprocessBehavior === "none" ? "reprocess_with_past" : null;
}

test("a backfill takes every complete date of its range once, in order, and none that has a run under way", () => {
  fc.assert(
    fc.property(situation, (given) => {
      const world = new World(given);
      const plan = world.plan();
      expect(world.plan()).toEqual(plan);
      const { request, now } = given;
      const complete = world.timetable
        .between(request.from, request.to, 1_000)
        .filter(({ dataInterval }) => dataInterval.end < now);
      const code = refusalOf(given) ?? (complete.length === 0 ? "no_dates" : null);
      occurred.add(code ?? "planned");
      expect(plan).toEqual(
        code === null ? { ok: true, dates: expect.any(Array) } : { ok: false, code, message: expect.any(String) },
      );
      if (!plan.ok) return;
      const dates = plan.dates.map(({ logicalDate }) => logicalDate);
      const inOrder = complete.map(({ logicalDate }) => logicalDate).toSorted((a, b) => a - b);
      expect(dates).toEqual(request.runBackwards ? inOrder.toReversed() : inOrder);
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates.every((at) => request.from <= at && at <= request.to)).toBe(true);
      expect(plan.dates.map(({ ordinal }) => ordinal)).toEqual(dates.map((_, index) => index + 1));
      for (const { logicalDate, action } of plan.dates) {
        const there = world.kept.find(({ run }) => run.logicalDate === logicalDate);
        if (there === undefined)
          expect(action).toMatchObject({ kind: "create", run: { logicalDate, runType: "backfill" } });
        else expect(action).toEqual(expectedAction(there, request));
        occurred.add(action.kind === "skip" ? action.reason : action.kind);
      }
    }),
    propertyRuns(2_000),
  );
});

test("what it does is what it said, and leaves one run a date, each in a state that can be", () => {
  fc.assert(
    fc.property(situation, (given) => {
      const world = new World(given);
      const plan = world.plan();
      if (!plan.ok) return;
      const before = world.kept;
      world.carryOut(plan.dates);
      const runs = world.kept.map(({ run }) => run);
      expect(new Set(runs.map(({ logicalDate }) => logicalDate)).size).toBe(runs.length);
      expect(new Set(runs.map(({ runId }) => runId)).size).toBe(runs.length);
      expect(world.kept.flatMap((each) => problemsOfRun(world.viewOf(each)))).toEqual([]);
      const taken = new Map(
        plan.dates.filter(({ action }) => action.kind !== "skip").map((each) => [each.logicalDate, each]),
      );
      for (const { run } of world.kept) {
        const date = taken.get(run.logicalDate as Micros);
        if (date === undefined) continue;
        expect(run).toMatchObject({ state: "queued", runType: "backfill", backfill: { id: 1, ordinal: date.ordinal } });
      }
      const untouched = before.filter(({ run }) => !taken.has(run.logicalDate as Micros));
      expect(world.kept.filter(({ run }) => !taken.has(run.logicalDate as Micros))).toEqual(untouched);
      // Planned once more it finds everything under way, and touches nothing.
      const again = world.plan();
      expect(again.ok && again.dates.filter(({ action }) => action.kind !== "skip")).toEqual([]);
    }),
    propertyRuns(2_000),
  );
});

test("the random backfills hold every refusal and everything that can become of a date", () => {
  const refusals = ["not_periodic", "run_type_not_allowed", "dates_cross", "future_dates", "invalid_limit"];
  const others = ["backwards_with_past", "reprocess_with_past", "no_dates", "planned"];
  const dates = ["create", "reprocess", "in flight", "already exists"];
  expect([...occurred]).toEqual(expect.arrayContaining([...refusals, ...others, ...dates]));
});
