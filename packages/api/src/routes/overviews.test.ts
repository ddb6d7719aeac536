/** Many runs at once, a run as a whole, workers, versions, and what jobs lack. */
import { type DagSpec, type LogRecord, parseInstant } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";
import type { LogName } from "../log-reader.ts";
import type { Preflighter } from "../preflighter.ts";

const SECOND = 1_000_000;
let at: TestServer;
const asked: unknown[] = [];

const etl = chainOf("etl", ["load", "check", "mart"]);
const nightly: DagSpec = chainOf("nightly", ["one"], {
  schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" },
  startDate: "2026-03-01T00:00:00Z",
  tags: ["gold"],
});

const LINES: { readonly [taskId: string]: readonly [after: number, level: LogRecord["level"], message: string][] } = {
  load: [
    [1, "info", "begin"],
    [3, "error", "No such table"],
  ],
  check: [[2, "warning", "a table is late"]],
};

beforeEach(async () => {
  const logs = {
    async *read({ taskId }: LogName) {
      const records = (LINES[taskId] ?? []).map(([after, level, message], index) => ({
        seq: index + 1,
        at: NOW + after * SECOND,
        level,
        source: "stdout",
        message,
      }));
      yield await Promise.resolve(records);
    },
  };
  const preflight: Preflighter = async (dag, taskIds) => {
    asked.push([dag.dagId, taskIds]);
    const checks = [
      { code: "a", title: "there is one", verdict: "ok" },
      { code: "b", title: "it answers", verdict: "failed", remedy: "start it" },
    ] as const;
    return Promise.resolve([{ taskId: "load", operator: "dockerRun", checks }]);
  };
  const readSource = async ({ bundlePath }: { readonly bundlePath: string }) =>
    Promise.resolve(`code of ${bundlePath}`);
  at = await openTestServer([etl, nightly], { logs, preflight, readSource });
});

afterEach(() => at.close());

const get = async (path: string) => at.call("GET", `/api/momiji/v1${path}`);

test("a timeline has the runs of a window by DAG, and those that are planned", async () => {
  await runOf(at, "etl", { runId: "r1", state: "success", instances: [] });
  await runOf(at, "etl", { runId: "r2", state: "running", instances: [] });
  await at.store.setPaused("nightly", false, NOW);
  const window = "/timeline?from=2026-03-10T11:00:00Z&to=2026-03-12T12:00:00Z";
  const hour = 3_600_000;
  expect((await get(window)).body).toMatchObject({
    lanes: ["etl", "nightly"],
    runs: [
      [0, "r1", "s", hour + 1000, hour + 2000],
      [0, "r2", "r", hour + 1000, null],
    ],
    planned: [
      [1, 13 * hour],
      [1, 37 * hour],
    ],
    truncated: false,
  });
  expect((await get(`${window}&tags=gold`)).body).toMatchObject({ lanes: ["nightly"], runs: [] });
  expect((await get(`${window}&dag_id_pattern=etl`)).body).toMatchObject({ lanes: ["etl"], planned: [] });
  expect((await get("/timeline?from=2026-03-10T13:00:00Z&to=2026-03-10T14:00:00Z")).body).toMatchObject({
    runs: [[0, "r2", "r", -hour + 1000, null]],
  });
  expect((await get("/timeline?from=2026-03-10T13:00:00Z&to=2026-03-10T13:00:00Z")).status).toBe(422);
  expect((await get("/timeline?from=2026-01-01T13:00:00Z&to=2026-03-10T13:00:00Z")).status).toBe(422);
});

test("a timeline of workers and of pools has task instances", async () => {
  const instances = [
    { taskId: "load", state: "success" as const, worker: "w-1", startDate: NOW + SECOND, endDate: NOW + 2 * SECOND },
    { taskId: "check", state: "running" as const, worker: "w-2", startDate: NOW + 2 * SECOND },
    { taskId: "mart", state: null },
  ];
  await runOf(at, "etl", { runId: "r1", state: "running", instances });
  const window = "/timeline?from=2026-03-10T12:00:00Z&to=2026-03-10T13:00:00Z";
  const runs = [
    [0, "etl/r1/load", "s", 1000, 2000],
    [1, "etl/r1/check", "r", 2000, null],
  ];
  expect((await get(`${window}&lane=worker`)).body).toMatchObject({ lanes: ["w-1", "w-2"], runs, planned: [] });
  expect((await get(`${window}&lane=pool`)).body).toMatchObject({
    lanes: ["default_pool"],
    runs: [
      [0, "etl/r1/load"],
      [0, "etl/r1/check"],
    ].map((bar) => expect.arrayContaining(bar)),
  });
});

test("workers, executors and queues tell what they hold and who waits", async () => {
  await at.store.setPaused("etl", false, NOW);
  const instances = [
    { taskId: "load", state: "running" as const, worker: "w-1@host", queuedAt: NOW, startDate: NOW + SECOND },
    { taskId: "check", state: "queued" as const, queuedAt: NOW + SECOND },
    { taskId: "mart", state: "scheduled" as const },
  ];
  await runOf(at, "etl", { runId: "r1", state: "running", instances });
  const counts = { running: 1, queued: 1, scheduled: 1, deferred: 0, oldestQueued: "2026-03-10T12:00:01Z" };
  expect((await get("/workers")).body).toMatchObject({
    executors: [{ name: "default", slots: 4, ...counts }],
    workers: [
      {
        name: "w-1@host",
        host: "host",
        running: 1,
        attempts: [{ dagId: "etl", runId: "r1", taskId: "load", mapIndex: -1, start: "2026-03-10T12:00:01Z" }],
        hidden: 0,
      },
    ],
    queues: [{ name: "default", ...counts }],
  });
});

