/** The inbox, pools, switches, notices, and the life of the store itself. */
import { type AttemptEvent, newTaskInstance } from "@momiji/core";
import { describe, expect, test } from "vitest";
import type { Store, StoreNotice } from "../store.ts";
import { file, NEW_YEAR, newRun, publish, runningRun, scheduler, spec, type OpenStore } from "./samples.ts";

export function upkeep(open: OpenStore): void {
  describe("the inbox", () => inbox(open));
  describe("pools and switches", () => settings(open));
  describe("notices", () => notices(open));
  describe("the store itself", () => life(open));
}

function inbox(open: OpenStore): void {
  test("events are read in the order of their arrival until they are drained", async () => {
    const store = await open();
    const events: AttemptEvent[] = [
      { type: "started", attemptId: "a", at: NEW_YEAR, worker: "w", pid: 7 },
      { type: "xcom", attemptId: "a", at: NEW_YEAR, xcoms: [{ key: "k", value: ["ß", null] }] },
      { type: "deferred", attemptId: "a", at: NEW_YEAR, until: null },
      { type: "finished", attemptId: "a", at: NEW_YEAR, outcome: { kind: "success" } },
    ];
    await store.appendInbox(events.slice(0, 1), NEW_YEAR);
    await store.appendInbox(events.slice(1), NEW_YEAR);
    expect((await store.readInbox(10)).map((entry) => entry.event)).toEqual(events);
    expect((await store.readInbox(2)).map((entry) => entry.event)).toEqual(events.slice(0, 2));
  });

  test("numbers of drained events are not given again", async () => {
    const store = await open();
    const owner = await scheduler(store);
    const event: AttemptEvent = { type: "deferred", attemptId: "a", at: NEW_YEAR, until: NEW_YEAR };
    await store.appendInbox([event], NEW_YEAR);
    const first = (await store.readInbox(1))[0]?.id ?? 0;
    await owner.commitBatch({ drained: [first] });
    expect(await store.readInbox(1)).toEqual([]);
    await store.appendInbox([event], NEW_YEAR);
    expect((await store.readInbox(1))[0]?.id).toBeGreaterThan(first);
  });
}

function settings(open: OpenStore): void {
  test("the default pool has 128 slots from the start, and pools can be added and changed", async () => {
    const store = await open();
    const [defaultPool] = await store.listPools();
    expect(defaultPool).toMatchObject({ name: "default_pool", slots: 128, includeDeferred: false });
    const narrow = { name: "api", slots: 2, includeDeferred: true, description: "two at once" };
    await store.setPool(narrow);
    await store.setPool({ ...narrow, slots: -1, description: null });
    expect(await store.listPools()).toEqual([{ ...narrow, slots: -1, description: null }, defaultPool]);
  });

  test("DAGs are paused and their catchup confirmed by id", async () => {
    const store = await open();
    await publish(store, "a");
    await (await scheduler(store)).commitBatch({ schedules: [{ dagId: "a", heldReason: "too many runs" }] });
    expect(await store.setPaused("a", false, NEW_YEAR + 1)).toBe(true);
    expect(await store.confirmCatchup("a", NEW_YEAR + 2)).toBe(true);
    expect(await store.listDags()).toMatchObject([
      { isPaused: false, catchupConfirmedAt: NEW_YEAR + 2, heldReason: null, updatedAt: NEW_YEAR + 2 },
    ]);
    expect(await store.setPaused("none", true, NEW_YEAR)).toBe(false);
    expect(await store.confirmCatchup("none", NEW_YEAR)).toBe(false);
  });
}

