import {
  type AssetCondition,
  type AssetRef,
  type DagRun,
  type DagSpec,
  formatInstant,
  type TaskSpec,
} from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import { allDags, openSqliteStore } from "@momiji/store";
import { describe, expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec, type SpecOptions } from "./specs.ts";

const NOW = "2026-03-10T12:00Z";
const A = { kind: "asset", name: "a", uri: "s3://a" } as const;
const B = { kind: "asset", name: "b", uri: "s3://b" } as const;
const X = { kind: "alias", name: "x" } as const;

/** Runs at every full hour. */
const HOURLY = {
  schedule: { kind: "cron-trigger", crons: ["0 * * * *"], timezone: "UTC" },
  startDate: "2026-03-10T12:30:00Z",
} as const;

function maker(dagId: string, outlets: readonly AssetRef[], more: Partial<TaskSpec> = {}): DagSpec {
  return dagSpec(dagId, { [`make_${dagId}`]: { outlets, ...more } }, HOURLY);
}

function eater(dagId: string, condition: AssetCondition, options: SpecOptions = {}): DagSpec {
  return dagSpec(dagId, { [`eat_${dagId}`]: {} }, { schedule: { kind: "assets", condition }, ...options });
}

async function eventsOf(engine: Engine, run: DagRun | undefined): Promise<string[]> {
  const events = run === undefined ? [] : await engine.store.listEventsOfRun(run.runKey);
  return events.map(({ asset, source }) => `${asset.name} of ${source?.dagId ?? "nobody"}`);
}

const countOf = async (engine: Engine, dagId: string): Promise<number> => (await engine.runs(dagId)).length;

describe("a DAG that waits for one asset", () => {
  test("runs at the very instant at which a task of another DAG makes it, about no date, with the event attached", async () => {
    const engine = await Engine.start({ now: NOW, specs: [maker("makes", [A]), eater("eats", A)] });
    await engine.advanceTo("2026-03-10T13:00Z");
    const [run] = await engine.runs("eats");
    expect(run).toMatchObject({
      runId: "asset_triggered__2026-03-10T13:00:00+00:00_aaaaaaaa",
      runType: "asset_triggered",
      triggeredBy: "asset",
      logicalDate: null,
      dataIntervalStart: null,
      state: "success",
    });
    expect(formatInstant(run?.startDate ?? 0)).toBe("2026-03-10T13:00:00+00:00");
    expect(await eventsOf(engine, run)).toEqual(["a of makes"]);
  });

  test("has no run while it allows none by assets, and the events wait until it does", async () => {
    const specs = [maker("makes", [A]), eater("eats", A, { allowedRunTypes: ["manual"] })];
    const engine = await Engine.start({ now: NOW, specs });
    await engine.advanceTo("2026-03-10T13:30Z");
    expect(await countOf(engine, "eats")).toBe(0);
    await engine.publish([eater("eats", A)]);
    await engine.settled();
    expect(await countOf(engine, "eats")).toBe(1);
  });

  test("sees the events in its order, with what the code said of them", async () => {
    const said = { outcome: { kind: "success" }, assetEvents: [{ asset: A, extra: { rows: 7 } }] } as const;
    const engine = await Engine.start({
      now: NOW,
      specs: [maker("makes", [A]), eater("eats", A)],
      handlers: new Map<string, InlineHandler>([["make_makes", said]]),
    });
    await engine.advanceTo("2026-03-10T13:00Z");
    const order = engine.orders.find(({ task }) => task.taskId === "eat_eats");
    expect(order?.run.triggeringAssetEvents).toMatchObject([{ asset: { name: "a" }, extra: { rows: 7 } }]);
    expect(engine.orders.find(({ task }) => task.taskId === "make_makes")?.run.triggeringAssetEvents).toBeUndefined();
  });

  test.each([
    ["fails", { kind: "failed", code: "exception", message: "no", retryable: false }],
    ["is skipped", { kind: "skipped" }],
  ] as const)("does not run when the task that makes it %s", async (_, outcome) => {
    const engine = await Engine.start({
      now: NOW,
      specs: [maker("makes", [A]), eater("eats", A)],
      handlers: new Map<string, InlineHandler>([["make_makes", { outcome }]]),
    });
    await engine.advanceTo("2026-03-10T14:00Z");
    expect(await countOf(engine, "eats")).toBe(0);
  });

  test("runs after an empty task with that outlet too", async () => {
    const makes = maker("makes", [A], { operator: "empty", lane: "empty" });
    const engine = await Engine.start({ now: NOW, specs: [makes, eater("eats", A)] });
    await engine.advanceTo("2026-03-10T13:00Z");
    expect(await countOf(engine, "eats")).toBe(1);
  });

  test("may itself make what the next one waits for", async () => {
    const middle = dagSpec("middle", { refine: { outlets: [B] } }, { schedule: { kind: "assets", condition: A } });
    const engine = await Engine.start({ now: NOW, specs: [maker("makes", [A]), middle, eater("eats", B)] });
    await engine.advanceTo("2026-03-10T13:00Z");
    expect(await eventsOf(engine, (await engine.runs("eats"))[0])).toEqual(["b of middle"]);
  });
});

