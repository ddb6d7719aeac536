/** A person is faster than a commit that is on its way: nothing may rest on what the commit would have left. */
import {
  type Act,
  buildGraph,
  clearRun,
  type DagRun,
  type Json,
  type MarkedState,
  markInstances,
  type RunView,
} from "@momiji/core";
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
  const whole = { upstream: false, downstream: false, onlyFailed: false, onlyRunning: false, resetDagRuns: true };
  await act(store, { runKey, now }, (view) => clearRun(view, { ...whole, newest: null }, now));
}

interface Acting {
  readonly runKey: number;
  readonly now: number;
}

async function mark(
  store: Store,
  { taskIds, state, ...of }: Acting & { taskIds: readonly string[]; state: MarkedState },
) {
  const tasks = taskIds.map((taskId) => ({ taskId }));
  await act(store, of, (view) => markInstances(view, { tasks, upstream: false, downstream: false, state }, of.now));
}

async function act(store: Store, { runKey, now }: Acting, decide: (view: RunView) => Act): Promise<void> {
  const [loaded] = await store.loadRuns([runKey]);
  const version = loaded === undefined ? null : await store.loadVersion(loaded.run.dagId, loaded.run.dagVersion);
  if (loaded === undefined || version === null) throw new Error("no such run");
  const { changes } = decide({ graph: buildGraph(version.spec), ...loaded, previous: null });
  const acted = { runKey, expectRevision: loaded.run.revision, changes };
  expect(await store.act({ now, runs: [acted], events: [] })).toEqual({ applied: true });
}

const MANUAL = {
  dagId: "d",
  runType: "manual",
  triggeredBy: "ui",
  logicalDate: null,
  dataIntervalStart: null,
  dataIntervalEnd: null,
  conf: {},
  dagVersion: 1,
  note: null,
} as const;

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
  const ofRun = { ...MANUAL, runAfter: engine.clock.now() };
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

test("what was concluded from a first act does not stand beside what a second one says", async () => {
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
  const commit = store.commit.bind(store);
  const loadRuns = store.loadRuns.bind(store);
  const asked: number[] = [];
  store.commit = async (batch: CommitBatch) => {
    const ends = batch.runs.find(({ update = [] }) => update.some(({ state }) => state === "success"));
    if (ends !== undefined && asked.length === 0) {
      asked.push(ends.runKey);
      await mark(store, { runKey: ends.runKey, now: batch.now, taskIds: ["a"], state: "skipped" });
      // The scheduler loads the run again after its refused commit, and then this comes.
      store.loadRuns = async (runKeys) => {
        store.loadRuns = loadRuns;
        const loaded = await loadRuns(runKeys);
        await mark(store, { runKey: ends.runKey, now: batch.now, taskIds: ["a", "b"], state: "failed" });
        return loaded;
      };
    }
    return commit(batch);
  };
  const spec = dagSpec("d", { a: {}, b: { upstream: ["a"] } });
  const engine = await Engine.start({ now: "2026-03-01T00:00Z", specs: [spec], store });
  await store.createRuns([{ ...MANUAL, runId: "r", runAfter: engine.clock.now() }], engine.clock.now());
  await engine.settled();
  const found = await store.findRun("d", "r");
  expect(found?.run.state).toBe("failed");
  expect(found?.instances.map(({ taskId, state }) => [taskId, state])).toEqual([
    ["a", "failed"],
    ["b", "failed"],
  ]);
  await engine.stop();
});

const DEEP = JSON.parse(`${"[".repeat(1_500)}1${"]".repeat(1_500)}`) as Json;
const giving = (value: Json) => ({ ...SUCCESS, xcoms: [{ key: "return_value", value }] });

test("of tasks that end together the one whose value the store does not take has failed, and all others go on", async () => {
  const ids = ["a", "b", "deep", "c"];
  const handlers = new Map(ids.map((id) => [id, giving(id === "deep" ? DEEP : id)]));
  const spec = dagSpec("d", Object.fromEntries(ids.map((id) => [id, {}])));
  const other = dagSpec("other", { a: {} });
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [spec, other], handlers });
  await engine.store.createRuns(
    [
      ["d", "1"],
      ["other", "2"],
    ].map(([dagId = "", runId = ""]) => ({ ...MANUAL, dagId, runId, runAfter: engine.clock.now() })),
    engine.clock.now(),
  );
  await engine.settled();
  const [run] = await engine.runs("d");
  const { deep, ...others } = await engine.instances(run as DagRun);
  expect(Object.values(others).map((instance) => instance?.state)).toEqual(["success", "success", "success"]);
  expect(deep).toMatchObject({
    state: "failed",
    outcome: { kind: "failed", message: expect.stringMatching(/^what it reported could not be stored: ./) },
  });
  expect(Object.fromEntries(engine.ended.map(({ dagId, state }) => [dagId, state]))).toEqual({
    d: "failed",
    other: "success",
  });
});
