import {
  createTimetable,
  type DagRun,
  formatInstant,
  isoZ,
  parseInstant,
  planTriggeredRun,
  type TriggerRequest,
} from "@momiji/core";
import { expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const dates = (runs: readonly { runAfter: number }[]): string[] =>
  runs.map(({ runAfter }) => formatInstant(runAfter).slice(0, 16));

async function trigger(engine: Engine, dagId: string, request: TriggerRequest = {}): Promise<void> {
  const [dag] = await engine.store.listDags({ dagIds: [dagId] });
  if (dag === undefined) throw new Error(`no DAG ${dagId}`);
  const timetable = createTimetable(dag.spec.schedule, { startDate: null });
  const view = { spec: dag.spec, dagVersion: dag.version, timetable, runType: "manual", triggeredBy: "test" } as const;
  const plan = planTriggeredRun(view, request, engine.clock.now());
  if (!plan.ok) throw new Error(plan.message);
  await engine.store.createRuns([plan.run], engine.clock.now());
  await engine.settled();
}

test("a daily DAG without catchup runs the last complete day at once, then each day when it ends", async () => {
  const spec = dagSpec(
    "daily",
    { a: {} },
    { schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" }, startDate: "2026-01-01T00:00:00Z" },
  );
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec] });
  await engine.advanceTo("2026-03-12T12:00Z");
  expect(dates(await engine.runs("daily"))).toEqual(["2026-03-10T00:00", "2026-03-11T00:00", "2026-03-12T00:00"]);
  expect(engine.ended.every(({ state }) => state === "success")).toBe(true);
});

test("catchup creates every missed run in order, never more at once than max_active_runs", async () => {
  let running = 0;
  let most = 0;
  const handlers = new Map([
    [
      "a",
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        return { outcome: { kind: "success" } } as const;
      },
    ],
  ]);
  const spec = dagSpec(
    "late",
    { a: {} },
    {
      schedule: { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
      startDate: "2026-01-01T00:00:00Z",
      catchup: true,
      maxActiveRuns: 3,
    },
  );
  const engine = await Engine.start({ now: "2026-01-21T00:30Z", specs: [spec], handlers });
  while (engine.ended.length < 20) await engine.settled();
  expect(dates(await engine.runs("late"))).toHaveLength(20);
  expect(most).toBeLessThanOrEqual(3);
});

test("a catchup beyond the limit is held, says how many runs from when, and goes on when a person confirms", async () => {
  const spec = dagSpec(
    "history",
    { a: {} },
    {
      schedule: { kind: "delta-interval", delta: { seconds: 86_400 } },
      startDate: "1970-01-01T00:00:00Z",
      catchup: true,
    },
  );
  const engine = await Engine.start({ now: "1970-02-01T00:00Z", specs: [spec], catchupLimit: 10 });
  expect(await engine.runs("history")).toEqual([]);
  const [held] = await engine.store.listDags({ dagIds: ["history"] });
  expect(held?.heldReason).toMatch(/would create 31 runs, from 1970-01-01T00:00:00\+00:00 to 1970-01-31/);
  await engine.store.confirmCatchup("history", engine.clock.now());
  while (engine.ended.length < 31) await engine.settled();
  const [free] = await engine.store.listDags({ dagIds: ["history"] });
  expect(free?.heldReason).toBeNull();
});

test("@once runs once, also after a restart", async () => {
  const spec = dagSpec("once", { a: {} }, { schedule: { kind: "once" } });
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec] });
  await engine.stop();
  const again = await Engine.start({ now: "2026-03-11T12:00Z", specs: [spec], store: engine.store });
  await again.advanceTo("2026-03-20T12:00Z");
  expect(await again.runs("once")).toHaveLength(1);
});

test("@continuous starts the next run where the last has ended, one at a time", async () => {
  const minute = { outcome: { kind: "success" } } as const;
  const spec = dagSpec(
    "endless",
    { a: {} },
    { schedule: { kind: "continuous" }, startDate: "2026-03-10T00:00:00Z", maxActiveRuns: 1 },
  );
  const gate = Promise.withResolvers<typeof minute>();
  let calls = 0;
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [spec],
    handlers: new Map([["a", () => (++calls === 3 ? gate.promise : minute)]]),
  });
  await engine.advanceTo("2026-03-10T12:01Z");
  const runs = await engine.runs("endless");
  expect(runs.map(({ state }) => state)).toEqual(["success", "success", "running"]);
  expect(runs[1]?.dataIntervalStart).toBe(runs[0]?.dataIntervalEnd);
});

