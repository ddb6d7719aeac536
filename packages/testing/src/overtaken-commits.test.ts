/** A person is faster than a commit that is on its way: nothing may rest on what the commit would have left. */
import { clearRun, buildGraph } from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import { type CommitBatch, openSqliteStore, type Store } from "@momiji/store";
import { expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;

/** Before the commit that ends the first run somebody clears it; `looked` is called after each commit. */
async function overtakenStore(looked: (store: Store) => Promise<void>): Promise<Store> {
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
  const commit = store.commit.bind(store);
  let isDone = false;
  store.commit = async (batch: CommitBatch) => {
    const ends = batch.runs.find(({ run }) => run?.state === "success");
    if (ends !== undefined && !isDone) {
      isDone = true;
      await clearWhole(store, ends.runKey, batch.now);
    }
    const result = await commit(batch);
    await looked(store);
    return result;
  };
  return store;
}

async function clearWhole(store: Store, runKey: number, now: number): Promise<void> {
  const [loaded] = await store.loadRuns([runKey]);
  const version = loaded === undefined ? null : await store.loadVersion(loaded.run.dagId, loaded.run.dagVersion);
  if (loaded === undefined || version === null) throw new Error("no such run");
  const view = { graph: buildGraph(version.spec), ...loaded, previous: null };
  const whole = { upstream: false, downstream: false, onlyFailed: false, onlyRunning: false, resetDagRuns: true };
  const { changes } = clearRun(view, { ...whole, newest: null }, now);
  const act = { runKey, expectRevision: loaded.run.revision, changes };
  expect(await store.act({ now, runs: [act], events: [] })).toEqual({ applied: true });
}

test("a run that is cleared while the commit of its end is under way leaves no place to the next", async () => {
  const running: number[] = [];
  const store = await overtakenStore(async (real) => {
    running.push((await real.listRuns({ states: ["running"] })).length);
  });
  const waiting: (() => void)[] = [];
  const handler: InlineHandler = () => new Promise((resolve) => waiting.push(() => resolve(SUCCESS)));
  const spec = dagSpec("d", { t: {} }, { maxActiveRuns: 1 });
  const engine = await Engine.start({
    now: "2026-03-01T00:00Z",
    specs: [spec],
    handlers: new Map([["t", handler]]),
    store,
  });
  const ofRun = {
    dagId: "d",
    runType: "manual",
    triggeredBy: "ui",
    logicalDate: null,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: engine.clock.now(),
    conf: {},
    dagVersion: 1,
    note: null,
  } as const;
  await store.createRuns(
    [
      { ...ofRun, runId: "r1" },
      { ...ofRun, runId: "r2" },
    ],
    engine.clock.now(),
  );
  for (let ended = 0; ended < 3; ended++) {
    await engine.settled();
    waiting.shift()?.();
  }
  await engine.settled();
  expect(engine.orders.map(({ run }) => run.runId)).toEqual(["r1", "r1", "r2"]);
  expect((await engine.runs("d")).map(({ state }) => state)).toEqual(["success", "success"]);
  expect(Math.max(...running)).toBe(1);
  await engine.stop();
});
