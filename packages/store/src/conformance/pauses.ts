/** Pauses that the engine made, and what becomes of their reasons. */
import type { RunState } from "@momiji/core";
import { expect, test } from "vitest";
import type { CommitResult, Store } from "../store.ts";
import { createRun, NEW_YEAR, newRun, type OpenStore, publish, type Scheduler, scheduler } from "./samples.ts";

const LIMIT = 2;

/** A DAG that is switched on, and its scheduler. */
async function switchedOn(store: Store): Promise<At> {
  await publish(store, "a", "b");
  await store.setPaused("a", false, NEW_YEAR);
  return { store, owner: await scheduler(store) };
}

interface At {
  readonly store: Store;
  readonly owner: Scheduler;
}

/** The run of a day ends; the DAG is to be paused after so many failures. */
async function end(at: At, day: number, state: RunState): Promise<CommitResult["paused"]> {
  const { store, owner } = at;
  const run = await createRun(store, newRun("a", day));
  const runs = [{ runKey: run.runKey, expectRevision: 0, run: { ...run, state, endDate: NEW_YEAR } }];
  const failing = state === "failed" ? [{ dagId: "a", limit: LIMIT }] : [];
  return (await owner.commitBatch({ now: NEW_YEAR + day, runs, failing })).paused;
}

const REASON = "paused by itself: its last 2 runs failed (maxConsecutiveFailedRuns)";

export function pauses(open: OpenStore): void {
  test("the commit of one failure too many pauses the DAG with a reason, which goes when a person switches it", async () => {
    const store = await open();
    const at = await switchedOn(store);
    const told: (readonly string[])[] = [];
    store.subscribe((notice) => notice.kind === "dags" && told.push(notice.dagIds));
    expect(await end(at, 0, "failed")).toEqual([]);
    expect(await end(at, 1, "success")).toEqual([]);
    expect(await end(at, 2, "failed")).toEqual([]);
    expect(told).toEqual([]);
    expect(await end(at, 3, "failed")).toEqual([{ dagId: "a", reason: REASON }]);
    expect(told).toEqual([["a"]]);
    expect(await store.listDags()).toMatchObject([
      { isPaused: true, pausedReason: REASON, updatedAt: NEW_YEAR + 3 },
      { dagId: "b", pausedReason: null },
    ]);
    await store.setPaused("a", false, NEW_YEAR + 4);
    expect(await store.listDags({ dagIds: ["a"] })).toMatchObject([{ isPaused: false, pausedReason: null }]);
  });

  test("a pause that a person made is left as it is", async () => {
    const store = await open();
    const at = await switchedOn(store);
    await store.setPaused("a", true, NEW_YEAR);
    await end(at, 0, "failed");
    expect(await end(at, 1, "failed")).toEqual([]);
    expect(await store.listDags({ dagIds: ["a"] })).toMatchObject([
      { isPaused: true, pausedReason: null, updatedAt: NEW_YEAR },
    ]);
  });

  test("a commit that is refused pauses nothing", async () => {
    const store = await open();
    const at = await switchedOn(store);
    await end(at, 0, "failed");
    await store.claimDags({ owner: "next", leaseSeconds: null, takeover: true });
    await expect(end(at, 1, "failed")).rejects.toThrow();
    expect(await store.listDags({ dagIds: ["a"] })).toMatchObject([{ isPaused: false }]);
  });
}