test("a task is tried again after its delay, and the run succeeds", async () => {
  let calls = 0;
  const spec = dagSpec("retry", { a: { retry: { retries: 2, delaySeconds: 300 } }, b: { upstream: ["a"] } });
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [spec],
    handlers: new Map([["a", () => (++calls < 3 ? FAILED : { outcome: { kind: "success" } })]]),
  });
  await trigger(engine, "retry");
  const [run] = await engine.runs("retry");
  expect(run?.state).toBe("running");
  await engine.advanceTo("2026-03-10T12:04:59Z");
  expect(calls).toBe(1);
  await engine.advanceTo("2026-03-10T12:10:01Z");
  expect(calls).toBe(3);
  expect((await engine.runs("retry"))[0]?.state).toBe("success");
  const attempts = await engine.store.listAttempts(run?.runKey ?? 0, "a", -1);
  expect(attempts.map(({ state }) => state)).toEqual(["failed", "failed"]);
});

test("a paused DAG starts nothing; switched on, it goes on where it stood", async () => {
  const spec = dagSpec("paused", { a: {} }, { isPausedUponCreation: true });
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec] });
  await trigger(engine, "paused");
  expect(engine.orders).toHaveLength(0);
  await engine.store.setPaused("paused", false, engine.clock.now());
  await engine.settled();
  expect((await engine.runs("paused"))[0]?.state).toBe("success");
});

test("depends_on_past waits for the run before, and goes on when it has succeeded", async () => {
  const gate = Promise.withResolvers<{ outcome: { kind: "success" } }>();
  const spec = dagSpec(
    "past",
    { a: { dependsOnPast: true } },
    {
      schedule: { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
      startDate: "2026-01-01T00:00:00Z",
      catchup: true,
    },
  );
  const engine = await Engine.start({
    now: "2026-01-03T00:00Z",
    specs: [spec],
    handlers: new Map([["a", () => gate.promise]]),
  });
  expect(engine.orders).toHaveLength(1);
  gate.resolve({ outcome: { kind: "success" } });
  while (engine.ended.length < 2) await engine.settled();
  expect(engine.orders).toHaveLength(2);
});

test("what was out when the process died is tried again without costing a retry", async () => {
  const spec = dagSpec("killed", { a: {} });
  const never = new Promise<never>(() => undefined);
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [spec],
    handlers: new Map([["a", () => never]]),
  });
  await trigger(engine, "killed");
  await engine.advanceTo("2026-03-10T12:01Z");
  await engine.stop();
  const again = await Engine.start({ now: "2026-03-10T13:00Z", specs: [spec], store: engine.store });
  while (again.ended.length < 1) await again.settled();
  const [run] = await again.runs("killed");
  expect(run?.state).toBe("success");
  const instance = run && (await again.instances(run)).a;
  expect(instance).toMatchObject({ state: "success", tryNumber: 2, maxTries: 1, lostAttempts: 1 });
  expect(await again.store.listAttempts(run?.runKey ?? 0, "a", -1)).toHaveLength(1);
});

test("a run that takes longer than its time-out fails, and what runs is cancelled", async () => {
  const never = new Promise<never>(() => undefined);
  const spec = dagSpec("slow", { a: {}, b: { upstream: ["a"] } }, { dagrunTimeoutSeconds: 60 });
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [spec],
    handlers: new Map([["a", () => never]]),
  });
  await trigger(engine, "slow");
  await engine.advanceTo("2026-03-10T12:01:01Z");
  const [run] = await engine.runs("slow");
  expect(run?.state).toBe("failed");
  expect(run && (await engine.instances(run)).b?.state).toBe("skipped");
});

