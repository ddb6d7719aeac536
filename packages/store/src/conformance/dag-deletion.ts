/** A DAG that goes with all that was recorded of it. */
import { newTaskInstance, type TaskState } from "@momiji/core";
import { expect, test } from "vitest";
import type { Store } from "../store.ts";
import { createRun, file, NEW_YEAR, newRun, type OpenStore, publish, scheduler, spec } from "./samples.ts";

const ASSET = { kind: "asset", name: "a", uri: "s3://a" } as const;

/** Runs of so many days, the last unfinished, with all that hangs on runs. */
async function history(store: Store, days: number, state: TaskState = "deferred"): Promise<void> {
  const schedule = { kind: "assets", condition: ASSET } as const;
  for (const description of ["one", "two"])
    await store.publishFile(file("etl.ts", [spec("etl", { description, schedule })]), NEW_YEAR);
  await publish(store, "other");
  await store.createAssetEvent(1, {}, NEW_YEAR);
  const owner = await scheduler(store);
  for (let day = 0; day < days; day++) {
    const isLast = day === days - 1;
    const run = await createRun(store, newRun("etl", day));
    const extract = {
      ...newTaskInstance("extract", 0),
      state: isLast ? state : ("success" as const),
      attemptId: `a${day}`,
    };
    await owner.commit({
      runKey: run.runKey,
      expectRevision: 0,
      run: { ...run, state: isLast ? "running" : "success" },
      insert: [extract, { ...newTaskInstance("load", 0), state: isLast ? null : "success" }],
      xcoms: [{ taskId: "extract", mapIndex: -1, xcoms: [{ key: "k", value: 1 }] }],
      history: [{ ...extract, tryNumber: 1, state: "failed" }],
    });
    await store.act({ now: NEW_YEAR, taskNotes: [{ ...extract, runKey: run.runKey, note: "n" }], events: [] });
  }
  await createRun(store, newRun("other", 0));
}

async function removeAll(store: Store, rows: number): Promise<number> {
  for (let steps = 1; ; steps++) if (await store.removeDagStep("etl", rows)) return steps;
}

const events = [{ event: "delete_dag", owner: "me", dagId: "etl" }];

export function dagDeletion(open: OpenStore): void {
  test("a deleted DAG is gone at once, goes in steps with all that hangs on it, and may come back anew", async () => {
    const store = await open();
    await history(store, 4);
    expect(await store.countRuns("etl")).toEqual({ runs: 4, unfinished: 1 });
    expect(await store.deleteDag("etl", NEW_YEAR + 1, events)).toBe("marked");
    expect(await store.listDags({ includeInactive: true })).toMatchObject([{ dagId: "other" }]);
    expect((await store.claimDags({ owner: "next", leaseSeconds: null, takeover: true })).dagIds).toEqual(["other"]);
    expect(await store.listDeletedDags()).toEqual(["etl"]);
    expect(await removeAll(store, 3)).toBeGreaterThan(2);
    await store.forgetDag("etl");
    expect(await store.listDeletedDags()).toEqual([]);
    expect(await store.countRuns("etl")).toEqual({ runs: 0, unfinished: 0 });
    expect(await store.loadVersion("etl", 1)).toBeNull();
    expect(await store.countRuns("other")).toEqual({ runs: 1, unfinished: 1 });
    expect((await store.listEventLogs()).entries).toMatchObject([{ event: "delete_dag", dagId: "etl" }]);
    expect(await store.check()).toEqual([]);
    await publish(store, "etl");
    expect(await store.listDags({ dagIds: ["etl"] })).toMatchObject([{ version: 1, isPaused: true }]);
  });

  test("it is not deleted while an executor has task instances of it", async () => {
    for (const state of ["queued", "running", "restarting"] as const) {
      const store = await open();
      await history(store, 1, state);
      expect(await store.deleteDag("etl", NEW_YEAR + 1, events)).toBe("running");
      expect(await store.listDags({ dagIds: ["etl"] })).toHaveLength(1);
      expect((await store.listEventLogs()).entries).toEqual([]);
    }
  });

  test("it is deleted once, and one that is not there is told", async () => {
    const store = await open();
    await publish(store, "etl");
    const answers = [await store.deleteDag("etl", NEW_YEAR, events), await store.deleteDag("etl", NEW_YEAR, events)];
    expect(answers).toEqual(["marked", "absent"]);
    expect(await store.deleteDag("none", NEW_YEAR, events)).toBe("absent");
    expect((await store.listEventLogs()).entries).toHaveLength(1);
  });

  test("its file waits until it is gone, and its record stays as long as a run does", async () => {
    const store = await open();
    await history(store, 1);
    await store.deleteDag("etl", NEW_YEAR + 1, events);
    await publish(store, "etl");
    expect(await store.listImportErrors()).toMatchObject([
      { file: "etl.ts", message: expect.stringContaining('"etl" is being deleted') as string },
    ]);
    await removeAll(store, 100);
    await store.forgetDag("etl");
    const result = await store.publishFile(file("etl.ts", [spec("etl")]), NEW_YEAR);
    expect(result.changed).toEqual(["etl"]);
    expect(await store.listImportErrors()).toEqual([]);
    await store.forgetDag("etl");
    expect(await store.listDags({ dagIds: ["etl"] })).toHaveLength(1);
  });
}
