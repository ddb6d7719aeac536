/** What the page of a task instance is told at once. */
import type { LogRecord } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

/** Jobs outside: the end of one is waited for. */
const JOBS = [
  { taskId: "awaited", operator: "docker", lane: "job", upstream: [] },
  { taskId: "left", operator: "docker", lane: "job", upstream: [], params: { waitForCompletion: false } },
] as const;

let at: TestServer;

beforeEach(async () => {
  const line: LogRecord = { seq: 1, at: NOW, level: "error", source: "stderr", message: "no such file" };
  const logs = {
    async *read() {
      yield await Promise.resolve([line]);
    },
  };
  at = await openTestServer([chainOf("etl", ["load", "mart"]), chainOf("jobs", [], { tasks: JOBS })], { logs });
  const outcome = { kind: "failed", code: "exit_code", message: "exit code 3", retryable: true } as const;
  await runOf(at, "etl", {
    runId: "r1",
    state: "failed",
    instances: [
      { taskId: "load", state: "failed", tryNumber: 1, outcome },
      { taskId: "mart", state: "upstream_failed", tryNumber: 0 },
    ],
  });
});

afterEach(() => at.close());

const page = (taskId: string, mapIndex = -1) =>
  at.call("GET", `/api/momiji/v1/dags/etl/dagRuns/r1/taskInstances/${taskId}/${mapIndex}`);

test("of a task that failed: the instance, its attempts, and why", async () => {
  const { status, body } = await page("load");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    task: { task_id: "load", state: "failed", try_number: 1 },
    tries: [{ try_number: 1, state: "failed" }],
    failure: { headline: "no such file", blocks: { tasks: ["mart"] } },
    why: null,
  });
});

test("of each try how it ended, and what it was called outside, also while it runs", async () => {
  const skipped = { kind: "skipped", message: "no files today" } as const;
  const arn = "arn:aws:ecs:eu-west-1:1:task/main/abc";
  await runOf(at, "etl", {
    runId: "r2",
    state: "running",
    instances: [
      { taskId: "load", state: "skipped", tryNumber: 1, outcome: skipped },
      { taskId: "mart", state: "running", tryNumber: 1, job: { handle: { taskArns: [arn] } } },
    ],
  });
  const outcomesOf = async (taskId: string) =>
    (await at.call("GET", `/api/momiji/v1/dags/etl/dagRuns/r2/taskInstances/${taskId}/-1`)).body["outcomes"];
  expect(await outcomesOf("load")).toEqual([
    { try_number: 1, code: "skipped", exitCode: null, title: "no files today", errorName: null, external: null },
  ]);
  expect(await outcomesOf("mart")).toMatchObject([
    { code: null, title: "", external: { kind: "ecs", id: arn, href: expect.stringContaining("/main/tasks/abc") } },
  ]);
  expect((await page("load")).body["outcomes"]).toMatchObject([{ code: "exit_code", external: null }]);
});

test("of a job outside that went well its exit code, if its end was waited for", async () => {
  const docker = { engine: "unix:///run/docker.sock", id: "c0ffee" };
  const one = { state: "success", tryNumber: 1, outcome: { kind: "success" }, job: { handle: docker } } as const;
  const instances = JOBS.map(({ taskId }) => ({ ...one, taskId }));
  await runOf(at, "jobs", { runId: "r", state: "success", instances });
  const externalOf = async (taskId: string) =>
    (await at.call("GET", `/api/momiji/v1/dags/jobs/dagRuns/r/taskInstances/${taskId}/-1`)).body["outcomes"];
  expect(await externalOf("awaited")).toMatchObject([{ code: null, external: { id: "c0ffee", exitCode: 0 } }]);
  expect(await externalOf("left")).toMatchObject([{ code: null, external: { id: "c0ffee", exitCode: null } }]);
});

test("of a task that did not run: why, and no failure of its own", async () => {
  const { body } = await page("mart");
  expect(body).toMatchObject({ task: { state: "upstream_failed" }, tries: [], failure: null });
  expect((await at.call("GET", "/api/v2/dags/etl/dagRuns/r1/taskInstances/mart/explain")).body).toEqual(body["why"]);
});

test("of a task that succeeded: what it returned and pushed, in short, what it returned first", async () => {
  await runOf(at, "etl", { runId: "r3", state: "success", instances: [{ taskId: "load", state: "success" }] });
  const pushed = { a: null, b: [1], c: 2, d: "x".repeat(1000), e: true, return_value: { rows: 3, password: "open" } };
  const load = "/api/v2/dags/etl/dagRuns/r3/taskInstances/load";
  for (const [key, value] of Object.entries(pushed))
    expect((await at.call("POST", `${load}/xcomEntries`, { key, value, map_index: -1 })).status).toBe(201);
  const { body } = await at.call("GET", "/api/momiji/v1/dags/etl/dagRuns/r3/taskInstances/load/-1");
  expect(body["outputs"]).toEqual({
    entries: [
      { key: "return_value", kind: "object", size: 27, text: '{"rows":3,"password":"***"}' },
      { key: "a", kind: "null", size: 4, text: "null" },
      { key: "b", kind: "array", size: 3, text: "[1]" },
      { key: "c", kind: "number", size: 1, text: "2" },
      { key: "d", kind: "string", size: 1002, text: `"${"x".repeat(299)}` },
    ],
    total: 6,
  });
  expect((await page("load")).body["outputs"]).toBeNull();
});

test("what is not there is refused as by Airflow's routes", async () => {
  expect((await page("none")).status).toBe(404);
  expect((await page("load", 3)).status).toBe(404);
});
