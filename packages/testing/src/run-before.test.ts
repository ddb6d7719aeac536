import { expect, test } from "vitest";
import { startActing } from "./acting.testing.ts";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const NOW = "2026-03-10T12:00Z";
const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const FOREVER = new Map([["b", () => new Promise<never>(() => undefined)]]);

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

test("a run of a version that depends on the past is told of the run before, although that is of one that does not", async () => {
  const ended = Promise.withResolvers<{ readonly outcome: { readonly kind: "success" } }>();
  const handlers = new Map([
    ["a", ({ run }: { run: { runId: string } }) => (run.runId === "first" ? ended.promise : SUCCESS)],
  ]);
  const { engine, call, find, states } = await startActing({ now: NOW, specs: [dagSpec("past", { a: {} })], handlers });
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "first", logical_date: "2026-03-01T00:00:00Z" });
  await engine.settled();
  await engine.publish([dagSpec("past", { a: { dependsOnPast: true } })]);
  await call("POST", "/dags/past/dagRuns", { dag_run_id: "second", logical_date: "2026-03-02T00:00:00Z" });
  await engine.settled();
  const second = await find("past", "second");
  expect(await states(second)).toEqual({ a: null });
  ended.resolve(SUCCESS);
  await engine.settled();
  expect(await states(second)).toEqual({ a: "success" });
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
