/** `commit`: what it writes, what it refuses, and that it does all or nothing. */
import {
  newTaskInstance,
  type AttemptOutcome,
  type DagRun,
  type Json,
  type TaskInstance,
  type TaskState,
} from "@momiji/core";
import { describe, expect, test } from "vitest";
import { FenceLost } from "../store.ts";
import {
  createRun,
  FULL_INSTANCE,
  NEW_YEAR,
  newRun,
  publish,
  runningRun,
  scheduler,
  type OpenStore,
} from "./samples.ts";

export function commits(open: OpenStore): void {
  describe("committing rows", () => rows(open));
  describe("committing attempts and their data", () => attempts(open));
  describe("committing against revisions", () => revisions(open));
  describe("committing schedules and new runs", () => schedules(open));
}

/** Every state once: the compiler tells when one is missing. */
const STATES: { readonly [state in NonNullable<TaskState>]: true } = {
  scheduled: true,
  queued: true,
  running: true,
  restarting: true,
  up_for_retry: true,
  up_for_reschedule: true,
  deferred: true,
  awaiting_input: true,
  success: true,
  failed: true,
  skipped: true,
  upstream_failed: true,
  removed: true,
};

function rows(open: OpenStore): void {
  test("a run and its task instances come back as they were given", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const after = { ...run, state: "failed" as const, endDate: NEW_YEAR + 8, reason: "extract failed", note: "seen" };
    const { stale } = await owner.commit({
      runKey: run.runKey,
      expectRevision: 1,
      run: after,
      update: [FULL_INSTANCE],
    });
    expect(stale).toEqual([]);
    expect(await store.findRun("etl", run.runId)).toEqual({
      run: { ...after, revision: 2 },
      instances: [FULL_INSTANCE],
    });
  });

  test("what a run was born with never changes", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    await owner.commit({
      runKey: run.runKey,
      expectRevision: 1,
      run: { ...run, conf: { other: 1 }, runType: "manual" },
    });
    expect((await store.findRun("etl", run.runId))?.run).toEqual({ ...run, revision: 2 });
  });

  test("every state and every kind of outcome is kept", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const outcomes: AttemptOutcome[] = [
      { kind: "success" },
      { kind: "skipped", message: "no data" },
      {
        kind: "failed",
        message: "m",
        code: "exception",
        retryable: false,
        detail: "line\nline",
        errorName: "TypeError",
      },
      { kind: "lost", message: "worker gone" },
      { kind: "cancelled", message: "marked" },
    ];
    const states: TaskState[] = [null, ...(Object.keys(STATES) as (keyof typeof STATES)[])];
    const insert = states.map((state, at): TaskInstance => {
      return {
        ...FULL_INSTANCE,
        taskId: "mapped",
        mapIndex: at,
        state,
        outcome: outcomes[at % outcomes.length] ?? null,
      };
    });
    await owner.commit({ runKey: run.runKey, expectRevision: 1, insert });
    const found = await store.findRun("etl", run.runId);
    expect(found?.instances.filter((instance) => instance.taskId === "mapped")).toEqual(insert);
  });

  test("writing the same rows twice is the same as once", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const change = {
      runKey: run.runKey,
      insert: [newTaskInstance("load", 0)],
      update: [FULL_INSTANCE],
      history: [{ ...FULL_INSTANCE, tryNumber: 1 }],
      xcoms: [{ taskId: "extract", mapIndex: -1, xcoms: [{ key: "k", value: 1 }] }],
    };
    await owner.commit({ ...change, expectRevision: 1 });
    const once = await store.findRun("etl", run.runId);
    await owner.commit({ ...change, expectRevision: 2 });
    expect((await store.findRun("etl", run.runId))?.instances).toEqual(once?.instances);
    expect(await store.listAttempts(run.runKey, "extract", -1)).toHaveLength(1);
  });

  test("an update of a task instance that is not there is refused, and nothing of its run is written", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const before = await store.findRun("etl", run.runId);
    const update = [FULL_INSTANCE, newTaskInstance("unknown", 0)];
    const { runKey } = run;
    expect(await owner.commit({ runKey, expectRevision: 1, update })).toMatchObject({
      stale: [runKey],
      refused: [{ runKey, message: expect.stringContaining("unknown") }],
    });
    expect(await store.findRun("etl", run.runId)).toEqual(before);
  });

  test("a run with a value that the store does not take is refused alone, with those that rest on others", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const [other, resting] = [await createRun(store, newRun("etl", 1)), await createRun(store, newRun("etl", 2))];
    const deep = JSON.parse(`${"[".repeat(1_500)}1${"]".repeat(1_500)}`) as Json;
    const at = { taskId: "extract", mapIndex: -1 };
    const xcoms = (value: Json) => [{ ...at, xcoms: [{ key: "value", value }] }];
    const insert = [newTaskInstance("extract", 0)];
    const result = await owner.commit(
      { runKey: other.runKey, expectRevision: 0, insert, xcoms: xcoms("fine") },
      { runKey: run.runKey, expectRevision: 1, update: [FULL_INSTANCE], xcoms: xcoms(deep) },
      { runKey: resting.runKey, expectRevision: 0, insert, restsOnOthers: true },
    );
    expect(result).toMatchObject({
      stale: [run.runKey, resting.runKey],
      refused: [{ runKey: run.runKey, message: expect.stringMatching(/./) }],
    });
    expect(await store.getXComs([run, other].map(({ runKey }) => ({ runKey, ...at, key: "value" })))).toEqual([
      undefined,
      "fine",
    ]);
    expect((await store.loadRuns([resting.runKey]))[0]?.instances).toEqual([]);
  });
}

