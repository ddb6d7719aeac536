/** The run before another one changes, goes or comes while that waits for it. */
import type { InlineHandler } from "@momiji/executors";
import { expect, test } from "vitest";
import { startActing } from "./acting.testing.ts";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const DAILY = {
  schedule: { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
  startDate: "2026-03-08T00:00:00Z",
  catchup: true,
} as const;
const NOW = "2026-03-10T12:00Z";
const FOREVER = new Map([["b", () => new Promise<never>(() => undefined)]]);

/** Its first attempt fails. */
function failsOnce(): InlineHandler {
  let calls = 0;
  return () => (calls++ === 0 ? FAILED : SUCCESS);
}

/** Its attempts end one by one. */
function gated(): { readonly handler: InlineHandler; next(): void } {
  const waiting: (() => void)[] = [];
  const handler: InlineHandler = () => new Promise((resolve) => waiting.push(() => resolve(SUCCESS)));
  return { handler, next: () => waiting.shift()?.() };
}

test("a run that failed frees the one after it when it is deleted", async () => {
  const { engine, call } = await startActing({
    now: NOW,
    specs: [dagSpec("daily", { a: { dependsOnPast: true } }, DAILY)],
    handlers: new Map([["a", failsOnce()]]),
  });
  const [first] = await engine.runs("daily");
  expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["failed", "running"]);
  const answer = await call("DELETE", `/dags/daily/dagRuns/${encodeURIComponent(first?.runId ?? "")}`);
  expect(answer.status).toBe(204);
  await engine.settled();
  expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["success"]);
});

test("a scheduled run that comes later with an earlier date is the run before the one that waits", async () => {
  const gate = gated();
  const { engine, call } = await startActing({
    now: NOW,
    specs: [dagSpec("daily", { a: { dependsOnPast: true } }, { ...DAILY, startDate: "2026-03-09T00:00:00Z" })],
    handlers: new Map([["a", gate.handler]]),
  });
  // Its date is of the interval that has not ended yet: the run of the 10th is made at its end, and comes before.
  await call("POST", "/dags/daily/dagRuns", { dag_run_id: "r1", logical_date: "2026-03-10T12:00:00Z" });
  await engine.advanceTo("2026-03-11T00:01Z");
  expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["running", "running", "running"]);
  expect(engine.orders).toHaveLength(1);
  for (const count of [2, 3]) {
    gate.next();
    await engine.settled();
    expect(engine.orders).toHaveLength(count);
  }
  expect(engine.orders.at(-1)?.run.runId).toBe("r1");
});

test("a version that begins to look back is told of a run before it that does not", async () => {
  const gate = gated();
  const { engine } = await startActing({
    now: NOW,
    specs: [dagSpec("daily", { a: {} }, { ...DAILY, startDate: "2026-03-09T00:00:00Z" })],
    handlers: new Map([["a", gate.handler]]),
  });
  await engine.publish([dagSpec("daily", { a: { dependsOnPast: true } }, DAILY)]);
  await engine.advanceTo("2026-03-11T00:01Z");
  expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["running", "running"]);
  for (let ended = 0; ended < 2; ended++) {
    gate.next();
    await engine.settled();
  }
  expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["success", "success"]);
});

test("a task that is removed from the run before holds the next one, whether that run is in memory or not", async () => {
  const b = { upstream: ["a"] };
  const specs = [dagSpec("past", { a: { dependsOnPast: true }, b })];
  const { engine, call, find, states } = await startActing({ now: NOW, specs, handlers: FOREVER });
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "first", logical_date: "2026-03-01T00:00:00Z" });
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "second", logical_date: "2026-03-02T00:00:00Z" });
  await engine.settled();
  const second = await find("past", "second");
  expect(await states(second)).toMatchObject({ a: "success" });

  await engine.publish([dagSpec("past", { b: {} })]);
  const again = { dry_run: false, only_failed: false };
  const newest = { ...again, dag_run_id: "first", task_ids: ["b"], run_on_latest_version: true };
  await call("POST", "/dags/past/clearTaskInstances", newest);
  await engine.settled();
  expect(await states(await find("past", "first"))).toMatchObject({ a: "removed" });
  await call("POST", "/dags/past/clearTaskInstances", { ...again, dag_run_id: "second", task_ids: ["a"] });
  await engine.settled();
  expect(await states(second)).toMatchObject({ a: null });

  await engine.stop();
  const next = await Engine.start({ now: NOW, specs: [], handlers: FOREVER, store: engine.store });
  expect(await states(second)).toMatchObject({ a: null });
  await next.stop();
});

test("a run whose version depends on the past sees what people do to the run before, although the newest does not", async () => {
  const handlers = new Map([
    ["a", ({ run }: { run: { runId: string } }) => (run.runId === "first" ? FAILED : SUCCESS)],
  ]);
  const specs = [dagSpec("past", { a: { dependsOnPast: true } })];
  const { engine, call, find, states } = await startActing({ now: NOW, specs, handlers });
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "first", logical_date: "2026-03-01T00:00:00Z" });
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "second", logical_date: "2026-03-02T00:00:00Z" });
  await engine.settled();
  const second = await find("past", "second");
  expect(await states(second)).toEqual({ a: null });
  await engine.publish([dagSpec("past", { a: {} })]);
  await call("PATCH", "/dags/past/dagRuns/first/taskInstances/a", { new_state: "success" });
  await engine.settled();
  expect(await states(second)).toEqual({ a: "success" });
});