test("a run keeps the version it began with", async () => {
  const gate = Promise.withResolvers<{ outcome: { kind: "success" } }>();
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [dagSpec("versions", { a: {}, old: { upstream: ["a"] } })],
    handlers: new Map([["a", () => gate.promise]]),
  });
  await trigger(engine, "versions");
  await engine.publish([dagSpec("versions", { a: {}, fresh: { upstream: ["a"] } })]);
  await engine.settled();
  gate.resolve({ outcome: { kind: "success" } });
  while (engine.ended.length < 1) await engine.settled();
  expect(engine.orders.map(({ task }) => task.taskId)).toEqual(["a", "old"]);
  await engine.advanceTo("2026-03-10T12:01Z");
  await trigger(engine, "versions");
  expect(engine.orders.map(({ task }) => task.taskId)).toContain("fresh");
});

test("a scheduled run whose date a manual one has taken is passed over, and the schedule goes on", async () => {
  const spec = dagSpec(
    "taken",
    { a: {} },
    { schedule: { kind: "delta-interval", delta: { seconds: 60 } }, startDate: "2026-03-10T12:00:00Z" },
  );
  const engine = await Engine.start({ now: "2026-03-10T12:00:30Z", specs: [spec] });
  await trigger(engine, "taken", { logicalDate: parseInstant("2026-03-10T12:00Z"), runId: "mine" });
  await engine.advanceTo("2026-03-10T12:02:30Z");
  expect((await engine.runs("taken")).map(({ runId }) => runId)).toEqual([
    "mine",
    "scheduled__2026-03-10T12:02:00+00:00",
  ]);
});

test("the queue of an executor is never more than its capacity", async () => {
  const tasks = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`t${index}`, {}]));
  const never = new Promise<never>(() => undefined);
  const engine = await Engine.start({
    now: "2026-03-10T12:00Z",
    specs: [dagSpec("wide", tasks, { maxActiveTasks: 100 })],
    capacity: 7,
    handlers: new Map(Object.keys(tasks).map((id) => [id, () => never])),
  });
  await trigger(engine, "wide");
  expect(engine.orders).toHaveLength(7);
});

test("a run that ends as soon as it starts makes room for the next at once", async () => {
  const spec = dagSpec("instant", { a: { lane: "empty" } }, { maxActiveRuns: 1, isPausedUponCreation: true });
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec] });
  for (const logicalDate of [1, 2, 3]) await trigger(engine, "instant", { runId: `run_${logicalDate}`, logicalDate });
  await engine.store.setPaused("instant", false, engine.clock.now());
  await engine.settled();
  expect((await engine.runs("instant")).map(({ state }) => state)).toEqual(["success", "success", "success"]);
});

test("an end that gives nobody anything to do shares the transaction of the end that does", async () => {
  const success = { outcome: { kind: "success" } } as const;
  const gates = new Map(["a", "b"].map((id) => [id, Promise.withResolvers<typeof success>()]));
  const spec = dagSpec("join", { a: {}, b: {}, c: { upstream: ["a", "b"] } });
  const handlers = new Map([...gates].map(([id, { promise }]) => [id, () => promise]));
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec], handlers });
  await trigger(engine, "join");
  let commits = 0;
  engine.store.subscribe(({ kind }) => void (commits += kind === "runs" ? 1 : 0));
  for (const { resolve } of gates.values()) {
    resolve(success);
    for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
  }
  while (engine.ended.length < 1) await engine.settled();
  // The ends of a and b with the order of c; the end of c.
  expect(commits).toBe(2);
});

test("a delay beyond all calendars keeps neither its own run nor others from going on", async () => {
  const retry = { retries: 3, delaySeconds: 1e18 };
  const specs = [dagSpec("patient", { a: { retry } }), dagSpec("other", { b: {} })];
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs, handlers: new Map([["a", FAILED]]) });
  await trigger(engine, "patient");
  await trigger(engine, "other");
  const [run] = await engine.runs("patient");
  const { a } = await engine.instances(run as DagRun);
  expect(a).toMatchObject({ state: "up_for_retry" });
  expect(isoZ(a?.resumeAt ?? 0)).toMatch(/^4764-/);
  expect(engine.ended.map(({ dagId, state }) => [dagId, state])).toEqual([["other", "success"]]);
});