function attempts(open: OpenStore): void {
  test("superseded attempts are listed from the oldest on", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const second = { ...FULL_INSTANCE, tryNumber: 2 };
    const first = { ...FULL_INSTANCE, tryNumber: 1, attemptId: "another" };
    await owner.commit({ runKey: run.runKey, expectRevision: 1, history: [second] });
    await owner.commit({ runKey: run.runKey, expectRevision: 2, history: [first] });
    expect(await store.listAttempts(run.runKey, "extract", -1)).toEqual([first, second]);
    expect(await store.listAttempts(run.runKey, "extract", 0)).toEqual([]);
  });

  test("XComs are kept by key, replaced, and cleared before the new ones are written", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const at = { taskId: "extract", mapIndex: -1 };
    const key = (name: string) => ({ runKey: run.runKey, ...at, key: name });
    const values = { text: "値", list: [1, 2.5, { a: null }], nothing: null, yes: true };
    const xcoms = Object.entries(values).map(([name, value]) => ({ key: name, value }));
    await owner.commit({ runKey: run.runKey, expectRevision: 1, xcoms: [{ ...at, xcoms }] });
    const keys = [...Object.keys(values), "absent"].map(key);
    expect(await store.getXComs(keys)).toEqual([...Object.values(values), undefined]);
    const next = [{ ...at, xcoms: [{ key: "text", value: "new" }] }];
    await owner.commit({ runKey: run.runKey, expectRevision: 2, clearXcoms: [at], xcoms: next });
    expect(await store.getXComs([key("text"), key("list")])).toEqual(["new", undefined]);
  });

  test("what templates became is kept for each task instance, the latest attempt's alone", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const at = { taskId: "extract", mapIndex: -1 };
    const first = [{ ...at, fields: { command: "echo 1", env: { A: "値" } } }];
    await owner.commit({ runKey: run.runKey, expectRevision: 1, rendered: first });
    const places = [
      { runKey: run.runKey, ...at },
      { runKey: run.runKey, taskId: "extract", mapIndex: 7 },
    ];
    expect(await store.findRendered(places)).toEqual([first[0]?.fields, null]);
    await owner.commit({ runKey: run.runKey, expectRevision: 2, rendered: [{ ...at, fields: { command: "echo 2" } }] });
    expect(await store.findRendered(places)).toEqual([{ command: "echo 2" }, null]);
  });

  test("how far a run is: its task instances, and those of them that have ended", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    expect(await store.countProgress([run.runKey])).toEqual([{ runKey: run.runKey, done: 0, all: 1 }]);
    const insert = [
      { ...newTaskInstance("load", 0), state: "success" as const, endDate: NEW_YEAR },
      { ...newTaskInstance("mart", 0), state: "upstream_failed" as const, endDate: NEW_YEAR },
      newTaskInstance("report", 0),
    ];
    await owner.commit({ runKey: run.runKey, expectRevision: 1, insert });
    expect(await store.countProgress([run.runKey, -1])).toEqual([{ runKey: run.runKey, done: 2, all: 4 }]);
  });

  test("task instances as marks: what a picture of very many needs of each", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const insert = [
      {
        ...newTaskInstance("load", 0, 1),
        state: "failed" as const,
        tryNumber: 2,
        startDate: NEW_YEAR,
        endDate: NEW_YEAR + 5,
      },
      newTaskInstance("load", 0, 0),
    ];
    await owner.commit({ runKey: run.runKey, expectRevision: 1, insert });
    const rest = { state: null, tryNumber: 0, startDate: null, endDate: null };
    const marks = await store.listInstanceMarks(run.runKey);
    expect(marks.filter(({ taskId }) => taskId === "load")).toEqual([
      { taskId: "load", mapIndex: 0, ...rest },
      { taskId: "load", mapIndex: 1, state: "failed", tryNumber: 2, startDate: NEW_YEAR, endDate: NEW_YEAR + 5 },
    ]);
    expect(marks).toHaveLength(3);
    expect(await store.listInstanceMarks(-1)).toEqual([]);
  });

  test("drained events leave the inbox with the decision they led to", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const event = { type: "started" as const, attemptId: "x", at: NEW_YEAR, worker: "w" };
    await store.appendInbox([event, event, event], NEW_YEAR);
    const ids = (await store.readInbox(10)).map((entry) => entry.id);
    await owner.commitBatch({ runs: [{ runKey: run.runKey, expectRevision: 1 }], drained: ids.slice(0, 2) });
    expect((await store.readInbox(10)).map((entry) => entry.id)).toEqual(ids.slice(2));
  });

  test("drained events stay when a run they may belong to was stale", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    await store.appendInbox([{ type: "started", attemptId: "x", at: NEW_YEAR, worker: "w" }], NEW_YEAR);
    const drained = (await store.readInbox(1)).map((entry) => entry.id);
    await owner.commitBatch({ runs: [{ runKey: run.runKey, expectRevision: 0 }], drained });
    expect(await store.readInbox(10)).toHaveLength(1);
  });
}

