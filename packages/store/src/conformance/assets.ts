/** Assets: events of successes, queues of DAGs, runs that take events up, references, watchers. */
import { type AssetCondition, type DagSpec, newTaskInstance, SECOND } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import type { RunCommit, Store, StoreNotice } from "../store.ts";
import {
  created,
  createRun,
  file,
  NEW_YEAR,
  newRun,
  type OpenStore,
  type Scheduler,
  scheduler,
  spec,
} from "./samples.ts";

export function assets(open: OpenStore): void {
  describe("an event of an asset", () => events(open));
  describe("a queue of assets", () => queues(open));
  describe("a run by assets", () => runsByAssets(open));
  describe("who names an asset", () => references(open));
  describe("a watcher", () => watchers(open));
}

const A = { kind: "asset", name: "a", uri: "s3://a" } as const;
const B = { kind: "asset", name: "b", uri: "s3://b" } as const;
const X = { kind: "alias", name: "x" } as const;
const KEY_A = { name: "a", uri: "s3://a" };
const KEY_B = { name: "b", uri: "s3://b" };

function waiting(dagId: string, condition: AssetCondition, more: Partial<DagSpec> = {}): DagSpec {
  return spec(dagId, { schedule: { kind: "assets", condition }, isPausedUponCreation: false, ...more });
}

const PRODUCER = spec("makes", {
  isPausedUponCreation: false,
  tasks: [{ taskId: "extract", operator: "empty", lane: "empty", upstream: [], outlets: [A] }],
  assets: [{ ...KEY_A, group: "lake", extra: { team: "data" } }],
});

async function publishAll(store: Store, ...specs: readonly DagSpec[]): Promise<void> {
  for (const each of specs) await store.publishFile(file(`${each.dagId}.ts`, [each]), NEW_YEAR);
}

interface Producing {
  readonly store: Store;
  readonly owner: Scheduler;
  /** What commits the success of the task of one more run with an event of each asset. */
  success(...names: readonly ("a" | "b")[]): Promise<RunCommit>;
}

/** A store with these DAGs and one that makes assets. */
async function producing(open: OpenStore, ...specs: readonly DagSpec[]): Promise<Producing> {
  const store = await open();
  await publishAll(store, PRODUCER, ...specs);
  const owner = await scheduler(store);
  let day = 0;
  const success = async (...names: readonly ("a" | "b")[]): Promise<RunCommit> => {
    const run = await createRun(store, newRun("makes", day++));
    const instance = { ...newTaskInstance("extract", 0), state: "success", attemptId: `attempt-${day}` } as const;
    const told = names.map((name) => ({ asset: name === "a" ? KEY_A : KEY_B, extra: { day }, aliases: [] }));
    return {
      runKey: run.runKey,
      expectRevision: 0,
      insert: [instance],
      assetEvents: [{ taskId: "extract", mapIndex: -1, attemptId: instance.attemptId, events: told }],
    };
  };
  return { store, owner, success };
}

const changedIn = async (store: Store, dagId: string): Promise<readonly string[] | undefined> =>
  (await store.loadAssetQueues([dagId])).get(dagId)?.queued.map(({ asset }) => asset.name);

function events(open: OpenStore): void {
  test("is written with the success, with its source, and read by asset, by source and by time", async () => {
    const { store, owner, success } = await producing(open);
    await owner.commit(await success("a"));
    const { events: found, total } = await store.listAssetEvents({ scope: allDags, sourceDagId: "makes" });
    expect(total).toBe(1);
    expect(found).toEqual([
      {
        id: 1,
        assetId: 1,
        asset: KEY_A,
        group: "lake",
        at: NEW_YEAR,
        extra: { day: 1 },
        source: { dagId: "makes", runId: "scheduled__day_0", taskId: "extract", mapIndex: -1 },
        runs: [],
      },
    ]);
    expect((await store.listAssetEvents({ scope: allDags, of: A })).total).toBe(1);
    expect((await store.listAssetEvents({ scope: allDags, of: B })).total).toBe(0);
    expect((await store.listAssetEvents({ scope: allDags, after: NEW_YEAR })).total).toBe(0);
  });

  test("is there once, although the commit is repeated or the attempt told it before", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    const commit = await success("a");
    await owner.commit(commit);
    expect((await owner.commit(commit)).stale).toEqual([commit.runKey]);
    await owner.commit({ ...commit, expectRevision: 1, insert: [] });
    expect((await store.listAssetEvents({ scope: allDags })).total).toBe(1);
  });

  test("is not written if the run has changed meanwhile", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    await owner.commit({ ...(await success("a")), expectRevision: 7 });
    expect((await store.listAssetEvents({ scope: allDags })).total).toBe(0);
    expect(await changedIn(store, "eats")).toEqual([]);
  });

  test("through an alias makes the asset and resolves the alias to it", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", X), waiting("other", A));
    const base = await success();
    const [told] = base.assetEvents ?? [];
    const day = { asset: { name: "day", uri: "s3://day" }, extra: {}, aliases: ["x"] };
    await owner.commit({ ...base, assetEvents: told === undefined ? [] : [{ ...told, events: [day] }] });
    expect((await store.loadAssetQueues(["eats"])).get("eats")).toMatchObject({
      queued: [{ asset: day.asset }],
      aliases: { x: [day.asset] },
    });
    expect(await changedIn(store, "other")).toEqual([]);
    expect((await store.listAssetEvents({ scope: allDags, of: X })).events).toMatchObject([{ asset: day.asset }]);
    expect((await store.listAssetAliases()).map(({ name }) => name)).toEqual(["x"]);
  });

  test("by hand has no source; of an asset that is not there it is not written", async () => {
    const { store } = await producing(open, waiting("eats", A));
    const eventId = await store.createAssetEvent(1, { by: "hand" }, NEW_YEAR);
    expect((await store.listAssetEvents({ scope: allDags })).events).toMatchObject([
      { id: eventId, source: null, extra: { by: "hand" } },
    ]);
    expect(await store.createAssetEvent(999, {}, NEW_YEAR)).toBeNull();
    expect(await changedIn(store, "eats")).toEqual(["a"]);
  });

  test("is among the last of its asset, of which so many are told as are asked for", async () => {
    const { store } = await producing(open, waiting("eats", { kind: "all", of: [A, B] }));
    for (const after of [1, 2, 3]) await store.createAssetEvent(1, {}, NEW_YEAR + after);
    expect(await store.listLastAssetEvents([1, 2], 2)).toEqual(new Map([[1, [NEW_YEAR + 3, NEW_YEAR + 2]]]));
  });
}

