/** Marks and notes of one run, task or group: what a request names is changed, and nothing else. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

const RUN = "/api/v2/dags/etl/dagRuns/r1";

let at: TestServer;

beforeEach(async () => {
  at = await openTestServer([chainOf("etl", ["load"])]);
  const instances = [0, 1, 2].map((mapIndex) => ({
    taskId: "load",
    mapIndex,
    state: "success" as const,
    tryNumber: 1,
  }));
  await runOf(at, "etl", { runId: "r1", state: "success", instances });
});

afterEach(() => at.close());

async function states() {
  const found = await at.store.findRun("etl", "r1");
  return { run: found?.run.state, load: found?.instances.map(({ state }) => state) };
}

test("only what the update mask names is changed", async () => {
  const all = { run: "success", load: ["success", "success", "success"] };
  const run = await at.call("PATCH", `${RUN}?update_mask=note`, { state: "failed", note: "of the run" });
  expect(run).toMatchObject({ status: 200, body: { state: "success", note: "of the run" } });
  for (const path of ["load", "load/1", "load/dry_run", "load/1/dry_run"]) {
    const body = { new_state: "failed", note: path };
    const { status } = await at.call("PATCH", `${RUN}/taskInstances/${path}?update_mask=note`, body);
    expect([path, status]).toEqual([path, 200]);
  }
  expect(await states()).toEqual(all);
  const { body } = await at.call("GET", `${RUN}/taskInstances?task_id=load`);
  expect(body).toMatchObject({ task_instances: [{ note: "load" }, { note: "load/1" }, { note: "load" }] });
  await at.call("PATCH", `${RUN}?update_mask=none_of_its`, { state: "failed", note: "no" });
  expect((await at.store.findRun("etl", "r1"))?.run).toMatchObject({ state: "success", note: "of the run" });
});

test("a map index in the query means this instance alone", async () => {
  const shown = await at.call("PATCH", `${RUN}/taskInstances/load/dry_run?map_index=1`, { new_state: "failed" });
  expect(shown.body).toMatchObject({ total_entries: 1, task_instances: [{ map_index: 1 }] });
  await at.call("PATCH", `${RUN}/taskInstances/load?map_index=1`, { new_state: "failed" });
  expect((await states()).load).toEqual(["success", "failed", "success"]);
  const none = await at.call("PATCH", `${RUN}/taskInstances/load?map_index=7`, { new_state: "failed" });
  expect(none.status).toBe(404);
});
