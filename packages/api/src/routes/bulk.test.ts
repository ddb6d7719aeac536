/** Changes of several runs and task instances in one request. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  at = await openTestServer([chainOf("etl", ["load", "report"]), chainOf("other", ["one"])]);
  const instances = [
    { taskId: "load", state: "success" as const, tryNumber: 1 },
    { taskId: "report", state: "failed" as const, tryNumber: 1 },
  ];
  for (const runId of ["r1", "r2"]) await runOf(at, "etl", { runId, state: "failed", instances });
  await runOf(at, "other", { runId: "o1", state: "running", instances: [{ taskId: "one", state: "running" }] });
});

afterEach(() => at.close());

async function stateOf(dagId: string, runId: string): Promise<string | undefined> {
  return (await at.store.findRun(dagId, runId))?.run.state;
}

test("runs are marked, noted and deleted, each by itself", async () => {
  const { status, body } = await at.call("PATCH", "/api/v2/dags/~/dagRuns", {
    actions: [
      {
        action: "update",
        entities: [
          { dag_id: "etl", dag_run_id: "r1", state: "success", note: "looked at" },
          { dag_id: "etl", dag_run_id: "none", state: "success" },
          { dag_run_id: "r2", state: "success" },
        ],
      },
      {
        action: "delete",
        entities: [
          { dag_id: "other", dag_run_id: "o1" },
          { dag_id: "etl", dag_run_id: "r2" },
        ],
      },
    ],
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    create: null,
    update: { success: ["etl.r1"], errors: [{ status_code: 404 }, { status_code: 400 }] },
    delete: { success: ["etl.r2"], errors: [{ status_code: 409 }] },
  });
  expect([await stateOf("etl", "r1"), await stateOf("etl", "r2")]).toEqual(["success", undefined]);
  expect((await at.store.findRun("etl", "r1"))?.run.note).toBe("looked at");
});

test("runs that are not there may be passed over, and none is created", async () => {
  const path = "/api/v2/dags/etl/dagRuns";
  const skip = { action: "delete", entities: ["none"], action_on_non_existence: "skip" };
  const create = { action: "create", entities: [{ dag_run_id: "new" }] };
  expect((await at.call("PATCH", path, { actions: [skip, create] })).body).toMatchObject({
    create: { success: [], errors: [{ status_code: 405 }] },
    update: null,
    delete: { success: [], errors: [] },
  });
  const foreign = { action: "update", entities: [{ dag_id: "other", dag_run_id: "o1", state: "failed" }] };
  expect((await at.call("PATCH", path, { actions: [foreign] })).body).toMatchObject({
    update: { success: [], errors: [{ status_code: 400 }] },
  });
  expect(await stateOf("other", "o1")).toBe("running");
});

test("only what the mask names is changed", async () => {
  const entities = [{ dag_run_id: "r1", state: "success", note: "n" }];
  await at.call("PATCH", "/api/v2/dags/etl/dagRuns", {
    actions: [{ action: "update", entities, update_mask: ["note"] }],
  });
  expect((await at.store.findRun("etl", "r1"))?.run).toMatchObject({ state: "failed", note: "n" });
});

test("task instances are marked, noted and deleted", async () => {
  const { body } = await at.call("PATCH", "/api/v2/dags/etl/dagRuns/r1/taskInstances", {
    actions: [
      {
        action: "update",
        entities: [
          { task_id: "report", new_state: "success", note: "by hand" },
          { task_id: "none", new_state: "failed" },
        ],
      },
      { action: "delete", entities: ["load", { task_id: "load", dag_run_id: "r2" }] },
      { action: "create", entities: [] },
    ],
  });
  expect(body).toMatchObject({
    create: { success: [], errors: [{ status_code: 405 }] },
    update: { success: ["etl.r1.report"], errors: [{ status_code: 404 }] },
    delete: { success: ["etl.r1.load", "etl.r2.load"], errors: [] },
  });
  const found = await at.store.findRun("etl", "r1");
  expect(found?.instances.map(({ taskId, state }) => [taskId, state])).toEqual([["report", "success"]]);
});

test("the deletion of a task instance of a run that goes on leaves it as removed", async () => {
  expect(await at.call("DELETE", "/api/v2/dags/other/dagRuns/o1/taskInstances/one")).toMatchObject({ status: 200 });
  expect((await at.store.findRun("other", "o1"))?.instances).toMatchObject([{ taskId: "one", state: "removed" }]);
  expect((await at.call("DELETE", "/api/v2/dags/etl/dagRuns/r1/taskInstances/none")).status).toBe(404);
});

test("several runs are cleared as one, or none of them", async () => {
  const path = "/api/v2/dags/etl/clearDagRuns";
  const runs = [{ dag_run_id: "r1" }, { dag_run_id: "r2" }];
  const shown = await at.call("POST", path, { dag_runs: runs, only_failed: true });
  expect(shown.body).toMatchObject({
    task_instances: [{ task_id: "report" }, { task_id: "report" }],
    total_entries: 2,
  });
  expect(await stateOf("etl", "r1")).toBe("failed");
  const refused = await at.call("POST", path, { dag_runs: [...runs, { dag_run_id: "none" }], dry_run: false });
  expect([refused.status, await stateOf("etl", "r1")]).toEqual([404, "failed"]);
  const cleared = await at.call("POST", path, { dag_runs: runs, dry_run: false, note: "again" });
  expect(cleared.body).toMatchObject({
    dag_runs: [
      { dag_run_id: "r1", state: "queued", note: "again" },
      { dag_run_id: "r2", state: "queued" },
    ],
    total_entries: 2,
  });
});

test("runs are meant in exactly one way", async () => {
  const path = "/api/v2/dags/etl/clearDagRuns";
  expect((await at.call("POST", path, {})).status).toBe(422);
  expect((await at.call("POST", path, { dag_runs: [{ dag_run_id: "r1" }], partition_key: "p" })).status).toBe(422);
  expect((await at.call("POST", path, { partition_key: "p" })).body).toEqual({ task_instances: [], total_entries: 0 });
});

test("no run belongs to a partition; one that is named can be cleared with it", async () => {
  const path = "/api/v2/dags/etl/clearPartitions";
  const none = { dag_runs_cleared: 0, task_instances_cleared: 0, dry_run: true };
  expect((await at.call("POST", path, { partition_key: "p" })).body).toEqual(none);
  const one = { run_id: "r1", clear_task_instances: true };
  expect((await at.call("POST", path, one)).body).toMatchObject({ dag_runs_cleared: 1, task_instances_cleared: 2 });
  expect(await stateOf("etl", "r1")).toBe("failed");
  await at.call("POST", path, { ...one, dry_run: false });
  expect(await stateOf("etl", "r1")).toBe("queued");
  expect((await at.call("POST", path, { run_id: "none" })).status).toBe(404);
  expect((await at.call("POST", path, {})).status).toBe(422);
});
