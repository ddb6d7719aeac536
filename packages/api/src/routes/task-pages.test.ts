/** What the page of a task instance is told at once. */
import type { LogRecord } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  const line: LogRecord = { seq: 1, at: NOW, level: "error", source: "stderr", message: "no such file" };
  const logs = {
    async *read() {
      yield await Promise.resolve([line]);
    },
  };
  at = await openTestServer([chainOf("etl", ["load", "mart"])], { logs });
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

test("of a task that did not run: why, and no failure of its own", async () => {
  const { body } = await page("mart");
  expect(body).toMatchObject({ task: { state: "upstream_failed" }, tries: [], failure: null });
  expect((await at.call("GET", "/api/v2/dags/etl/dagRuns/r1/taskInstances/mart/explain")).body).toEqual(body["why"]);
});

test("what is not there is refused as by Airflow's routes", async () => {
  expect((await page("none")).status).toBe(404);
  expect((await page("load", 3)).status).toBe(404);
});