function notices(open: OpenStore): void {
  async function noticesOf(store: Store, work: () => Promise<unknown>): Promise<StoreNotice[]> {
    const heard: StoreNotice[] = [];
    const stop = store.subscribe((notice) => heard.push(notice));
    await work();
    stop();
    return heard;
  }

  test("whoever asks is told what a write has made of runs", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const changesOf = async (work: () => Promise<unknown>): Promise<unknown> => {
      const [notice] = await noticesOf(store, work);
      return notice?.kind === "runs" ? notice.changes?.() : notice;
    };
    const { runKey } = run;
    const done = { ...newTaskInstance("extract", 2), state: "success" } as const;
    const update = { runKey, expectRevision: 1, update: [done] };
    expect(await changesOf(() => owner.commit(update))).toEqual([{ runKey, instances: [done], removed: [] }]);
    const ended = { ...run, state: "success", endDate: NEW_YEAR } as const;
    const act = { runKey, expectRevision: 2, changes: { run: ended, insert: [], update: [] } };
    expect(await changesOf(() => store.act({ now: NEW_YEAR, runs: [act], events: [] }))).toEqual([
      { runKey, run: ended, instances: [], removed: [] },
    ]);
    expect(await changesOf(() => store.createRuns([newRun("etl", 5)], NEW_YEAR))).toMatchObject([
      { run: { dagId: "etl", state: "queued" }, instances: [], removed: [] },
    ]);
    const deleteRuns = [{ runKey, expectRevision: 3 }];
    expect(await changesOf(() => store.act({ now: NEW_YEAR, deleteRuns, events: [] }))).toEqual([
      { runKey, run: null, instances: [], removed: [] },
    ]);
    const broken = file("broken.ts", [], { bundle: null, errors: [{ message: "no" }] });
    expect(await noticesOf(store, () => store.publishFile(broken, NEW_YEAR))).toEqual([{ kind: "import-errors" }]);
    expect(await noticesOf(store, () => store.publishFile(broken, NEW_YEAR))).toEqual([]);
    expect(await noticesOf(store, () => store.retireFiles(["broken.ts"], NEW_YEAR))).toEqual([
      { kind: "import-errors" },
    ]);
  });

  test("each kind of change is told once it is committed", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const dags = [{ kind: "dags", dagIds: ["a"] }];
    const runs = [{ kind: "runs", dagIds: ["etl"] }];
    const told = async (work: () => Promise<unknown>, notices: object[]): Promise<void> => {
      expect(await noticesOf(store, work)).toMatchObject(notices);
    };
    await told(() => publish(store, "a"), dags);
    await told(() => store.setPaused("a", false, NEW_YEAR), dags);
    await told(() => store.confirmCatchup("a", NEW_YEAR), dags);
    await told(() => store.retireFiles(["a.ts"], NEW_YEAR), dags);
    const made = { ...runs[0], runKeys: [expect.any(Number)] };
    await told(() => store.createRuns([newRun("etl", 1)], NEW_YEAR), [made]);
    await told(() => owner.commit({ runKey: run.runKey, expectRevision: 1 }), [{ ...runs[0], by: "scheduler" }]);
    const event = { type: "started" as const, attemptId: "x", at: NEW_YEAR, worker: "w" };
    await told(() => store.appendInbox([event], NEW_YEAR), [{ kind: "inbox" }]);
    await told(
      () => store.setPool({ name: "p", slots: 1, includeDeferred: false, description: null }),
      [{ kind: "pools" }],
    );
  });

  test("nothing is told of what changed nothing or was refused", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const silent = async (work: () => Promise<unknown>) => expect(await noticesOf(store, work)).toEqual([]);
    await silent(() => store.publishFile(file("etl.ts", [spec("etl")]), NEW_YEAR));
    await silent(() => store.setPaused("none", true, NEW_YEAR));
    await silent(() => store.createRuns([newRun("etl", 0)], NEW_YEAR));
    await silent(() => owner.commit({ runKey: run.runKey, expectRevision: 0 }));
    await silent(() => expect(store.createRuns([newRun("none", 0)], NEW_YEAR)).rejects.toThrow());
  });
}

function life(open: OpenStore): void {
  test("a sound store has no problems to tell", async () => {
    const store = await open();
    expect(await store.check()).toEqual([]);
    await runningRun(store);
    expect(await store.check()).toEqual([]);
  });

  test("a closed store says so, and closing it twice does no harm", async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.listDags()).rejects.toMatchObject({ code: "store_closed" });
    await expect(store.setPaused("a", true, NEW_YEAR)).rejects.toMatchObject({ code: "store_closed" });
  });
}
