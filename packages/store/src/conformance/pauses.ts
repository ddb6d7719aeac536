/** Pauses that the engine made, and what becomes of their reasons. */
import { expect, test } from "vitest";
import { NEW_YEAR, publish, type OpenStore } from "./samples.ts";

export function pauses(open: OpenStore): void {
  test("the engine pauses a DAG with a reason, which goes when a person switches it", async () => {
    const store = await open();
    await publish(store, "a");
    await store.setPaused("a", false, NEW_YEAR);
    expect(await store.pauseFor("a", "its last 3 runs failed", NEW_YEAR + 1)).toBe(true);
    expect(await store.listDags()).toMatchObject([
      { isPaused: true, pausedReason: "its last 3 runs failed", updatedAt: NEW_YEAR + 1 },
    ]);
    await store.setPaused("a", false, NEW_YEAR + 2);
    expect(await store.listDags()).toMatchObject([{ isPaused: false, pausedReason: null }]);
  });

  test("a pause that a person made is left as it is", async () => {
    const store = await open();
    await publish(store, "a");
    await store.setPaused("a", true, NEW_YEAR);
    expect(await store.pauseFor("a", "its last 3 runs failed", NEW_YEAR + 1)).toBe(false);
    expect(await store.listDags()).toMatchObject([{ isPaused: true, pausedReason: null, updatedAt: NEW_YEAR }]);
    expect(await store.pauseFor("none", "x", NEW_YEAR)).toBe(false);
  });
}