test("two versions of a DAG are compared in their code, tasks, edges and params", async () => {
  const params = (defaults: { readonly [name: string]: number }) => ({ schema: {}, defaults });
  const [load, check, mart] = etl.tasks as [DagSpec["tasks"][0], DagSpec["tasks"][0], DagSpec["tasks"][0]];
  const fresh = { ...load, taskId: "audit", upstream: ["check"] };
  const first = { ...etl, params: params({ a: 1, b: 1 }) };
  const second = {
    ...etl,
    description: "another",
    params: params({ b: 2, c: 1 }),
    tasks: [load, { ...check, pool: "big" }, fresh],
  };
  for (const [index, spec] of [first, second].entries())
    await at.store.publishFile(
      { file: "etl.ts", bundle: { hash: `v${index + 2}`, path: `/b${index + 2}` }, dags: [spec], errors: [] },
      NOW,
    );
  const path = "/dags/etl/versions/diff?a=2&b=3";
  const { body, headers } = await get(path);
  expect(body).toEqual({
    a: 2,
    b: 3,
    withheld: false,
    files: [{ path: "etl.ts", was: "etl.ts", isChanged: true, a: "code of /b2", b: "code of /b3", isTooLong: false }],
    structure: {
      added: ["audit"],
      removed: [mart.taskId],
      changed: [{ taskId: "check", fields: ["pool"] }],
      edges: { added: [["check", "audit"]], removed: [["check", "mart"]] },
      params: { added: ["c"], removed: ["a"], changed: ["b"] },
      dag: ["description"],
    },
  });
  const kept = await at.callWith({ "if-none-match": headers["etag"] as string }, "GET", `/api/momiji/v1${path}`);
  expect(kept.status).toBe(304);
  expect((await get("/dags/etl/versions/diff?a=2&b=9")).status).toBe(404);
});

test("a run in short names what caused its failure, and what it waits for", async () => {
  const message = "the command ended with exit code 3";
  const instances = [
    {
      taskId: "load",
      state: "failed" as const,
      tryNumber: 1,
      attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
      outcome: { kind: "failed", code: "exit_code", message, retryable: true } as const,
    },
    { taskId: "check", state: "upstream_failed" as const },
    { taskId: "mart", state: "upstream_failed" as const },
  ];
  await runOf(at, "etl", { runId: "r1", state: "failed", instances });
  const { body } = await get("/dags/etl/dagRuns/r1/summary");
  expect(body).toMatchObject({
    state: "failed",
    durationMs: 1000,
    usualMs: 1000,
    states: { failed: 1, upstream_failed: 2 },
    total: 3,
    failures: [
      { taskId: "load", code: "exit_code", title: message, headline: "No such table", blocks: ["check", "mart"] },
    ],
    waitsFor: [],
    truncated: false,
  });
  const running = [{ taskId: "load", state: "running" as const, startDate: NOW + SECOND }];
  await runOf(at, "etl", { runId: "r2", state: "running", instances: running });
  expect((await get("/dags/etl/dagRuns/r2/summary")).body).toMatchObject({
    failures: [],
    waitsFor: [{ taskId: "load", state: "running", since: "2026-03-10T12:00:01Z" }],
  });
  expect((await get("/dags/etl/dagRuns/r9/summary")).status).toBe(404);
});

test("the logs of a run are searched together, by time", async () => {
  const instances = ["load", "check"].map((taskId) => ({ taskId, state: "success" as const, tryNumber: 1 }));
  await runOf(at, "etl", { runId: "r1", state: "success", instances: [...instances, { taskId: "mart" }] });
  const find = async (query: string) => (await get(`/dags/etl/dagRuns/r1/logs/search?${query}`)).body;
  expect(await find("q=TABLE")).toMatchObject({
    hits: [
      { taskId: "check", tryNumber: 1, n: 1, lv: "warning", m: "a table is late" },
      { taskId: "load", n: 2, lv: "error", m: "No such table" },
    ],
    total: 2,
    logs: 2,
    truncated: false,
  });
  expect(await find("level=error")).toMatchObject({ hits: [{ m: "No such table" }], total: 1 });
  expect(await find("limit=1")).toMatchObject({ hits: [{ m: "begin" }], total: 3, truncated: true });
  expect(await find(`from=${new Date(parseInstant("2026-03-10T12:00:03Z") / 1000).toISOString()}`)).toMatchObject({
    hits: [{ m: "No such table" }],
  });
});

test("operators are asked what their jobs lack, of a DAG or of one task, and it is written down", async () => {
  const { status, body } = await at.call("POST", "/api/momiji/v1/dags/etl/preflight");
  expect(status).toBe(200);
  expect(body).toEqual({
    dagId: "etl",
    version: 1,
    verdict: "failed",
    tasks: [
      {
        taskId: "load",
        operator: "dockerRun",
        checks: [
          { code: "a", title: "there is one", verdict: "ok", detail: null, remedy: null },
          { code: "b", title: "it answers", verdict: "failed", detail: null, remedy: "start it" },
        ],
      },
    ],
  });
  await at.call("POST", "/api/momiji/v1/dags/etl/tasks/load/preflight");
  expect(asked).toEqual([
    ["etl", undefined],
    ["etl", ["load"]],
  ]);
  const { entries } = await at.store.listEventLogs({ dagId: "etl" });
  expect(entries.filter(({ event }) => event === "preflight")).toHaveLength(2);
  expect((await at.call("POST", "/api/momiji/v1/dags/etl/tasks/none/preflight")).status).toBe(404);
  const bare = await openTestServer([etl]);
  expect((await bare.call("POST", "/api/momiji/v1/dags/etl/preflight")).body.code).toBe("no_preflight");
  await bare.close();
});
