import type { AttemptOutcome } from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import { describe, expect, test } from "vitest";
import { startActing } from "./acting.testing.ts";
import { dagSpec } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const NOW = "2026-03-10T12:00Z";

type Result = { readonly outcome: AttemptOutcome; readonly xcoms?: readonly { key: string; value: number }[] };

/** A task whose attempts end when the test says so. */
function gate(): {
  readonly handler: InlineHandler;
  end(attempt: number, result: Result): void;
  readonly begun: string[];
} {
  const attempts: PromiseWithResolvers<Result>[] = [];
  const begun: string[] = [];
  return {
    begun,
    handler: (order) => {
      begun.push(order.attemptId);
      const attempt = Promise.withResolvers<Result>();
      attempts.push(attempt);
      return attempt.promise;
    },
    end: (attempt, result) => attempts[attempt - 1]?.resolve(result),
  };
}

describe("clearing", () => {
  test("a running task is restarted: its attempt is ended, and only then the next begins", async () => {
    const work = gate();
    const { engine, call, run } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {}, b: { upstream: ["a"] } })],
      handlers: new Map([["a", work.handler]]),
    });
    const made = await run("etl");
    const answer = await call("POST", "/dags/etl/clearTaskInstances", {
      dag_run_id: "r1",
      task_ids: ["a"],
      only_failed: false,
      dry_run: false,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { total_entries: 1, task_instances: [{ state: "restarting" }] },
    });
    await engine.settled();
    expect(work.begun).toHaveLength(2);
    work.end(2, SUCCESS);
    await engine.settled();
    expect(await engine.instances(made)).toMatchObject({
      a: { state: "success", tryNumber: 2, maxTries: 1 },
      b: { state: "success" },
    });
    const attempts = await engine.store.listAttempts(made.runKey, "a", -1);
    expect(attempts).toMatchObject([{ tryNumber: 1, outcome: { kind: "cancelled" } }]);
  });

  test("a run that has ended runs again from the cleared task on, and XComs of the new attempt replace the old", async () => {
    let calls = 0;
    const counting: InlineHandler = () => ({ ...SUCCESS, xcoms: [{ key: `only ${++calls}`, value: calls }] });
    const { engine, call, run, find } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {}, b: { upstream: ["a"] }, c: {} })],
      handlers: new Map([["a", counting]]),
    });
    const made = await run("etl");
    expect((await find("etl", "r1")).state).toBe("success");
    const dry = await call("POST", "/dags/etl/clearTaskInstances", {
      task_ids: ["a"],
      only_failed: false,
      include_downstream: true,
    });
    expect(dry.body).toMatchObject({ total_entries: 2, task_instances: [{ state: "success" }, { state: "success" }] });
    expect((await find("etl", "r1")).state).toBe("success");
    await engine.advanceTo("2026-03-10T12:01Z");
    await call("POST", "/dags/etl/clearTaskInstances", {
      task_ids: ["a"],
      only_failed: false,
      include_downstream: true,
      dry_run: false,
    });
    await engine.settled();
    expect(await find("etl", "r1")).toMatchObject({ state: "success", startDate: engine.clock.now() });
    expect(await engine.instances(made)).toMatchObject({
      a: { tryNumber: 2 },
      b: { tryNumber: 2 },
      c: { tryNumber: 1 },
    });
    const keys = ["only 1", "only 2"].map((key) => ({ runKey: made.runKey, taskId: "a", mapIndex: -1, key }));
    expect(await engine.store.getXComs(keys)).toEqual([undefined, 2]);
  });

  test("while the end of another task is being committed, nothing is lost and nothing is done twice", async () => {
    const [a, b] = [gate(), gate()];
    const { engine, call, run, find } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {}, b: {}, c: { upstream: ["b"] } })],
      handlers: new Map([
        ["a", a.handler],
        ["b", b.handler],
      ]),
    });
    await run("etl");
    const commit = engine.store.commit.bind(engine.store);
    let raced = 0;
    // The act reaches the store between the decision about b's end and its commit.
    engine.store.commit = async (batch) => {
      if (raced++ === 0)
        await call("POST", "/dags/etl/clearTaskInstances", { task_ids: ["a"], only_failed: false, dry_run: false });
      return commit(batch);
    };
    b.end(1, { ...SUCCESS, xcoms: [{ key: "k", value: 7 }] });
    await engine.settled();
    expect(raced).toBeGreaterThan(1);
    a.end(2, SUCCESS);
    await engine.settled();
    const made = await find("etl", "r1");
    expect(made.state).toBe("success");
    expect([a.begun.length, b.begun.length]).toEqual([2, 1]);
    expect(await engine.store.getXComs([{ runKey: made.runKey, taskId: "b", mapIndex: -1, key: "k" }])).toEqual([7]);
    expect(engine.ended).toHaveLength(1);
  });

  test("while its own end is being committed, the task runs once more", async () => {
    const a = gate();
    const { engine, call, run, find } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {} })],
      handlers: new Map([["a", a.handler]]),
    });
    await run("etl");
    const commit = engine.store.commit.bind(engine.store);
    let raced = false;
    engine.store.commit = async (batch) => {
      if (!raced) {
        raced = true;
        await call("POST", "/dags/etl/clearTaskInstances", { task_ids: ["a"], only_failed: false, dry_run: false });
      }
      return commit(batch);
    };
    a.end(1, SUCCESS);
    await engine.settled();
    expect(a.begun).toHaveLength(2);
    expect(engine.ended).toHaveLength(0);
    a.end(2, SUCCESS);
    await engine.settled();
    expect((await find("etl", "r1")).state).toBe("success");
  });

  test("two at once restart a task once", async () => {
    const a = gate();
    const { engine, call, run } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {} })],
      handlers: new Map([["a", a.handler]]),
    });
    const made = await run("etl");
    const clear = () =>
      call("POST", "/dags/etl/clearTaskInstances", { task_ids: ["a"], only_failed: false, dry_run: false });
    expect((await Promise.all([clear(), clear()])).map(({ status }) => status)).toEqual([200, 200]);
    await engine.settled();
    expect(a.begun).toHaveLength(2);
    expect((await engine.instances(made)).a).toMatchObject({ tryNumber: 2, maxTries: 1 });
    expect((await engine.store.listEventLogs({ event: "post_clear_task_instances" })).total).toBe(2);
  });

  test("on the newest version the run moves there: new tasks are added, those that are gone removed", async () => {
    const { engine, call, run, find, states } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {}, old: { upstream: ["a"] } })],
    });
    const made = await run("etl");
    await engine.publish([dagSpec("etl", { a: {}, fresh: { upstream: ["a"] } })]);
    await engine.settled();
    await call("POST", "/dags/etl/dagRuns/r1/clear", { dry_run: false, run_on_latest_version: true });
    await engine.settled();
    expect(await find("etl", "r1")).toMatchObject({ state: "success", dagVersion: 2 });
    expect(await states(made)).toEqual({ a: "success", old: "removed", fresh: "success" });
  });

  test("prevent_running_task refuses, and changes nothing", async () => {
    const { engine, call, run, states } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {} })],
      handlers: new Map([["a", gate().handler]]),
    });
    const made = await run("etl");
    await engine.advanceTo("2026-03-10T12:01Z");
    const body = { dag_run_id: "r1", only_failed: false, dry_run: false, prevent_running_task: true };
    expect((await call("POST", "/dags/etl/clearTaskInstances", body)).status).toBe(409);
    expect(await states(made)).toEqual({ a: "running" });
  });

  test("after a restart of the server a task that was being restarted is ended and begun anew", async () => {
    const a = gate();
    const options = { now: NOW, specs: [dagSpec("etl", { a: {} })], handlers: new Map([["a", a.handler]]) };
    const { engine, call, run } = await startActing(options);
    await run("etl");
    await engine.stop();
    await call("POST", "/dags/etl/clearTaskInstances", { task_ids: ["a"], only_failed: false, dry_run: false });
    const again = await startActing({ ...options, store: engine.store });
    await again.engine.settled();
    a.end(2, SUCCESS);
    await again.engine.settled();
    const made = await again.find("etl", "r1");
    expect(made.state).toBe("success");
    expect((await again.engine.instances(made)).a).toMatchObject({ tryNumber: 2, lostAttempts: 0 });
  });
});

