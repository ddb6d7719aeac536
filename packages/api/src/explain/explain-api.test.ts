import { type DagSpec, type Json, newTaskInstance, parseInstant, type TaskInstance, type TaskSpec } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSecret } from "../access/secret.ts";
import { createApiServer } from "../server.ts";
import { generateKey, KeyRing } from "../settings/key-ring.ts";
import { stableUuid } from "../stable-id.ts";

const NOW = parseInstant("2026-03-10T12:00:00Z");
let store: Store;
let server: FastifyInstance;

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  server = createApiServer({
    store,
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map([["default", 4]]),
    catchupLimit: 1000,
    clock: { now: () => NOW, setTimer: () => () => undefined },
    token: "t",
    version: "9.9.9",
    reserialize: () => Promise.resolve(),
    removeDag: async () => undefined,
    onError: () => undefined,
  });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

function taskSpec(taskId: string, upstream: readonly string[] = [], more: Partial<TaskSpec> = {}): TaskSpec {
  return { taskId, operator: "function", lane: "function", upstream, ...more };
}

async function publish(dagId: string, tasks: readonly TaskSpec[], more: Partial<DagSpec> = {}): Promise<void> {
  const spec: DagSpec = {
    version: 1,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    isPausedUponCreation: false,
    tasks,
    ...more,
  };
  await store.publishFile({ file: `${dagId}.ts`, bundle: { hash: dagId, path: "/b" }, dags: [spec], errors: [] }, NOW);
}

/** A run under way whose task instances are as given. */
async function runOf(dagId: string, runId: string, instances: readonly TaskInstance[]): Promise<void> {
  const dates = { logicalDate: null, dataIntervalStart: null, dataIntervalEnd: null, runAfter: NOW };
  const birth = {
    dagId,
    runId,
    runType: "manual",
    triggeredBy: "cli",
    conf: {},
    dagVersion: 1,
    note: null,
    ...dates,
  } as const;
  const [created] = await store.createRuns([birth], NOW);
  if (created?.created !== true) throw new Error("the run was not made");
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const run = { ...created.run, state: "running" as const, startDate: NOW };
  const { runKey } = run;
  await store.commit({ owner: "o", fence, now: NOW, runs: [{ runKey, expectRevision: 0, run, insert: instances }] });
}

function instance(taskId: string, state: TaskInstance["state"]): TaskInstance {
  return { ...newTaskInstance(taskId, 0), state, attemptId: stableUuid(0, taskId) };
}

async function get(url: string): Promise<{ status: number; body: { [name: string]: Json } }> {
  const answer = await server.inject({ url: `/api/v2${url}`, headers: { authorization: "Bearer t" } });
  return { status: answer.statusCode, body: answer.json() };
}

