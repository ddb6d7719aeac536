/** Acts from outside, their log, and backfills. */
import { DAY, newTaskInstance, type PlannedRun } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import type { NewBackfill, NewBackfillDate } from "../backfill-store.ts";
import { createRun, NEW_YEAR, newRun, publish, runningRun, type OpenStore } from "./samples.ts";

export function acts(open: OpenStore): void {
  describe("acting on runs", () => acting(open));
  describe("the event log", () => log(open));
  describe("backfills", () => backfills(open));
}

const EVENT = { event: "clear", owner: "someone", dagId: "etl" };

function acting(open: OpenStore): void {
  test("an act is written without a fence, raises the revision, and is logged", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const changes = { run: { ...run, note: "seen" }, insert: [newTaskInstance("more", 0)], update: [] };
    const runs = [{ runKey: run.runKey, expectRevision: 1, changes }];
    expect(await store.act({ now: NEW_YEAR, runs, events: [EVENT] })).toEqual({ applied: true });
    const found = await store.findRun("etl", run.runId);
    expect(found?.run).toEqual({ ...run, note: "seen", revision: 2 });
    expect(found?.instances.map(({ taskId }) => taskId)).toEqual(["extract", "more"]);
    expect((await store.listEventLogs()).entries).toEqual([{ ...EVENT, id: expect.any(Number), when: NEW_YEAR }]);
  });

  test("of several runs one that has changed keeps all from being written, and nothing is logged", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const other = await createRun(store, newRun("etl", 1));
    const changesOf = (of: typeof run) => ({ run: { ...of, note: "seen" }, insert: [], update: [] });
    const runs = [
      { runKey: other.runKey, expectRevision: 0, changes: changesOf(other) },
      { runKey: run.runKey, expectRevision: 0, changes: changesOf(run) },
      { runKey: 999_999, expectRevision: 0, changes: changesOf(run) },
    ];
    const result = await store.act({ now: NEW_YEAR, runs, events: [EVENT] });
    expect(result).toEqual({ applied: false, stale: [run.runKey, 999_999] });
    expect((await store.findRun("etl", other.runId))?.run).toEqual(other);
    expect((await store.listEventLogs()).total).toBe(0);
  });

  test("after an act the commit of a scheduler that did not know of it is stale", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const changes = { run: { ...run, state: "failed" as const }, insert: [], update: [] };
    await store.act({ now: NEW_YEAR, runs: [{ runKey: run.runKey, expectRevision: 1, changes }], events: [] });
    expect((await owner.commit({ runKey: run.runKey, expectRevision: 1 })).stale).toEqual([run.runKey]);
  });

  test("a deleted run takes all that belongs to it along", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const xcoms = [{ taskId: "extract", mapIndex: -1, xcoms: [{ key: "k", value: 1 }] }];
    await owner.commit({ runKey: run.runKey, expectRevision: 1, xcoms });
    const taskNotes = [{ runKey: run.runKey, taskId: "extract", mapIndex: -1, note: "hm" }];
    await store.act({ now: NEW_YEAR, taskNotes, events: [] });
    expect(await store.listTaskNotes(run.runKey)).toEqual(taskNotes);
    const stale = await store.act({
      now: NEW_YEAR,
      deleteRuns: [{ runKey: run.runKey, expectRevision: 1 }],
      events: [],
    });
    expect(stale).toEqual({ applied: false, stale: [run.runKey] });
    await store.act({ now: NEW_YEAR, deleteRuns: [{ runKey: run.runKey, expectRevision: 2 }], events: [] });
    expect(await store.findRun("etl", run.runId)).toBeNull();
    expect(await store.getXComs([{ runKey: run.runKey, taskId: "extract", mapIndex: -1, key: "k" }])).toEqual([
      undefined,
    ]);
    expect(await store.listTaskNotes(run.runKey)).toEqual([]);
    expect(await store.check()).toEqual([]);
  });

  test("notes on task instances are replaced and go", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const on = { runKey: run.runKey, taskId: "extract", mapIndex: -1 };
    for (const note of ["one", "two"]) await store.act({ now: NEW_YEAR, taskNotes: [{ ...on, note }], events: [] });
    expect(await store.listTaskNotes(run.runKey)).toEqual([{ ...on, note: "two" }]);
    await store.act({ now: NEW_YEAR, taskNotes: [{ ...on, note: null }], events: [] });
    expect(await store.listTaskNotes(run.runKey)).toEqual([]);
  });

  test("who listens is told which runs an act was about", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const heard: unknown[] = [];
    store.subscribe((notice) => heard.push(notice));
    const changes = { insert: [], update: [] };
    await store.act({ now: NEW_YEAR, runs: [{ runKey: run.runKey, expectRevision: 1, changes }], events: [] });
    await store.act({ now: NEW_YEAR, dags: [{ dagId: "etl", isPaused: true }], events: [] });
    expect(heard).toMatchObject([
      { kind: "runs", dagIds: ["etl"], runKeys: [run.runKey] },
      { kind: "dags", dagIds: ["etl"] },
    ]);
    expect(await store.listDags()).toMatchObject([{ isPaused: true }]);
  });
}