function queues(open: OpenStore): void {
  test("counts each asset once, from its first event on", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", { kind: "all", of: [A, B] }));
    await owner.commitBatch({ runs: [await success("a")], now: NEW_YEAR + SECOND });
    await owner.commitBatch({ runs: [await success("a")], now: NEW_YEAR + 2 * SECOND });
    expect((await store.loadAssetQueues(["eats"])).get("eats")).toEqual({
      queued: [{ asset: KEY_A, queuedAt: NEW_YEAR + SECOND }],
      aliases: {},
      throughEventId: 2,
    });
  });

  test("takes nothing up while its DAG is paused", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    await store.setPaused("eats", true, NEW_YEAR);
    await owner.commit(await success("a"));
    expect(await changedIn(store, "eats")).toEqual([]);
  });

  test("is told of to those who listen, with the DAGs it is about", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A), waiting("drinks", A));
    const heard: StoreNotice[] = [];
    store.subscribe((notice) => heard.push(notice));
    await owner.commit(await success("a"));
    await Promise.resolve();
    const notice = heard.find(({ kind }) => kind === "assets");
    expect(notice).toEqual({ kind: "assets", dagIds: ["drinks", "eats"] });
  });

  test("keeps what a new version still waits for, and loses what it does not", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", { kind: "all", of: [A, B] }));
    await owner.commit(await success("a", "b"));
    await publishAll(store, waiting("eats", { kind: "any", of: [B, X] }));
    expect(await changedIn(store, "eats")).toEqual(["b"]);
  });

  test("is gone with its DAG", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    await owner.commit(await success("a"));
    await store.retireFiles(["eats.ts"], NEW_YEAR);
    expect(await store.listQueuedAssets({ scope: allDags })).toEqual([]);
    await owner.commit(await success("a"));
    expect(await store.listQueuedAssets({ scope: allDags })).toEqual([]);
  });

  test("is listed and emptied by DAG, by asset and by time", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", { kind: "all", of: [A, B] }));
    await owner.commit(await success("a", "b"));
    const [a] = await store.listQueuedAssets({ scope: allDags, dagId: "eats" });
    expect(a).toEqual({ dagId: "eats", assetId: 1, queuedAt: NEW_YEAR });
    expect(await store.deleteQueuedAssets({ scope: allDags, dagId: "eats", before: NEW_YEAR })).toBe(0);
    expect(await store.deleteQueuedAssets({ scope: allDags, assetId: 1 })).toBe(1);
    expect(await changedIn(store, "eats")).toEqual(["b"]);
  });
}