describe("a task instance", () => {
  test("is explained with its upstreams, and as Airflow's dependencies", async () => {
    await publish("etl", [taskSpec("a"), taskSpec("b", ["a"])]);
    await runOf("etl", "r", [instance("a", "running"), instance("b", null)]);
    const { body } = await get("/dags/etl/dagRuns/r/taskInstances/b/explain");
    expect(body).toMatchObject({ task_id: "b", state: null, runnable: false, notes: [] });
    expect(body.reasons).toMatchObject([{ code: "upstream", details: { waits_for: ["a"] } }]);
    expect((await get("/dags/etl/dagRuns/r/taskInstances/b/dependencies")).body).toMatchObject({
      dependencies: [{ name: "Trigger Rule", reason: /all_success/ }],
    });
    const ended = await get("/dags/etl/dagRuns/r/taskInstances/a/dependencies");
    expect(ended.body).toEqual({ dependencies: [] });
  });

  test("that was marked says who has done it, of which act, and what it was before", async () => {
    await publish("etl", [taskSpec("a"), taskSpec("b", ["a"])]);
    await runOf("etl", "r", [instance("a", "up_for_retry"), instance("b", null)]);
    const answer = await server.inject({
      method: "PATCH",
      url: "/api/v2/dags/etl/dagRuns/r/taskInstances/a",
      headers: { authorization: "Bearer t", "x-momiji-user": "rin" },
      payload: { new_state: "skipped", include_downstream: true },
    });
    expect(answer.statusCode).toBe(200);
    for (const taskId of ["a", "b"]) {
      const { body } = await get(`/dags/etl/dagRuns/r/taskInstances/${taskId}/explain`);
      const [reason] = body.reasons as { text: string; details: Json }[];
      expect(reason?.details).toMatchObject({ cause: taskId === "a" ? "marked" : "rule", state: "skipped" });
      if (taskId === "a") expect(reason?.text).toContain("it was marked skipped by rin at 2026-03-10T12:00:00Z");
    }
  });

  test("that waits for a pool is told who holds it, in another DAG too", async () => {
    await store.setPool({ name: "small", slots: 1, includeDeferred: false, description: null });
    await publish("holder", [taskSpec("h", [], { pool: "small" })]);
    await runOf("holder", "monday", [instance("h", "running")]);
    await publish("etl", [taskSpec("a", [], { pool: "small" })]);
    await runOf("etl", "r", [instance("a", "scheduled")]);
    const { body } = await get("/dags/etl/dagRuns/r/taskInstances/a/explain");
    expect(body.reasons).toMatchObject([{ code: "pool", details: { holders: ["h of holder monday"], limit: 1 } }]);
    expect(body.passed).toContainEqual({
      code: "max_active_tasks",
      text: "there is room: max_active_tasks, 0 of 16 taken",
      details: { name: "etl", limit: 16, used: 0, asks: 1 },
    });
  });

  test("that waits for a pool is told nothing of DAGs that whoever asks may not read", async () => {
    await store.setPool({ name: "small", slots: 3, includeDeferred: false, description: null });
    const dags = [
      ["hidden", "monday", "running"],
      ["hidden", "tuesday", "scheduled"],
      ["shown", "monday", "running"],
    ] as const;
    for (const dagId of ["hidden", "shown"])
      await publish(dagId, [taskSpec(`t-${dagId}`, [], { pool: "small", priorityWeight: 9 })]);
    for (const [dagId, runId, state] of dags) await runOf(dagId, runId, [instance(`t-${dagId}`, state)]);
    await publish("etl", [taskSpec("a", [], { pool: "small" })]);
    await runOf("etl", "r", [instance("a", "scheduled")]);
    const noted = { now: NOW, events: [] };
    const permissions = ["DAG:etl", "DAG:shown", "Task Instances"].map((resource) => ({
      action: "can_read",
      resource,
    }));
    await store.putRole({ name: "Readers", permissions }, noted);
    const person = { username: "rin", firstName: "", lastName: "", email: "", provider: null, password: null };
    const user = await store.createUser({ ...person, roles: ["Readers"] }, noted);
    const credential = { userId: user?.id ?? -1, kind: "personal", name: "ci", scopes: null } as const;
    await store.issueCredential({ ...credential, hash: hashSecret("rins"), expiresAt: NOW + 1_000_000 }, noted);
    for (const word of ["explain", "dependencies"]) {
      const url = `/api/v2/dags/etl/dagRuns/r/taskInstances/a/${word}`;
      const { body, statusCode } = await server.inject({ url, headers: { authorization: "Bearer rins" } });
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/hidden|tuesday/);
      expect(body).toContain("t-shown of shown monday, 2 of DAGs that you may not read");
    }
  });

  test("of a paused DAG asks for nothing that another DAG would have to wait for", async () => {
    await store.setPool({ name: "small", slots: 1, includeDeferred: false, description: null });
    await publish("paused", [taskSpec("p", [], { pool: "small", priorityWeight: 9 })]);
    await runOf("paused", "r", [instance("p", "scheduled")]);
    await publish("etl", [taskSpec("a", [], { pool: "small" })]);
    await runOf("etl", "r", [instance("a", "scheduled")]);
    expect((await get("/dags/etl/dagRuns/r/taskInstances/a/explain")).body).toMatchObject({
      reasons: [{ code: "pool", details: { holders: ["p of paused r"] } }],
    });
    await store.setPaused("paused", true, NOW);
    expect((await get("/dags/etl/dagRuns/r/taskInstances/a/explain")).body).toMatchObject({ runnable: true });
    const paused = await get("/dags/paused/dagRuns/r/taskInstances/p/explain");
    expect(paused.body.reasons).toMatchObject([{ code: "dag_paused" }]);
  });

  test("without a scheduler, and with a file that is broken now, is told so", async () => {
    await publish("etl", [taskSpec("a")]);
    await runOf("etl", "r", [instance("a", "scheduled")]);
    await store.releaseClaims("o");
    await store.publishFile({ file: "etl.ts", bundle: null, dags: [], errors: [{ message: "broken" }] }, NOW);
    const { body } = await get("/dags/etl/dagRuns/r/taskInstances/a/explain");
    expect(body.reasons).toMatchObject([{ code: "no_scheduler" }]);
    expect(body.notes).toMatchObject([{ code: "import_error" }]);
  });

  test.each([
    ["/dags/none/dagRuns/r/taskInstances/a/explain", 404],
    ["/dags/etl/dagRuns/none/taskInstances/a/explain", 404],
    ["/dags/etl/dagRuns/r/taskInstances/none/explain", 404],
    ["/dags/etl/dagRuns/r/taskInstances/a/explain?map_index=x", 422],
    ["/dags/none/explain", 404],
  ])("%s is answered with %i", async (url, status) => {
    await publish("etl", [taskSpec("a")]);
    await runOf("etl", "r", [instance("a", "scheduled")]);
    expect((await get(url)).status).toBe(status);
  });

  test("is explained quickly in a run of five thousand", async () => {
    const tasks = Array.from({ length: 5_000 }, (_, at) => taskSpec(`t${at}`, at < 50 ? [] : [`t${at - 50}`]));
    await publish("wide", tasks);
    await runOf(
      "wide",
      "r",
      tasks.map(({ taskId }, at) => instance(taskId, at < 2_000 ? "success" : at < 2_050 ? "scheduled" : null)),
    );
    const url = "/dags/wide/dagRuns/r/taskInstances/t4999/explain";
    expect((await get(url)).body.reasons).toMatchObject([{ code: "upstream" }]);
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      const start = performance.now();
      await get(url);
      times.push(performance.now() - start);
    }
    // A tenfold margin over what a quiet machine takes: this must never become quadratic.
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(500);
  });
});