describe("marking", () => {
  test("a run failed while ten tasks run: they are cancelled and failed, the rest is skipped, late ends are dropped", async () => {
    const gates = Array.from({ length: 10 }, gate);
    const wide = Object.fromEntries(gates.map((_, index) => [`t${index}`, {}]));
    const { engine, call, run, find, states } = await startActing({
      now: NOW,
      specs: [dagSpec("wide", { ...wide, last: { upstream: Object.keys(wide) } })],
      handlers: new Map(gates.map(({ handler }, index) => [`t${index}`, handler])),
    });
    const made = await run("wide");
    await engine.advanceTo("2026-03-10T12:01Z");
    expect((await call("PATCH", "/dags/wide/dagRuns/r1", { state: "failed" })).body).toMatchObject({ state: "failed" });
    for (const { end } of gates) end(1, SUCCESS);
    await engine.settled();
    expect(await find("wide", "r1")).toMatchObject({ state: "failed", reason: "marked failed" });
    expect(await states(made)).toEqual({
      ...Object.fromEntries(gates.map((_, index) => [`t${index}`, "failed"])),
      last: "skipped",
    });
    expect(engine.ended).toMatchObject([{ state: "failed" }]);
    expect(await engine.store.check()).toEqual([]);
    await run("wide", "r2");
    expect(gates.every(({ begun }) => begun.length === 2)).toBe(true);
  });

  test("a failed task success: what had failed because of it runs, and the run ends well", async () => {
    const { engine, call, run, find, states } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {}, b: { upstream: ["a"] }, c: { upstream: ["b"] } })],
      handlers: new Map([["a", FAILED]]),
    });
    const made = await run("etl");
    expect(await states(made)).toEqual({ a: "failed", b: "upstream_failed", c: "upstream_failed" });
    const task = "/dags/etl/dagRuns/r1/taskInstances/a";
    const dry = await call("PATCH", `${task}/dry_run`, { new_state: "success" });
    expect(dry.body).toMatchObject({ total_entries: 1, task_instances: [{ task_id: "a", state: "failed" }] });
    await call("PATCH", task, { new_state: "success", note: "seen to" });
    await engine.settled();
    expect(await states(made)).toEqual({ a: "success", b: "success", c: "success" });
    expect((await find("etl", "r1")).state).toBe("success");
    expect((await call("PATCH", task, { new_state: "success" })).status).toBe(409);
    const { body } = await call("GET", "/dags/etl/dagRuns/r1/taskInstances");
    expect(body).toMatchObject({ task_instances: [{ task_id: "a", note: "seen to" }, { note: null }, { note: null }] });
  });

  test("a task success with what comes after it, in this run and all later ones", async () => {
    const schedule = { kind: "cron-interval", cron: "@daily", timezone: "UTC" } as const;
    const dag = dagSpec(
      "daily",
      { a: {}, b: { upstream: ["a"] } },
      { schedule, startDate: "2026-03-07T00:00:00Z", catchup: true },
    );
    const { engine, call, states } = await startActing({ now: NOW, specs: [dag], handlers: new Map([["a", FAILED]]) });
    const [first, second, third] = await engine.runs("daily");
    const path = `/dags/daily/dagRuns/${encodeURIComponent(second?.runId ?? "")}/taskInstances/a`;
    await call("PATCH", path, { new_state: "success", include_downstream: true, include_future: true });
    await engine.settled();
    const all = [];
    for (const run of [first, second, third]) all.push(run && (await states(run)));
    const [failed, success] = [
      { a: "failed", b: "upstream_failed" },
      { a: "success", b: "success" },
    ];
    expect(all).toEqual([failed, success, success]);
  });

  test("the run before frees the task that depends on it", async () => {
    const schedule = { kind: "cron-interval", cron: "@daily", timezone: "UTC" } as const;
    const dag = dagSpec(
      "daily",
      { a: { dependsOnPast: true } },
      { schedule, startDate: "2026-03-08T00:00:00Z", catchup: true },
    );
    let calls = 0;
    const { engine, call } = await startActing({
      now: NOW,
      specs: [dag],
      handlers: new Map([["a", () => (calls++ === 0 ? FAILED : SUCCESS)]]),
    });
    const [first] = await engine.runs("daily");
    expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["failed", "running"]);
    await call("PATCH", `/dags/daily/dagRuns/${encodeURIComponent(first?.runId ?? "")}/taskInstances/a`, {
      new_state: "success",
    });
    await engine.settled();
    expect((await engine.runs("daily")).map(({ state }) => state)).toEqual(["failed", "success"]);
  });

  test("a run queued: it waits its turn and goes on where it stood", async () => {
    const a = gate();
    const { engine, call, run, find } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {} })],
      handlers: new Map([["a", a.handler]]),
    });
    await run("etl");
    await call("PATCH", "/dags/etl/dagRuns/r1", { state: "queued", note: "again" });
    await engine.settled();
    a.end(1, SUCCESS);
    await engine.settled();
    expect(await find("etl", "r1")).toMatchObject({ state: "success", note: "again" });
    expect(a.begun).toHaveLength(1);
  });
});