function revisions(open: OpenStore): void {
  test("each commit raises the revision by one, also when it only touches task instances", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    await owner.commit({ runKey: run.runKey, expectRevision: 1, update: [FULL_INSTANCE] });
    await owner.commit({ runKey: run.runKey, expectRevision: 2, run: { ...run, revision: 77 } });
    expect((await store.findRun("etl", run.runId))?.run.revision).toBe(3);
  });

  test("a stale run is reported and untouched, the others of the batch are written", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const other = await createRun(store, newRun("etl", 1));
    const before = await store.findRun("etl", run.runId);
    const result = await owner.commit(
      { runKey: run.runKey, expectRevision: 0, run: { ...run, state: "failed" }, update: [FULL_INSTANCE] },
      { runKey: other.runKey, expectRevision: 0, run: { ...other, state: "running" } },
      { runKey: 999_999, expectRevision: 0 },
    );
    expect(result.stale).toEqual([run.runKey, 999_999]);
    expect(await store.findRun("etl", run.runId)).toEqual(before);
    expect((await store.findRun("etl", other.runId))?.run).toMatchObject({ state: "running", revision: 1 });
  });

  test("what rests on a stale run of its batch is stale too, and what rests on none is written", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const resting = await createRun(store, newRun("etl", 1));
    const other = await createRun(store, newRun("etl", 2));
    const running = (each: DagRun) => ({ runKey: each.runKey, run: { ...each, state: "running" as const } });
    const batch = [
      { ...running(resting), expectRevision: 0, restsOnOthers: true },
      { ...running(other), expectRevision: 0 },
      { runKey: run.runKey, expectRevision: 0, run: { ...run, state: "failed" as const } },
    ];
    expect(new Set((await owner.commit(...batch)).stale)).toEqual(new Set([run.runKey, resting.runKey]));
    expect((await store.findRun("etl", resting.runId))?.run).toEqual(resting);
    expect((await store.findRun("etl", other.runId))?.run).toMatchObject({ state: "running", revision: 1 });
    expect((await owner.commit({ ...running(resting), expectRevision: 0, restsOnOthers: true })).stale).toEqual([]);
  });

  test("a batch with one DAG that is not the owner's writes nothing at all", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    await publish(store, "unclaimed");
    const foreign = await createRun(store, newRun("unclaimed", 0));
    const batch = owner.commit(
      { runKey: run.runKey, expectRevision: 1, run: { ...run, state: "success" } },
      { runKey: foreign.runKey, expectRevision: 0, run: { ...foreign, state: "running" } },
    );
    await expect(batch).rejects.toThrow(FenceLost);
    await expect(batch).rejects.toThrow(/unclaimed/);
    expect((await store.findRun("etl", run.runId))?.run).toEqual(run);
  });
}

function schedules(open: OpenStore): void {
  test("the last interval and what holds a DAG are kept apart", async () => {
    const store = await open();
    await publish(store, "etl");
    const owner = await scheduler(store);
    const lastInterval = { start: NEW_YEAR, end: NEW_YEAR + 1 };
    await owner.commitBatch({ schedules: [{ dagId: "etl", lastInterval }] });
    await owner.commitBatch({ schedules: [{ dagId: "etl", heldReason: "20,000 runs since 1970" }] });
    expect(await store.listDags()).toMatchObject([{ lastInterval, heldReason: "20,000 runs since 1970" }]);
    await owner.commitBatch({ schedules: [{ dagId: "etl", heldReason: null }] });
    expect(await store.listDags()).toMatchObject([{ lastInterval, heldReason: null }]);
  });

  test("new runs are born with the batch and answered in order", async () => {
    const store = await open();
    await publish(store, "etl");
    const owner = await scheduler(store);
    const first = await createRun(store, newRun("etl", 0));
    const { created } = await owner.commitBatch({ newRuns: [newRun("etl", 0), newRun("etl", 1)], now: NEW_YEAR + 5 });
    expect(created[0]).toEqual({ created: false, conflict: "run_id", existing: first });
    expect(created[1]).toMatchObject({ created: true, run: { state: "queued", queuedAt: NEW_YEAR + 5, revision: 0 } });
  });

  test("new runs and schedules of a DAG that is not the owner's lose the fence", async () => {
    const store = await open();
    const owner = await scheduler(store);
    await publish(store, "late");
    await expect(owner.commitBatch({ newRuns: [newRun("late", 0)] })).rejects.toThrow(FenceLost);
    await expect(owner.commitBatch({ schedules: [{ dagId: "late", heldReason: "x" }] })).rejects.toThrow(FenceLost);
    expect(await store.listRuns({})).toEqual([]);
  });
}
