/** Runs: how they are created, listed, loaded and found by their neighbours. */
import { DAY, newTaskInstance, type DagRun, type PlannedRun } from "@momiji/core";
import { describe, expect, test } from "vitest";
import type { Store } from "../store.ts";
import { created, createRun, NEW_YEAR, newRun, publish, scheduler, type OpenStore } from "./samples.ts";

export function runs(open: OpenStore): void {
  describe("creating runs", () => creating(open));
  describe("listing runs", () => listing(open));
  describe("loading runs", () => loading(open));
  describe("the runs before a run", () => previous(open));
}

/** Brings a run to a state, as a scheduler would. */
async function settle(store: Store, run: DagRun, state: DagRun["state"]): Promise<DagRun> {
  const owner = await scheduler(store);
  const after: DagRun = { ...run, state, startDate: NEW_YEAR + 1, endDate: NEW_YEAR + 2 };
  await owner.commit({ runKey: run.runKey, expectRevision: run.revision, run: after });
  return { ...after, revision: run.revision + 1 };
}

function creating(open: OpenStore): void {
  test("a new run is queued with everything it was asked with", async () => {
    const store = await open();
    await publish(store, "etl");
    const asked = newRun("etl", 0, { conf: { user: "椛", nested: [1, null, { deep: true }] }, note: "by hand" });
    const run = created((await store.createRuns([asked], NEW_YEAR + 9))[0]);
    const born = { state: "queued", queuedAt: NEW_YEAR + 9, startDate: null, endDate: null, reason: null, revision: 0 };
    expect(run).toEqual({ runKey: run.runKey, ...asked, ...born });
    expect(await store.findRun("etl", asked.runId)).toEqual({ run, instances: [] });
  });

  test("a taken run id or logical date is answered with the run that has it", async () => {
    const store = await open();
    await publish(store, "etl", "other");
    const first = await createRun(store, newRun("etl", 0));
    const answers = await store.createRuns(
      [
        newRun("etl", 5, { runId: first.runId }),
        newRun("etl", 0, { runId: "manual__1", conf: { a: 1 } }),
        newRun("other", 0),
        newRun("etl", 1),
        newRun("etl", 1),
      ],
      NEW_YEAR,
    );
    expect(answers[0]).toEqual({ created: false, conflict: "run_id", existing: first });
    expect(answers[1]).toEqual({ created: false, conflict: "logical_date", existing: first });
    expect(answers.map((answer) => answer.created)).toEqual([false, false, true, true, false]);
    expect(answers[4]).toMatchObject({ conflict: "run_id", existing: created(answers[3]) });
  });

  test("runs without a logical date do not stand in each other's way", async () => {
    const store = await open();
    await publish(store, "etl");
    const undated: Partial<PlannedRun> = { logicalDate: null, dataIntervalStart: null, dataIntervalEnd: null };
    const answers = await store.createRuns(
      [newRun("etl", 0, { ...undated, runId: "a" }), newRun("etl", 0, { ...undated, runId: "b" })],
      NEW_YEAR,
    );
    expect(answers.map((answer) => answer.created)).toEqual([true, true]);
  });

  test("a run of a version that is not there is refused, and none of its company is created", async () => {
    const store = await open();
    await publish(store, "etl");
    const asked = [newRun("etl", 0), newRun("etl", 1, { dagVersion: 7 })];
    await expect(store.createRuns(asked, NEW_YEAR)).rejects.toMatchObject({ code: "store_refused" });
    expect(await store.listRuns({})).toEqual([]);
  });

  test("of calls made at once the refused one takes nothing of the others back", async () => {
    const store = await open();
    await publish(store, "etl");
    const calls = [newRun("etl", 0), newRun("none", 0), newRun("etl", 1)].map((run) =>
      store.createRuns([run], NEW_YEAR),
    );
    const answers = await Promise.allSettled(calls);
    expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await store.listRuns({})).toHaveLength(2);
  });
}

function listing(open: OpenStore): void {
  async function filled(): Promise<Store> {
    const store = await open();
    await publish(store, "a", "b");
    await createRun(store, newRun("a", 0));
    await createRun(store, newRun("b", 1));
    const manual = await createRun(store, newRun("a", 2, { runId: "manual", runType: "manual", triggeredBy: "ui" }));
    const failed = await createRun(store, newRun("a", 3));
    await settle(store, manual, "running");
    await settle(store, failed, "failed");
    return store;
  }
  const days = (found: readonly DagRun[]): number[] => found.map((run) => (run.runAfter - NEW_YEAR) / DAY - 1);

  test("the newest come first", async () => {
    const store = await filled();
    expect(days(await store.listRuns({}))).toEqual([3, 2, 1, 0]);
    expect(days(await store.listRuns({ limit: 2 }))).toEqual([3, 2]);
  });

  test("filters narrow the list together", async () => {
    const store = await filled();
    expect(days(await store.listRuns({ dagId: "a" }))).toEqual([3, 2, 0]);
    expect(days(await store.listRuns({ runId: "scheduled__day_1" }))).toEqual([1]);
    expect(days(await store.listRuns({ states: ["queued"] }))).toEqual([1, 0]);
    expect(days(await store.listRuns({ states: ["queued", "running"] }))).toEqual([2, 1, 0]);
    expect(days(await store.listRuns({ states: ["failed"] }))).toEqual([3]);
    expect(days(await store.listRuns({ states: ["failed", "running"], dagId: "a" }))).toEqual([3, 2]);
    expect(days(await store.listRuns({ runTypes: ["manual", "backfill"] }))).toEqual([2]);
    expect(await store.listRuns({ states: [] })).toEqual([]);
    expect(await store.listRuns({ dagId: "none" })).toEqual([]);
  });
}