function log(open: OpenStore): void {
  test("entries are found by what they are about, oldest or newest first, page by page", async () => {
    const store = await open();
    const entries = ["a", "b", "a", "c"].map((event, at) => ({
      event,
      owner: at % 2 === 0 ? "x" : null,
      dagId: `d${at}`,
    }));
    for (const [at, entry] of entries.entries()) await store.logEvents([entry], NEW_YEAR + at);
    const found = async (filter: Parameters<typeof store.listEventLogs>[0]) =>
      (await store.listEventLogs(filter)).entries.map(({ event, dagId }) => `${event} ${dagId}`);
    expect(await found({})).toEqual(["a d0", "b d1", "a d2", "c d3"]);
    expect(await found({ descending: true, limit: 2, offset: 1 })).toEqual(["a d2", "b d1"]);
    expect(await found({ event: "a", dagId: "d2" })).toEqual(["a d2"]);
    expect(await found({ owner: "x", before: NEW_YEAR + 2 })).toEqual(["a d0"]);
    expect(await found({ includedEvents: ["b", "c"], after: NEW_YEAR + 1 })).toEqual(["c d3"]);
    expect(await found({ excludedEvents: ["a"] })).toEqual(["b d1", "c d3"]);
    expect((await store.listEventLogs({ event: "a", limit: 1 })).total).toBe(2);
  });

  test("a trigger is logged with the run that it made, and not if it made none", async () => {
    const store = await open();
    await publish(store, "etl");
    const event = { event: "trigger_dag_run", owner: "x", dagId: "etl", extra: { conf: { a: [1] } } };
    for (let time = 0; time < 2; time++) await store.createRuns([newRun("etl", 0)], NEW_YEAR, [event]);
    expect((await store.listEventLogs()).entries).toMatchObject([event]);
  });
}

const BACKFILL: NewBackfill = {
  dagId: "etl",
  from: NEW_YEAR,
  to: NEW_YEAR + 2 * DAY,
  conf: { why: "gap" },
  reprocessBehavior: "failed",
  maxActiveRuns: 2,
  runBackwards: false,
  triggeredBy: "someone",
};

const ACT = { now: NEW_YEAR, events: [] };

function toCreate(ordinal: number, day: number): NewBackfillDate {
  const run: PlannedRun = {
    ...newRun("etl", day),
    runId: `backfill__${day}`,
    runType: "backfill",
    triggeredBy: "backfill",
  };
  return { ordinal, logicalDate: NEW_YEAR + day * DAY, action: { kind: "create", run } };
}