describe("deleting", () => {
  test("a run that runs is refused over HTTP; deleted in the store it is let go of, and the DAG goes on", async () => {
    const a = gate();
    const { engine, call, run, find } = await startActing({
      now: NOW,
      specs: [dagSpec("etl", { a: {} }, { maxActiveRuns: 1 })],
      handlers: new Map([["a", a.handler]]),
    });
    const made = await run("etl");
    await run("etl", "r2");
    expect((await call("DELETE", "/dags/etl/dagRuns/r1")).status).toBe(409);
    const { revision } = await find("etl", "r1");
    await engine.store.act({
      now: engine.clock.now(),
      deleteRuns: [{ runKey: made.runKey, expectRevision: revision }],
      events: [],
    });
    await engine.settled();
    expect(await engine.store.findRun("etl", "r1")).toBeNull();
    a.end(1, SUCCESS);
    a.end(2, SUCCESS);
    await engine.settled();
    expect((await find("etl", "r2")).state).toBe("success");
    expect((await call("DELETE", "/dags/etl/dagRuns/r2")).status).toBe(204);
    expect((await call("DELETE", "/dags/etl/dagRuns/r2")).status).toBe(404);
    expect(await engine.store.check()).toEqual([]);
  });
});

test("every act stands in the event log: who, what, and what it was about", async () => {
  const { call, run } = await startActing({ now: NOW, specs: [dagSpec("etl", { a: {} })] });
  await run("etl");
  await call("PATCH", "/dags/etl/dagRuns/r1", { note: "n" });
  await call("PATCH", "/dags/etl/dagRuns/r1/taskInstances/a", { new_state: "failed" });
  await call("POST", "/dags/etl/dagRuns/r1/clear", { dry_run: false });
  const { body } = await call("GET", "/eventLogs?dag_id=etl&order_by=event_log_id");
  const entries = body.event_logs as { event: string; owner: string; run_id: string }[];
  expect(entries.map(({ event }) => event)).toEqual([
    "trigger_dag_run",
    "patch_dag_run",
    "patch_task_instance",
    "clear_dag_run",
  ]);
  expect(entries.every(({ owner, run_id: runId }) => owner === "tester" && runId === "r1")).toBe(true);
});

test("a run triggered for later waits until then", async () => {
  const { engine, call, find } = await startActing({ now: NOW, specs: [dagSpec("etl", { a: {} })] });
  await call("POST", "/dags/etl/dagRuns", { dag_run_id: "later", run_after: "2026-03-10T13:00:00Z" });
  await engine.settled();
  expect((await find("etl", "later")).state).toBe("queued");
  await engine.advanceTo("2026-03-10T13:00Z");
  expect((await find("etl", "later")).state).toBe("success");
});

test("a DAG that allows no runs by hand refuses them", async () => {
  const { call } = await startActing({
    now: NOW,
    specs: [dagSpec("etl", { a: {} }, { allowedRunTypes: ["scheduled"] })],
  });
  expect(await call("POST", "/dags/etl/dagRuns", {})).toMatchObject({
    status: 400,
    body: { code: "run_type_not_allowed" },
  });
});
