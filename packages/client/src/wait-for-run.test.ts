import { expect, test } from "vitest";
import { become, runOf, serve } from "./served.testing.ts";
import { type RunProgress, waitForRun } from "./wait-for-run.ts";

const name = { dagId: "etl", runId: "r1" };
const atOnce = { pause: () => Promise.resolve() };

test("it resolves when the run has ended, with how", async () => {
  const at = await serve(["etl"]);
  const runKey = await runOf(at, "etl", "r1");
  const told: string[] = [];
  const ended = await waitForRun(at.client, name, {
    onProgress: ({ state }: RunProgress) => {
      told.push(state);
      if (state === "running") void become(at, runKey, { run: "failed", task: "failed" });
    },
  });
  expect(ended).toMatchObject({ state: "failed", duration: expect.any(Number) as number });
  expect(told).toEqual(["running", "failed"]);
});

test("it gives what tasks returned", async () => {
  const at = await serve(["etl"]);
  const runKey = await runOf(at, "etl", "r1");
  const path = { dag_id: "etl", dag_run_id: "r1", task_id: "load" };
  await at.client.post("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries", {
    params: { path },
    body: { key: "return_value", value: { rows: 3 } },
  });
  await become(at, runKey, { run: "success", task: "success" });
  const ended = await waitForRun(at.client, name, { results: ["load"] });
  expect(ended).toMatchObject({ state: "success", results: { load: { rows: 3 } } });
});

test("it outlives a connection that breaks, and a server that restarts", async () => {
  const at = await serve(["etl"]);
  const runKey = await runOf(at, "etl", "r1");
  let seen = 0;
  const ended = await waitForRun(at.client, name, {
    ...atOnce,
    onProgress: () => {
      seen++;
      if (seen === 1) at.cut();
      if (seen === 2) void at.restart().then(() => become(at, runKey, { run: "success", task: "success" }));
    },
  });
  expect(ended.state).toBe("success");
  expect(seen).toBeGreaterThanOrEqual(3);
});

test("a run that is not there, or goes away, is an error", async () => {
  const at = await serve(["etl"]);
  await expect(waitForRun(at.client, name, atOnce)).rejects.toMatchObject({ status: 404, code: "run_not_found" });
  await runOf(at, "etl", "r1");
  const path = { dag_id: "etl", dag_run_id: "r1" };
  const waiting = waitForRun(at.client, name, {
    ...atOnce,
    everySeconds: 1,
    onProgress: () => {
      const run = { params: { path } };
      void at.client
        .patch("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { ...run, body: { state: "failed" } })
        .catch(() => undefined);
    },
  });
  expect((await waiting).state).toBe("failed");
});

test("a server that was never reached is an error at once", async () => {
  const at = await serve([]);
  const elsewhere = at.with({ baseUrl: "http://127.0.0.1:9" });
  await expect(waitForRun(elsewhere, name, atOnce)).rejects.toMatchObject({ code: "unreachable" });
});