function backfills(open: OpenStore): void {
  test("each date is made, run again, or left with a reason; the runs know their place", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const changes = { run: { ...run, state: "queued" as const, startDate: null }, insert: [], update: [] };
    const again = { runKey: run.runKey, expectRevision: 1, changes };
    const answer = await store.createBackfill(
      BACKFILL,
      [
        { ordinal: 1, logicalDate: NEW_YEAR, action: { kind: "reprocess", act: again } },
        toCreate(2, 1),
        { ordinal: 3, logicalDate: NEW_YEAR + 2 * DAY, action: { kind: "skip", reason: "already exists" } },
      ],
      ACT,
    );
    if (!answer.created) throw new Error("the backfill was expected to be created");
    const { id } = answer.backfill;
    expect(await store.listBackfills({ scope: allDags })).toEqual([
      { ...BACKFILL, id, isPaused: false, createdAt: NEW_YEAR, updatedAt: NEW_YEAR, completedAt: null },
    ]);
    const adopted = { runType: "backfill", triggeredBy: "backfill", conf: BACKFILL.conf, backfill: { id, ordinal: 1 } };
    expect((await store.findRun("etl", run.runId))?.run).toMatchObject({ ...adopted, state: "queued", revision: 2 });
    expect(await store.listRuns({ backfillId: id })).toHaveLength(2);
    expect(await store.listBackfillDates(id)).toEqual([
      { ordinal: 1, logicalDate: NEW_YEAR, runId: run.runId, state: "queued", noRunReason: null },
      { ordinal: 2, logicalDate: NEW_YEAR + DAY, runId: "backfill__1", state: "queued", noRunReason: null },
      { ordinal: 3, logicalDate: NEW_YEAR + 2 * DAY, runId: null, state: null, noRunReason: "already exists" },
    ]);
  });

  test("a second one of a DAG waits for the first; a stale run keeps all of it from being written", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const act = { runKey: run.runKey, expectRevision: 0, changes: { insert: [], update: [] } };
    const reprocess: NewBackfillDate = { ordinal: 2, logicalDate: NEW_YEAR, action: { kind: "reprocess", act } };
    const stale = await store.createBackfill(BACKFILL, [toCreate(1, 1), reprocess], ACT);
    expect(stale).toEqual({ created: false, conflict: "stale", stale: [run.runKey] });
    expect(await store.listBackfills({ scope: allDags })).toEqual([]);
    expect(await store.listRuns({})).toHaveLength(1);
    await store.createBackfill(BACKFILL, [toCreate(1, 1)], ACT);
    expect(await store.createBackfill(BACKFILL, [toCreate(1, 2)], ACT)).toEqual({
      created: false,
      conflict: "open_backfill",
    });
  });

  test("the commit that ends its last run completes it; so does deleting that run, or having none at all", async () => {
    const store = await open();
    const { owner } = await runningRun(store);
    const completed = async () =>
      (await store.listBackfills({ scope: allDags })).map(({ completedAt }) => completedAt !== null);
    await store.createBackfill(BACKFILL, [toCreate(1, 1), toCreate(2, 2)], ACT);
    const [second, first] = await store.listRuns({ states: ["queued"] });
    if (first === undefined || second === undefined) throw new Error("two runs were expected");
    await owner.commit({ runKey: first.runKey, expectRevision: 0, run: { ...first, state: "success" } });
    expect(await completed()).toEqual([false]);
    await owner.commit({ runKey: second.runKey, expectRevision: 0, run: { ...second, state: "failed" } });
    expect(await completed()).toEqual([true]);
    await store.createBackfill(BACKFILL, [toCreate(1, 3)], ACT);
    const [third] = await store.listRuns({ states: ["queued"] });
    if (third === undefined) throw new Error("a run was expected");
    await store.act({ now: NEW_YEAR, deleteRuns: [{ runKey: third.runKey, expectRevision: 0 }], events: [] });
    await store.createBackfill(
      BACKFILL,
      [{ ordinal: 1, logicalDate: NEW_YEAR, action: { kind: "skip", reason: "in flight" } }],
      ACT,
    );
    expect(await completed()).toEqual([true, true, true]);
  });

  test("a date that got a run of somebody else's meanwhile is left to it", async () => {
    const store = await open();
    await publish(store, "etl");
    await createRun(store, newRun("etl", 1));
    const answer = await store.createBackfill(BACKFILL, [toCreate(1, 1)], ACT);
    const id = answer.created ? answer.backfill.id : 0;
    expect(await store.listBackfillDates(id)).toMatchObject([{ runId: null, noRunReason: "in flight" }]);
  });

  test("pausing, another limit and cancelling are told to whoever listens", async () => {
    const store = await open();
    await publish(store, "etl");
    await store.createBackfill(BACKFILL, [toCreate(1, 1)], ACT);
    const heard: unknown[] = [];
    store.subscribe((notice) => heard.push(notice));
    const [backfill] = await store.listBackfills({ scope: allDags, openOnly: true });
    const id = backfill?.id ?? 0;
    await store.act({ now: NEW_YEAR + 1, backfills: [{ id, isPaused: true, isCompleted: false }], events: [] });
    expect(await store.listBackfills({ scope: allDags, dagIds: ["etl"] })).toMatchObject([
      { isPaused: true, completedAt: null, updatedAt: NEW_YEAR + 1 },
    ]);
    const limited = { id, isPaused: true, isCompleted: false, maxActiveRuns: 3 };
    await store.act({ now: NEW_YEAR + 2, backfills: [limited], events: [] });
    await store.act({ now: NEW_YEAR + 3, backfills: [{ id, isPaused: true, isCompleted: true }], events: [] });
    expect(await store.listBackfills({ scope: allDags, openOnly: true })).toEqual([]);
    expect(await store.listBackfills({ scope: allDags, ids: [id] })).toMatchObject([{ maxActiveRuns: 3 }]);
    expect(heard).toEqual(Array.from({ length: 3 }, () => ({ kind: "backfills", dagIds: ["etl"] })));
  });
}
