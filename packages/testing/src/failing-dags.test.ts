/** DAGs that pause themselves, and kinds of runs that a DAG does not allow. */
import { expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const DAILY = {
  schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" },
  startDate: "2026-01-01T00:00:00Z",
} as const;

test("a DAG is paused after so many failed runs in a row, and says why", async () => {
  let attempts = 0;
  const second = () => (++attempts === 2 ? ({ outcome: { kind: "success" } } as const) : FAILED);
  const spec = dagSpec("daily", { a: {} }, { ...DAILY, maxConsecutiveFailedRuns: 3 });
  const engine = await Engine.start({ now: "2026-01-02T12:00Z", specs: [spec], handlers: new Map([["a", second]]) });
  await engine.advanceTo("2026-01-12T12:00Z");
  expect(engine.ended.map(({ state }) => state)).toEqual(["failed", "success", "failed", "failed", "failed"]);
  const pausedReason = "paused by itself: its last 3 runs failed (maxConsecutiveFailedRuns)";
  expect(await engine.store.listDags()).toMatchObject([{ isPaused: true, pausedReason }]);
  expect(engine.logged).toContain(`daily is ${pausedReason}`);
  await engine.store.setPaused("daily", false, engine.clock.now());
  await engine.settled();
  expect(engine.ended).toHaveLength(6);
  expect(await engine.store.listDags()).toMatchObject([{ isPaused: true, pausedReason }]);
});

test("a DAG that allows no scheduled runs has none", async () => {
  const spec = dagSpec("daily", { a: {} }, { ...DAILY, allowedRunTypes: ["manual"] });
  const engine = await Engine.start({ now: "2026-01-02T12:00Z", specs: [spec] });
  await engine.advanceTo("2026-01-05T12:00Z");
  expect(await engine.runs("daily")).toEqual([]);
});