test("a DAG is explained with its next run", async () => {
  const schedule = { kind: "cron-interval", cron: "0 3 * * *", timezone: "UTC" } as const;
  await publish("daily", [taskSpec("a")], { schedule, startDate: "2026-05-01T00:00:00Z" });
  await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  expect((await get("/dags/daily/explain")).body).toMatchObject({
    dag_id: "daily",
    runnable: false,
    reasons: [{ code: "start_date" }],
    next_run: { run_after: "2026-05-02T03:00:00Z", data_interval_start: "2026-05-01T03:00:00Z" },
  });
});

describe("a run", () => {
  test("of a paused backfill says so, and the DAG notes it; runs of backfills take no room of the DAG's", async () => {
    const schedule = { kind: "cron-interval", cron: "0 3 * * *", timezone: "UTC" } as const;
    await publish("etl", [taskSpec("a")], { schedule, startDate: "2026-01-01T00:00:00Z", maxActiveRuns: 1 });
    const date = parseInstant("2026-03-01T03:00:00Z");
    const birth = { runType: "backfill", triggeredBy: "backfill", conf: {}, dagVersion: 1, note: null } as const;
    const dates = { logicalDate: date, dataIntervalStart: date, dataIntervalEnd: date, runAfter: date };
    const run = { dagId: "etl", runId: "old", ...birth, ...dates };
    const wanted = { dagId: "etl", from: date, to: date, conf: null, maxActiveRuns: 1, runBackwards: false };
    const backfill = { ...wanted, reprocessBehavior: "none", triggeredBy: "rin" } as const;
    const planned = { ordinal: 1, logicalDate: date, action: { kind: "create", run } } as const;
    const made = await store.createBackfill(backfill, [planned], { now: NOW, events: [] });
    const id = made.created ? made.backfill.id : -1;
    await store.act({ now: NOW, backfills: [{ id, isPaused: true, isCompleted: false }], events: [] });
    const paused = { code: "backfill_paused", details: { backfill_id: id } };
    expect((await get("/dags/etl/dagRuns/old/explain")).body).toMatchObject({ state: "queued" });
    const codes = (await get("/dags/etl/dagRuns/old/explain")).body.reasons as { code: string }[];
    expect(codes.map(({ code }) => code)).toEqual(["no_scheduler", "backfill_paused"]);
    const dag = (await get("/dags/etl/explain")).body;
    expect(dag.notes).toMatchObject([paused]);
    expect((dag.reasons as { code: string }[]).map(({ code }) => code)).toEqual(["no_scheduler"]);
  });

  test("tells its deadlines, and so does its DAG as long as it is not finished", async () => {
    await publish("etl", [taskSpec("a")]);
    await runOf("etl", "r", [instance("a", "running")]);
    const [run] = await store.listRuns({ dagId: "etl" });
    if (run === undefined) throw new Error("there is no run");
    const base = { runKey: run.runKey, dagId: "etl", runId: "r", name: null, queuedAt: NOW, createdAt: NOW };
    const missed = { ...base, ordinal: 0, state: "missed", dueAt: NOW - 60_000_000, endedAt: NOW } as const;
    const pending = { ...base, ordinal: 1, state: "pending", dueAt: NOW + 60_000_000, endedAt: null } as const;
    const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
    const deadlines = [missed, pending];
    const commit = { runKey: run.runKey, expectRevision: run.revision, deadlines };
    await store.commit({ owner: "o", fence, now: NOW, runs: [commit] });
    const notes = [{ code: "deadline_missed" }, { code: "deadline_pending", text: /succeed by .*, in 1 min$/ }];
    for (const path of ["/dags/etl/dagRuns/r", "/dags/etl/dagRuns/r/taskInstances/a", "/dags/etl"])
      expect((await get(`${path}/explain`)).body.notes).toMatchObject(
        notes.map((note) => ("text" in note ? { ...note, text: expect.stringMatching(note.text) } : note)),
      );
  });

  test("that is not there is not explained", async () => {
    await publish("etl", [taskSpec("a")]);
    expect((await get("/dags/etl/dagRuns/nothing/explain")).status).toBe(404);
  });
});