function runsByAssets(open: OpenStore): void {
  const byAssets = (runId: string, through: number) =>
    newRun("eats", 0, {
      runId,
      runType: "asset_triggered",
      triggeredBy: "asset",
      logicalDate: null,
      dataIntervalStart: null,
      dataIntervalEnd: null,
      assetEventsThrough: through,
    });

  test("takes up all events since the last one in the same commit, and leaves what came later", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    await owner.commit(await success("a"));
    await owner.commit(await success("a"));
    const { throughEventId } = (await store.loadAssetQueues(["eats"])).get("eats") ?? { throughEventId: 0 };
    await owner.commit(await success("a"));
    const first = created((await owner.commitBatch({ newRuns: [byAssets("one", throughEventId)] })).created[0]);
    expect((await store.listEventsOfRun(first.runKey)).map(({ id }) => id)).toEqual([1, 2]);
    expect(await changedIn(store, "eats")).toEqual(["a"]);
    const second = created((await owner.commitBatch({ newRuns: [byAssets("two", 3)] })).created[0]);
    const [event] = await store.listEventsOfRun(second.runKey);
    expect(event).toMatchObject({ id: 3, runs: [{ dagId: "eats", runId: "two", state: "queued", isNewest: true }] });
    expect(await changedIn(store, "eats")).toEqual([]);
  });

  test("takes up nothing from before its DAG named the asset", async () => {
    const { store, owner, success } = await producing(open);
    await owner.commit(await success("a"));
    await publishAll(store, waiting("eats", A));
    await store.claimDags({ owner: "scheduler", leaseSeconds: null, takeover: false });
    await owner.commit(await success("a"));
    const run = created((await owner.commitBatch({ newRuns: [byAssets("one", 2)] })).created[0]);
    expect((await store.listEventsOfRun(run.runKey)).map(({ id }) => id)).toEqual([2]);
  });

  test("that exists already takes up nothing again", async () => {
    const { store, owner, success } = await producing(open, waiting("eats", A));
    await owner.commit(await success("a"));
    await owner.commitBatch({ newRuns: [byAssets("one", 1)] });
    await owner.commit(await success("a"));
    expect((await owner.commitBatch({ newRuns: [byAssets("one", 2)] })).created[0]?.created).toBe(false);
    expect(await changedIn(store, "eats")).toEqual(["a"]);
  });
}

function references(open: OpenStore): void {
  test("is told by the current versions of the DAGs that are there", async () => {
    const store = await open();
    const reads = { taskId: "read", operator: "empty", lane: "empty", upstream: [], inlets: [A, B] } as const;
    await publishAll(store, PRODUCER, waiting("eats", A, { tasks: [reads] }));
    const [a] = await store.listAssets();
    expect(a).toEqual({
      id: 1,
      ...KEY_A,
      group: "lake",
      extra: { team: "data" },
      createdAt: NEW_YEAR,
      updatedAt: NEW_YEAR,
      scheduledDags: [{ dagId: "eats", since: NEW_YEAR }],
      producingTasks: [{ dagId: "makes", taskId: "extract", since: NEW_YEAR }],
      consumingTasks: [{ dagId: "eats", taskId: "read", since: NEW_YEAR }],
      aliases: [],
      watchers: [],
      lastEvent: null,
    });
    expect((await store.listAssets({ dagIds: ["makes"] })).map(({ name }) => name)).toEqual(["a"]);
    await store.retireFiles(["makes.ts", "eats.ts"], NEW_YEAR);
    expect(await store.listAssets()).toEqual([]);
    expect((await store.listAssets({ includeInactive: true })).map(({ name }) => name)).toEqual(["a", "b"]);
  });
}

function watchers(open: OpenStore): void {
  const watched = (dagId: string, more: Partial<DagSpec> = {}): DagSpec =>
    waiting(dagId, A, { assets: [{ ...KEY_A, watchers: [{ name: "poll", everySeconds: 30 }] }], ...more });

  test("is wanted once for all DAGs that wait for its asset, while one of them is on", async () => {
    const store = await open();
    await publishAll(store, watched("eats"), watched("drinks"));
    const wanted = async () => (await store.listWantedWatchers()).map(({ dagId, name }) => `${dagId} ${name}`);
    expect(await wanted()).toEqual(["drinks poll"]);
    await store.setPaused("drinks", true, NEW_YEAR);
    expect(await wanted()).toEqual(["eats poll"]);
    await store.setPaused("eats", true, NEW_YEAR);
    expect(await wanted()).toEqual([]);
  });

  test("reports events and its cursor in one step; a failure is kept until it goes well again", async () => {
    const store = await open();
    await publishAll(store, watched("eats"));
    const watcher = { asset: KEY_A, name: "poll" };
    expect((await store.listAssets())[0]?.watchers).toMatchObject([{ name: "poll", failures: 0, lastEventAt: null }]);
    await store.reportWatcherFailure(watcher, "no answer", NEW_YEAR);
    await store.reportWatcherFailure(watcher, "no answer again", NEW_YEAR + SECOND);
    const shown = async () => (await store.listAssets())[0]?.watchers[0];
    expect(await shown()).toMatchObject({ failures: 2, lastError: "no answer again", lastErrorAt: NEW_YEAR + SECOND });
    await store.reportWatcher({ ...watcher, events: [{ extra: { n: 1 } }], cursor: { at: 7 } }, NEW_YEAR);
    await store.reportWatcher({ ...watcher, events: [] }, NEW_YEAR + SECOND);
    expect(await shown()).toMatchObject({ failures: 0, lastError: null, lastEventAt: NEW_YEAR });
    expect((await store.listWantedWatchers())[0]?.cursor).toEqual({ at: 7 });
    expect(await changedIn(store, "eats")).toEqual(["a"]);
  });
}
