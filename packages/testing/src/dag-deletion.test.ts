/** Deleting a DAG while the engine has it in memory. */
import { expect, test } from "vitest";
import { type Acting, startActing } from "./acting.testing.ts";
import { dagSpec } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const NOW = "2026-03-10T12:00:00Z";

/** The steps of a deletion rest in between: the clock goes on until it is answered. */
async function deleteDag({ call, engine }: Acting, dagId: string): ReturnType<Acting["call"]> {
  const waiting = new Set([dagId]);
  const answer = call("DELETE", `/dags/${dagId}`).finally(() => waiting.clear());
  while (waiting.size > 0) {
    await engine.settled();
    const next = engine.clock.nextTimer();
    if (next !== null && next <= engine.clock.now() + 1_000_000) engine.clock.moveTo(next);
  }
  await engine.settled();
  return answer;
}

test("a DAG whose task runs is not deleted; once it has ended the DAG goes with all its runs", async () => {
  const work = Promise.withResolvers<typeof SUCCESS>();
  const acting = await startActing({
    now: NOW,
    specs: [dagSpec("etl", { a: {} }), dagSpec("other", { a: {} })],
    handlers: new Map([["a", () => work.promise]]),
  });
  const { engine, call, run } = acting;
  await run("etl");
  const made = await run("other");
  expect(await deleteDag(acting, "etl")).toMatchObject({
    status: 409,
    body: { detail: "Task instances of dag with id: 'etl' are still running" },
  });
  work.resolve(SUCCESS);
  await engine.settled();
  expect((await deleteDag(acting, "etl")).status).toBe(204);
  expect((await call("GET", "/dags/etl")).status).toBe(404);
  expect(await deleteDag(acting, "etl")).toMatchObject({
    status: 404,
    body: { detail: "Dag with id: etl was not found" },
  });
  expect(await engine.runs("etl")).toEqual([]);
  expect((await engine.runs("other")).map(({ runKey }) => runKey)).toEqual([made.runKey]);
  expect(await engine.store.check()).toEqual([]);
});

test("what waits in a deleted DAG never goes on, and a DAG that comes back begins anew", async () => {
  const spec = dagSpec(
    "etl",
    { a: { retry: { retries: 3, delaySeconds: 60 } } },
    { schedule: { kind: "cron-interval", cron: "0 * * * *", timezone: "UTC" }, startDate: "2026-03-10T11:00:00Z" },
  );
  const acting = await startActing({ now: NOW, specs: [spec], handlers: new Map([["a", FAILED]]) });
  const { engine } = acting;
  expect(await engine.runs("etl")).toMatchObject([{ state: "running" }]);
  expect((await deleteDag(acting, "etl")).status).toBe(204);
  const ordered = engine.orders.length;
  await engine.advanceTo("2026-03-10T15:30:00Z");
  expect(engine.orders).toHaveLength(ordered);
  expect(await engine.runs("etl")).toEqual([]);
  await engine.publish([spec]);
  await engine.settled();
  expect((await engine.runs("etl")).map(({ runId }) => runId)).toEqual(["scheduled__2026-03-10T15:00:00+00:00"]);
  expect(await engine.store.check()).toEqual([]);
});

test("a large DAG goes in steps, and others are served in between", async () => {
  const tasks = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`t${at}`, {}]));
  const acting = await startActing({
    now: NOW,
    specs: [dagSpec("large", tasks, { maxActiveTasks: 1000 }), dagSpec("other", { a: {} })],
  });
  const { engine, call, run } = acting;
  for (const runId of ["r1", "r2", "r3"]) await run("large", runId);
  const left: number[] = [];
  const step = engine.store.removeDagStep.bind(engine.store);
  engine.store.removeDagStep = async (dagId, rows) => {
    left.push((await engine.store.countRuns(dagId)).runs);
    if (left.length === 2) expect((await call("GET", "/dags/other")).status).toBe(200);
    return step(dagId, rows);
  };
  expect((await deleteDag(acting, "large")).status).toBe(204);
  expect(left.length).toBeGreaterThan(3);
  expect(left).toEqual(left.toSorted((a, b) => b - a));
});