function loading(open: OpenStore): void {
  test("runs that are not finished are loaded with their task instances in order", async () => {
    const store = await open();
    await publish(store, "a", "b", "c");
    const queued = await createRun(store, newRun("a", 0));
    const running = await createRun(store, newRun("b", 0));
    await settle(store, await createRun(store, newRun("a", 1)), "success");
    await createRun(store, newRun("c", 0));
    const insert = [newTaskInstance("z", 0), newTaskInstance("m", 0, 1), newTaskInstance("m", 0, 0)];
    await (await scheduler(store)).commit({ runKey: running.runKey, expectRevision: 0, insert });
    expect(await store.loadActiveRuns(["a", "b"])).toEqual([
      { run: queued, instances: [] },
      { run: { ...running, revision: 1 }, instances: [insert[2], insert[1], insert[0]] },
    ]);
    expect(await store.loadActiveRuns([])).toEqual([]);
  });

  test("runs are loaded by their keys, finished or not", async () => {
    const store = await open();
    await publish(store, "a");
    const first = await settle(store, await createRun(store, newRun("a", 0)), "success");
    const second = await createRun(store, newRun("a", 1));
    const loaded = await store.loadRuns([second.runKey, 999_999, first.runKey]);
    expect(loaded.map(({ run }) => run)).toEqual([first, second]);
    expect(await store.findRun("a", "no such run")).toBeNull();
  });

  test("instants of Python's first and last year come back, and keep nobody from loading", async () => {
    const store = await open();
    await publish(store, "a");
    const [first, last] = [-62_135_596_800_000_000, 253_402_300_799_000_000];
    const dates = { logicalDate: last, dataIntervalStart: first, dataIntervalEnd: last };
    const run = await createRun(store, newRun("a", 0, dates));
    const waiting = { ...newTaskInstance("one", 0), state: "up_for_reschedule", resumeAt: last } as const;
    await (await scheduler(store)).commit({ runKey: run.runKey, expectRevision: 0, insert: [waiting] });
    const loaded = { run: { ...run, revision: 1 }, instances: [waiting] };
    expect(run).toMatchObject(dates);
    expect(await store.loadActiveRuns(["a"])).toEqual([loaded]);
    expect(await store.findRun("a", run.runId)).toEqual(loaded);
    expect(await store.listRuns({})).toEqual([loaded.run]);
    const later = await createRun(store, newRun("a", 1));
    expect(await store.findPreviousRun(later, false)).toBeNull();
  });
}

function previous(open: OpenStore): void {
  test("the run before is the one with the next earlier logical date of the same DAG", async () => {
    const store = await open();
    await publish(store, "a", "b");
    const first = await createRun(store, newRun("a", 0));
    const manual = await createRun(store, newRun("a", 1, { runId: "manual", runType: "manual" }));
    const last = await createRun(store, newRun("a", 2));
    await createRun(store, newRun("b", 1));
    const insert = [newTaskInstance("extract", 0)];
    await (await scheduler(store)).commit({ runKey: manual.runKey, expectRevision: 0, insert });
    expect(await store.findPreviousRun(last, false)).toEqual({ run: { ...manual, revision: 1 }, instances: insert });
    expect(await store.findPreviousRun(last, true)).toEqual({ run: first, instances: [] });
    expect(await store.findPreviousRun(first, false)).toBeNull();
  });

  test("a run without a logical date has no run before it", async () => {
    const store = await open();
    await publish(store, "a");
    await settle(store, await createRun(store, newRun("a", 0)), "success");
    const undated = await createRun(store, newRun("a", 1, { logicalDate: null }));
    expect(await store.findPreviousRun(undated, false)).toBeNull();
    expect(await store.findPreviousSuccess(undated)).toBeNull();
  });

  test("the previous success looks past failures", async () => {
    const store = await open();
    await publish(store, "a");
    const success = await settle(store, await createRun(store, newRun("a", 0)), "success");
    await settle(store, await createRun(store, newRun("a", 1)), "failed");
    const last = await createRun(store, newRun("a", 2));
    const { dataIntervalStart, dataIntervalEnd, startDate, endDate } = success;
    expect(await store.findPreviousSuccess(last)).toEqual({ dataIntervalStart, dataIntervalEnd, startDate, endDate });
    expect(await store.findPreviousSuccess(success)).toBeNull();
  });

  test("task states are found by logical date, one for each map index", async () => {
    const store = await open();
    await publish(store, "a");
    const run = await createRun(store, newRun("a", 0));
    const insert = [
      newTaskInstance("one", 0),
      { ...newTaskInstance("many", 0, 1), state: "failed" as const },
      { ...newTaskInstance("many", 0, 0), state: "success" as const },
    ];
    await (await scheduler(store)).commit({ runKey: run.runKey, expectRevision: 0, insert });
    expect(await store.findTaskStates("a", NEW_YEAR, ["many", "one", "none"])).toEqual({
      run: "queued",
      tasks: { many: ["success", "failed"], one: [null], none: [] },
    });
    expect(await store.findTaskStates("a", NEW_YEAR + 1, ["one"])).toBeNull();
  });
}