describe("a DAG that waits for several", () => {
  const hourlyA = maker("makes_a", [A]);
  const twoHourlyB: DagSpec = {
    ...maker("makes_b", [B]),
    schedule: { kind: "cron-trigger", crons: ["0 */2 * * *"], timezone: "UTC" },
  };

  test("waits for all of them, counts each once, and takes all their events up", async () => {
    const engine = await Engine.start({
      now: NOW,
      specs: [hourlyA, twoHourlyB, eater("eats", { kind: "all", of: [A, B] })],
    });
    await engine.advanceTo("2026-03-10T13:30Z");
    expect(await countOf(engine, "eats")).toBe(0);
    await engine.advanceTo("2026-03-10T14:00Z");
    const [run] = await engine.runs("eats");
    expect((await eventsOf(engine, run)).toSorted()).toEqual(["a of makes_a", "a of makes_a", "b of makes_b"]);
    await engine.advanceTo("2026-03-10T15:00Z");
    expect(await countOf(engine, "eats")).toBe(1);
  });

  test("with any runs at each", async () => {
    const engine = await Engine.start({
      now: NOW,
      specs: [hourlyA, twoHourlyB, eater("eats", { kind: "any", of: [A, B] })],
    });
    await engine.advanceTo("2026-03-10T13:00Z");
    expect(await countOf(engine, "eats")).toBe(1);
  });

  test("goes by its new version's condition, with what is queued already", async () => {
    const engine = await Engine.start({
      now: NOW,
      specs: [hourlyA, eater("eats", { kind: "all", of: [A, B] })],
    });
    await engine.advanceTo("2026-03-10T13:00Z");
    await engine.publish([eater("eats", A)]);
    await engine.settled();
    expect(await countOf(engine, "eats")).toBe(1);
  });
});

test("an alias is whatever asset the task says at run time", async () => {
  const said = {
    outcome: { kind: "success" },
    assetEvents: [{ asset: { name: "day", uri: "s3://day" }, alias: "x", extra: {} }],
  } as const;
  const engine = await Engine.start({
    now: NOW,
    specs: [
      maker("makes", [X]),
      eater("by_alias", X),
      eater("by_asset", { kind: "asset", name: "day", uri: "s3://day" }),
    ],
    handlers: new Map<string, InlineHandler>([["make_makes", said]]),
  });
  await engine.advanceTo("2026-03-10T13:00Z");
  expect(await eventsOf(engine, (await engine.runs("by_alias"))[0])).toEqual(["day of makes"]);
  expect(await eventsOf(engine, (await engine.runs("by_asset"))[0])).toEqual(["day of makes"]);
});

test("an alias that the task names nothing through makes no run", async () => {
  const engine = await Engine.start({ now: NOW, specs: [maker("makes", [X]), eater("by_alias", X)] });
  await engine.advanceTo("2026-03-10T13:00Z");
  expect(await countOf(engine, "by_alias")).toBe(0);
});

test("asset-or-time runs at its times with a date and at its assets without", async () => {
  const schedule = { kind: "asset-or-time", condition: A, time: HOURLY.schedule } as const;
  const spec = dagSpec("both", { work: {} }, { schedule, startDate: HOURLY.startDate });
  const engine = await Engine.start({ now: NOW, specs: [spec, maker("makes", [A])] });
  await engine.advanceTo("2026-03-10T13:00Z");
  const runs = await engine.runs("both");
  expect(runs.map(({ runType }) => runType).toSorted()).toEqual(["asset_triggered", "scheduled"]);
  expect(runs.filter(({ logicalDate }) => logicalDate === null)).toHaveLength(1);
});

