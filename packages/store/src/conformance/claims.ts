/** Who owns which DAGs. Leases end by the database's clock: a lease of 0 seconds has run out at once. */
import { describe, expect, test } from "vitest";
import { FenceLost, type Store } from "../store.ts";
import { createRun, NEW_YEAR, newRun, publish, type OpenStore } from "./samples.ts";

export function claims(open: OpenStore): void {
  describe("claiming DAGs", () => claiming(open));
  describe("losing DAGs", () => losing(open));
}

function claim(store: Store, owner: string, more: { leaseSeconds?: number | null; takeover?: boolean } = {}) {
  return store.claimDags({ owner, leaseSeconds: 60, takeover: false, ...more });
}

/** An empty batch: it succeeds as long as the fence holds. */
function tryFence(store: Store, owner: string, fence: number): Promise<unknown> {
  return store.commit({ owner, fence, now: NEW_YEAR, runs: [] });
}

function claiming(open: OpenStore): void {
  test("one scheduler takes all DAGs, a second one finds none left", async () => {
    const store = await open();
    await publish(store, "a", "b");
    const first = await claim(store, "one");
    expect(first.dagIds).toEqual(["a", "b"]);
    const second = await claim(store, "two", { leaseSeconds: null });
    expect(second.dagIds).toEqual([]);
    expect(second.fence).not.toBe(first.fence);
  });

  test("claiming again takes what is new and keeps the fence", async () => {
    const store = await open();
    await publish(store, "a");
    const first = await claim(store, "one");
    await publish(store, "b");
    expect(await claim(store, "one")).toEqual({ fence: first.fence, dagIds: ["a", "b"] });
  });

  test("a DAG that left its file is only taken while runs of it are under way", async () => {
    const store = await open();
    await publish(store, "idle", "busy");
    await createRun(store, newRun("busy", 0));
    await store.retireFiles(["idle.ts", "busy.ts"], NEW_YEAR);
    expect((await claim(store, "one")).dagIds).toEqual(["busy"]);
  });

  test("a DAG that leaves its file stays with its owner", async () => {
    const store = await open();
    await publish(store, "a");
    const { fence } = await claim(store, "one");
    const run = await createRun(store, newRun("a", 0));
    await store.retireFiles(["a.ts"], NEW_YEAR);
    const runs = [{ runKey: run.runKey, expectRevision: 0 }];
    expect(await store.commit({ owner: "one", fence, now: NEW_YEAR, runs })).toEqual({
      stale: [],
      refused: [],
      created: [],
      paused: [],
    });
  });
}

function losing(open: OpenStore): void {
  test("a lease that ran out goes to whoever claims next, with a higher fence", async () => {
    const store = await open();
    await publish(store, "a");
    const old = await claim(store, "one", { leaseSeconds: 0 });
    const next = await claim(store, "two");
    expect(next.dagIds).toEqual(["a"]);
    expect(next.fence).toBeGreaterThan(old.fence);
    await expect(tryFence(store, "one", old.fence)).rejects.toThrow(FenceLost);
    expect(await store.renewClaims("one", 60)).toBe(false);
    await tryFence(store, "two", next.fence);
  });

  test("a lease that ran out is good until somebody claims, and renewing saves it", async () => {
    const store = await open();
    await publish(store, "a");
    const { fence } = await claim(store, "one", { leaseSeconds: 0 });
    await tryFence(store, "one", fence);
    expect(await store.renewClaims("one", 60)).toBe(true);
    expect((await claim(store, "two")).dagIds).toEqual([]);
    await tryFence(store, "one", fence);
  });

  test("a takeover takes all DAGs, also from an owner of the same name", async () => {
    const store = await open();
    await publish(store, "a");
    const old = await claim(store, "one", { leaseSeconds: null });
    const next = await claim(store, "one", { takeover: true });
    expect(next.dagIds).toEqual(["a"]);
    expect(next.fence).toBeGreaterThan(old.fence);
    await expect(tryFence(store, "one", old.fence)).rejects.toThrow(FenceLost);
  });

  test("released DAGs are free at once, and the fence is not handed out again", async () => {
    const store = await open();
    await publish(store, "a");
    const old = await claim(store, "one", { leaseSeconds: null });
    await store.releaseClaims("one");
    await expect(tryFence(store, "one", old.fence)).rejects.toThrow(FenceLost);
    const next = await claim(store, "one");
    expect(next).toEqual({ fence: expect.any(Number), dagIds: ["a"] });
    expect(next.fence).toBeGreaterThan(old.fence);
  });

  test("a fence of somebody else's does not open the door", async () => {
    const store = await open();
    await publish(store, "a");
    const { fence } = await claim(store, "one");
    await expect(tryFence(store, "two", fence)).rejects.toThrow(FenceLost);
  });
}
