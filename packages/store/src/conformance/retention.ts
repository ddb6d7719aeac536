/** History that goes, and what must stay. */
import { DAY, type DagSpec, newTaskInstance, type RunState, type PlannedRun } from "@momiji/core";
import { expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import type { RunRule } from "../retention-store.ts";
import type { Store } from "../store.ts";
import {
  createRun,
  file,
  NEW_YEAR,
  newRun,
  publish,
  type Scheduler,
  scheduler,
  spec,
  type OpenStore,
} from "./samples.ts";

/** All runs that may go for their age at all. */
const ANY: RunRule = { before: NEW_YEAR + 1_000 * DAY, keep: 1, most: null };

export function retention(open: OpenStore): void {
  removable(open);
  removed(open);
  leftovers(open);
}

async function etl(open: OpenStore): Promise<{ store: Store; owner: Scheduler }> {
  const store = await open();
  await publish(store, "etl");
  return { store, owner: await scheduler(store) };
}

/** A run of the day in a state, with so many task instances. */
async function dayRun(
  { store, owner }: { store: Store; owner: Scheduler },
  day: number,
  { state = "success", instances = 1, ...more }: Partial<PlannedRun> & { state?: RunState; instances?: number } = {},
): Promise<number> {
  const run = await createRun(store, newRun("etl", day, more));
  const insert = Array.from({ length: instances }, (_, at) => ({
    ...newTaskInstance(`t${at}`, 0),
    state: "success" as const,
  }));
  if (state === "queued") return run.runKey;
  await owner.commit({ runKey: run.runKey, expectRevision: 0, run: { ...run, state }, insert });
  return run.runKey;
}

async function days(store: Store, rule: RunRule): Promise<string[]> {
  const found = await store.listRemovableRuns("etl", rule, 100);
  expect(await store.countRemovableRuns("etl", rule)).toBe(found.length);
  return found.map(({ runId }) => runId.replace("scheduled__day_", ""));
}

function removable(open: OpenStore): void {
  test("runs go by age and by number, the oldest first, and the newest so many stay", async () => {
    const at = await etl(open);
    for (let day = 0; day < 6; day++) await dayRun(at, day);
    const { store } = at;
    expect(await days(store, ANY)).toEqual(["0", "1", "2", "3", "4"]);
    expect(await days(store, { ...ANY, keep: 3 })).toEqual(["0", "1", "2"]);
    expect(await days(store, { ...ANY, before: NEW_YEAR + 3 * DAY })).toEqual(["0", "1"]);
    expect(await days(store, { before: null, keep: 1, most: 4 })).toEqual(["0", "1"]);
    expect(await days(store, { before: NEW_YEAR + 2 * DAY, keep: 1, most: 4 })).toEqual(["0", "1"]);
    expect(await days(store, { before: null, keep: 1, most: null })).toEqual([]);
    expect(await store.listRemovableRuns("etl", ANY, 2)).toHaveLength(2);
    expect(await store.listRemovableRuns("none", ANY, 2)).toEqual([]);
  });

  test("what is not finished stays, all that came after it, and the run that it looks back at", async () => {
    const at = await etl(open);
    for (let day = 0; day < 3; day++) await dayRun(at, day);
    await dayRun(at, 3, { state: "running" });
    for (let day = 4; day < 7; day++) await dayRun(at, day, { runType: "manual" });
    // 2 is the run before the one that runs.
    expect(await days(at.store, ANY)).toEqual(["0", "1"]);
  });

  test("the newest scheduled, the newest successful and the newest of all stay, whatever their age", async () => {
    const at = await etl(open);
    await dayRun(at, 0);
    await dayRun(at, 1, { runType: "manual" });
    await dayRun(at, 2, { state: "failed" });
    for (let day = 3; day < 6; day++) await dayRun(at, day, { runType: "manual", state: "failed" });
    // 1: the newest success. 2: the newest scheduled. 5: the newest.
    expect(await days(at.store, ANY)).toEqual(["0", "3", "4"]);
  });
}

function removed(open: OpenStore): void {
  test("a run goes in steps, with everything that hangs on it", async () => {
    const at = await etl(open);
    const runKey = await dayRun(at, 0, { instances: 5 });
    const keys = ["t0", "t4"].map((taskId) => ({ runKey, taskId, mapIndex: -1, key: "k" }));
    const xcoms = keys.map(({ taskId }) => ({ taskId, mapIndex: -1, xcoms: [{ key: "k", value: 1 }] }));
    const history = [{ ...newTaskInstance("t0", 0), tryNumber: 1, state: "failed" as const }];
    await at.owner.commit({ runKey, expectRevision: 1, xcoms, history });
    expect(await at.store.removeRunStep(runKey, 3)).toBe(false);
    expect((await at.store.findRun("etl", "scheduled__day_0"))?.instances).toHaveLength(4);
    expect(await at.store.removeRunStep(runKey, 3)).toBe(false);
    expect((await at.store.findRun("etl", "scheduled__day_0"))?.instances).toHaveLength(1);
    expect(await at.store.removeRunStep(runKey, 3)).toBe(true);
    expect(await at.store.findRun("etl", "scheduled__day_0")).toBeNull();
    expect(await at.store.getXComs(keys)).toEqual([undefined, undefined]);
    expect(await at.store.listAttempts(runKey, "t0", -1)).toEqual([]);
    expect(await at.store.removeRunStep(runKey, 3)).toBe(true);
    expect(await at.store.check()).toEqual([]);
  });

  test("XComs go before their instances, and fewer in a step where they are large", async () => {
    const at = await etl(open);
    const runKey = await dayRun(at, 0, { instances: 4 });
    const value = "x".repeat(300_000);
    const of = (taskId: string, keys: readonly string[]) => ({
      taskId,
      mapIndex: -1,
      xcoms: keys.map((key) => ({ key, value })),
    });
    const xcoms = [of("t0", ["a"]), of("t1", ["a"]), of("t2", ["a", "b", "c"])];
    await at.owner.commit({ runKey, expectRevision: 1, xcoms });
    const left = async () => {
      const found = await at.store.findRun("etl", "scheduled__day_0");
      return [found?.instances.length, (await at.store.listXComNames(runKey)).length];
    };
    const steps: (readonly (number | undefined)[])[] = [];
    while (!(await at.store.removeRunStep(runKey, 100))) steps.push(await left());
    expect(steps).toEqual([
      [4, 3],
      [4, 1],
    ]);
    expect(await at.store.findRun("etl", "scheduled__day_0")).toBeNull();
  });

  test("a run that is not finished is not touched", async () => {
    const at = await etl(open);
    const runKey = await dayRun(at, 0, { state: "running" });
    expect(await at.store.removeRunStep(runKey, 100)).toBe(true);
    expect((await at.store.findRun("etl", "scheduled__day_0"))?.instances).toHaveLength(1);
  });
}

function leftovers(open: OpenStore): void {
  test("versions go that no run has and that are not current", async () => {
    const store = await open();
    for (const description of ["one", "two", "three"]) {
      await store.publishFile(file("etl.ts", [spec("etl", { description })]), NEW_YEAR);
    }
    await createRun(store, newRun("etl", 0));
    expect(await store.countUnusedVersions(NEW_YEAR)).toBe(0);
    expect(await store.countUnusedVersions(NEW_YEAR + 1)).toBe(1);
    // The first has a run.
    const first = { dagId: "etl", version: 1 };
    expect(await store.removeUnusedVersions(NEW_YEAR + 1, null, 1)).toEqual({ removed: 0, next: first });
    expect(await store.removeUnusedVersions(NEW_YEAR + 1, first, 10)).toEqual({ removed: 1, next: null });
    expect(
      await Promise.all([1, 2, 3].map(async (version) => (await store.loadVersion("etl", version)) !== null)),
    ).toEqual([true, false, true]);
    const path = "/bundles/etl.ts.mjs";
    const third = { dagId: "etl", version: 3 };
    expect(await store.listBundlePaths(null, 10)).toEqual({ paths: [path, path], next: null });
    expect(await store.listBundlePaths(null, 1)).toEqual({ paths: [path], next: first });
    expect(await store.listBundlePaths(first, 1)).toEqual({ paths: [path], next: third });
    expect(await store.listBundlePaths(third, 1)).toEqual({ paths: [], next: null });
    expect(await store.listDagIds()).toEqual(["etl"]);
  });

  test("asset events go by age once every DAG has taken them up, and the newest of each asset stays", async () => {
    const asset = { kind: "asset", name: "a", uri: "s3://a" } as const;
    const told = async (specs: readonly DagSpec[]): Promise<Store> => {
      const store = await open();
      for (const each of specs) await store.publishFile(file(`${each.dagId}.ts`, [each]), NEW_YEAR);
      for (let at = 0; at < 4; at++) await store.createAssetEvent(1, {}, NEW_YEAR + at);
      return store;
    };
    const tasks = [{ taskId: "make", operator: "empty", lane: "empty", upstream: [], outlets: [asset] }] as const;
    const makes = spec("makes", { tasks });
    const free = await told([makes]);
    expect(await free.removeAssetEvents(NEW_YEAR + 2, 0, 1)).toEqual({ removed: 1, next: 1 });
    expect(await free.removeAssetEvents(NEW_YEAR + 2, 1, 10)).toEqual({ removed: 1, next: null });
    expect(await free.removeAssetEvents(NEW_YEAR + 9, 0, 10)).toEqual({ removed: 1, next: null });
    expect((await free.listAssetEvents({ scope: allDags })).events.map(({ id }) => id)).toEqual([4]);
    const waits = await told([makes, spec("eats", { schedule: { kind: "assets", condition: asset } })]);
    expect((await waits.removeAssetEvents(NEW_YEAR + 9, 0, 10)).removed).toBe(0);
  });

  test("entries of the event log go by age, the oldest first", async () => {
    const store = await open();
    for (let at = 0; at < 4; at++) await store.logEvents([{ event: `e${at}`, owner: null }], NEW_YEAR + at);
    expect(await store.removeEventLog(NEW_YEAR + 3, 2)).toBe(2);
    expect(await store.removeEventLog(NEW_YEAR + 3, 2)).toBe(1);
    expect(await store.removeEventLog(NEW_YEAR + 3, 2)).toBe(0);
    expect((await store.listEventLogs()).entries.map(({ event }) => event)).toEqual(["e3"]);
  });

  test("import errors go by age", async () => {
    const store = await open();
    await store.publishFile({ file: "a.ts", bundle: null, dags: [], errors: [{ message: "broken" }] }, NEW_YEAR);
    expect([await store.countImportErrors(NEW_YEAR), await store.countImportErrors(NEW_YEAR + 1)]).toEqual([0, 1]);
    expect(await store.removeImportErrors(NEW_YEAR + 1, 10)).toBe(1);
    expect(await store.listImportErrors()).toEqual([]);
  });

  test("space that was freed can be given back bit by bit", async () => {
    const at = await etl(open);
    const runKey = await dayRun(at, 0, { instances: 50 });
    const value = "x".repeat(20_000);
    const xcoms = Array.from({ length: 50 }, (_, n) => ({
      taskId: `t${n}`,
      mapIndex: -1,
      xcoms: [{ key: "k", value }],
    }));
    await at.owner.commit({ runKey, expectRevision: 1, xcoms });
    await at.store.removeRunStep(runKey, 100);
    let free = await at.store.releaseSpace(10);
    for (let step = 0; step < 100 && free > 0; step++) {
      const left = await at.store.releaseSpace(10);
      expect(left).toBeLessThan(free);
      free = left;
    }
    expect(free).toBe(0);
  });
}