test("a paused DAG counts nothing; what it had counted before makes its run when it is switched on", async () => {
  const engine = await Engine.start({
    now: NOW,
    specs: [maker("makes", [A]), eater("eats", { kind: "all", of: [A, B] })],
  });
  await engine.advanceTo("2026-03-10T13:00Z");
  await engine.store.setPaused("eats", true, engine.clock.now());
  await engine.publish([maker("makes_b", [B])]);
  await engine.advanceTo("2026-03-10T14:00Z");
  await engine.store.setPaused("eats", false, engine.clock.now());
  await engine.settled();
  expect(await countOf(engine, "eats")).toBe(0);
  await engine.advanceTo("2026-03-10T15:00Z");
  const [run] = await engine.runs("eats");
  // As in Airflow: the run takes up what came while the DAG was paused as well.
  expect((await eventsOf(engine, run)).filter((event) => event.startsWith("b"))).toHaveLength(2);
});

test("no more runs are made than may be active; the events that come meanwhile go to the next one", async () => {
  let finish: () => void = () => undefined;
  const waits: InlineHandler = () =>
    new Promise((resolve) => {
      finish = () => resolve({ outcome: { kind: "success" } });
    });
  const engine = await Engine.start({
    now: NOW,
    specs: [maker("makes", [A]), eater("eats", A, { maxActiveRuns: 1 })],
    handlers: new Map([["eat_eats", waits]]),
  });
  await engine.advanceTo("2026-03-10T15:30Z");
  expect(await countOf(engine, "eats")).toBe(1);
  finish();
  await engine.settled();
  const [, second] = await engine.runs("eats");
  expect(await eventsOf(engine, second)).toEqual(["a of makes", "a of makes"]);
});

test("a thousand consumers of one asset all run at the instant at which it is made", async () => {
  const eaters = Array.from({ length: 1000 }, (_, index) => eater(`eats_${index}`, A));
  const engine = await Engine.start({ now: NOW, specs: [maker("makes", [A]), ...eaters] });
  await engine.advanceTo("2026-03-10T13:00Z");
  while (engine.ended.length < 1001) await engine.settled();
  const runs = await engine.store.listRuns({ runTypes: ["asset_triggered"], limit: 2000 });
  expect(new Set(runs.map(({ dagId }) => dagId)).size).toBe(1000);
  expect(new Set(runs.map(({ queuedAt }) => formatInstant(queuedAt)))).toEqual(new Set(["2026-03-10T13:00:00+00:00"]));
}, 60_000);

test("a scheduler that dies between the success and the run makes the run once it is back, and only once", async () => {
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
  const specs = [maker("makes", [A]), eater("eats", A)];
  const dying = await Engine.start({ now: NOW, specs, store });
  const commit = store.commit.bind(store);
  // Nothing after the commit that holds the success reaches the store: as if the process had ended there.
  const died = Promise.withResolvers<void>();
  let isDead = false;
  store.commit = async (batch) => {
    if (isDead) return new Promise(() => undefined);
    const result = await commit(batch);
    isDead = batch.runs.some(({ assetEvents }) => assetEvents !== undefined);
    if (isDead) died.resolve();
    return result;
  };
  dying.clock.moveTo(dying.clock.nextTimer() ?? 0);
  await died.promise;
  store.commit = commit;
  expect(await store.listRuns({ dagId: "eats" })).toEqual([]);

  const next = await Engine.start({ now: "2026-03-10T13:10Z", specs, store });
  const [run] = await next.runs("eats");
  expect(run?.state).toBe("success");
  expect(await eventsOf(next, run)).toEqual(["a of makes"]);
  await next.advanceTo("2026-03-10T13:50Z");
  expect(await countOf(next, "eats")).toBe(1);
  expect((await store.listAssetEvents({ scope: allDags })).total).toBe(1);
});

test("an event by hand makes a run, and one whose queue was emptied does not", async () => {
  const engine = await Engine.start({
    now: NOW,
    specs: [eater("eats", A), eater("both", { kind: "all", of: [A, B] })],
  });
  await engine.store.createAssetEvent(1, {}, engine.clock.now());
  await engine.settled();
  expect(await countOf(engine, "eats")).toBe(1);
  await engine.store.deleteQueuedAssets({ scope: allDags, dagId: "both" });
  await engine.store.createAssetEvent(2, {}, engine.clock.now());
  await engine.settled();
  expect(await countOf(engine, "both")).toBe(0);
});
