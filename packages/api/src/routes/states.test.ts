/** State stores of tasks and assets, XComs of people, favourites: what Airflow's clients write beside runs. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

const RUN = "/api/v2/dags/etl/dagRuns/r1/taskInstances/load";
const DAY = 86_400_000_000;
let at: TestServer;

beforeEach(async () => {
  const orders = { name: "orders", uri: "s3://orders" };
  const makes = chainOf("makes", ["make"], { assets: [{ ...orders, group: "asset", extra: {} }] });
  const [task] = makes.tasks;
  if (task === undefined) throw new Error("the sample has a task");
  const tasks = [{ ...task, outlets: [{ kind: "asset" as const, ...orders }] }];
  at = await openTestServer([chainOf("etl", ["load", "report"]), { ...makes, tasks }]);
  const instances = [
    { taskId: "load", state: "success" as const, tryNumber: 1 },
    { taskId: "report", mapIndex: 0 },
    { taskId: "report", mapIndex: 1 },
  ];
  await runOf(at, "etl", { runId: "r1", state: "success", instances });
});

afterEach(() => at.close());

test("what a task instance keeps is written, read, listed, changed and removed", async () => {
  expect(await at.call("PUT", `${RUN}/state-store/a%2Fb`, { value: { n: [1] }, expires_at: null })).toMatchObject({
    status: 204,
    text: "",
  });
  await at.call("PUT", `${RUN}/state-store/later`, { value: 1 });
  expect(await at.call("GET", `${RUN}/state-store/a%2Fb`)).toMatchObject({
    status: 200,
    body: { key: "a/b", value: { n: [1] }, updated_at: "2026-03-10T12:00:00Z", expires_at: null },
  });
  expect((await at.call("GET", `${RUN}/state-store?limit=1`)).body).toMatchObject({
    task_state_store: [{ key: "a/b" }],
    total_entries: 2,
  });
  at.clock.at = NOW + DAY;
  expect(await at.call("PATCH", `${RUN}/state-store/later`, { value: 2 })).toMatchObject({ status: 200 });
  const later = { key: "later", value: 2, updated_at: "2026-03-11T12:00:00Z", expires_at: "2026-04-09T12:00:00Z" };
  expect((await at.call("GET", `${RUN}/state-store/later`)).body).toEqual(later);
  at.clock.at = NOW + 30 * DAY;
  expect(await at.call("GET", `${RUN}/state-store/later`)).toMatchObject({
    status: 404,
    body: { detail: "Task state store key 'later' not found" },
  });
  expect((await at.call("DELETE", `${RUN}/state-store/a%2Fb`)).status).toBe(204);
  expect((await at.call("DELETE", `${RUN}/state-store/a%2Fb`)).status).toBe(204);
});

test("a task instance that is not there keeps nothing, and cannot be written to", async () => {
  const missing = RUN.replace("load", "none");
  expect((await at.call("GET", `${missing}/state-store`)).body).toEqual({ task_state_store: [], total_entries: 0 });
  expect(await at.call("PUT", `${missing}/state-store/a`, { value: 1 })).toMatchObject({
    status: 404,
    body: { detail: "Task instance not found for dag_id='etl', run_id='r1', task_id='none', map_index=-1" },
  });
  expect(await at.call("PATCH", `${RUN}/state-store/a`, { value: 1 })).toMatchObject({ status: 404 });
  expect(await at.call("PUT", `${RUN}/state-store/a`, {})).toMatchObject({ status: 422 });
  expect(await at.call("GET", `${RUN}/state-store?map_index=x`)).toMatchObject({ status: 422 });
});

test("what mapped task instances keep goes by index, or all at once", async () => {
  const report = RUN.replace("load", "report");
  for (const index of [0, 1]) await at.call("PUT", `${report}/state-store/a?map_index=${index}`, { value: index });
  expect((await at.call("GET", `${report}/state-store/a?map_index=1`)).body).toMatchObject({ value: 1 });
  expect((await at.call("DELETE", `${report}/state-store?map_index=7`)).status).toBe(404);
  expect((await at.call("DELETE", `${report}/state-store?all_map_indices=true`)).status).toBe(204);
  expect((await at.call("GET", `${report}/state-store?map_index=1`)).body).toMatchObject({ total_entries: 0 });
});

test("what an asset keeps tells who has written it", async () => {
  const path = "/api/v2/assets/1/state-store";
  expect((await at.call("PUT", `${path}/cursor`, { value: "abc" })).status).toBe(204);
  const kept = {
    key: "cursor",
    value: "abc",
    updated_at: "2026-03-10T12:00:00Z",
    last_updated_by: { kind: "api", dag_id: null, run_id: null, task_id: null, map_index: null },
  };
  expect((await at.call("GET", path)).body).toEqual({ asset_state_store: [kept], total_entries: 1 });
  expect((await at.call("GET", `${path}/cursor`)).body).toEqual(kept);
  expect((await at.call("DELETE", `${path}/cursor`)).status).toBe(204);
  expect(await at.call("GET", `${path}/cursor`)).toMatchObject({ status: 404 });
  expect(await at.call("PUT", "/api/v2/assets/99/state-store/a", { value: 1 })).toMatchObject({
    status: 404,
    body: { detail: "Asset with id 99 not found" },
  });
  expect((await at.call("DELETE", path)).status).toBe(204);
});

test("XComs are made once, changed, and removed, and the log tells of it without their values", async () => {
  const made = await at.call("POST", `${RUN}/xcomEntries`, { key: "mine", value: { x: ["word"] } });
  expect(made).toMatchObject({ status: 201, body: { key: "mine", map_index: -1, value: { x: ["word"] } } });
  expect(await at.call("POST", `${RUN}/xcomEntries`, { key: "mine", value: 1 })).toMatchObject({
    status: 409,
    body: { detail: "The XCom with key: `mine` with mentioned task instance already exists." },
  });
  expect(await at.call("PATCH", `${RUN}/xcomEntries/mine`, { value: "new" })).toMatchObject({
    status: 200,
    body: { value: "new" },
  });
  expect((await at.call("GET", `${RUN}/xcomEntries/mine`)).body).toMatchObject({ value: "new" });
  expect((await at.call("DELETE", `${RUN}/xcomEntries/mine`)).status).toBe(204);
  expect((await at.call("DELETE", `${RUN}/xcomEntries/mine`)).status).toBe(404);
  expect((await at.call("PATCH", `${RUN}/xcomEntries/mine`, { value: 1 })).status).toBe(404);
  const { entries } = await at.store.listEventLogs({});
  expect(entries.map(({ event }) => event)).toEqual(["create_xcom_entry", "update_xcom_entry", "delete_xcom_entry"]);
  expect(JSON.stringify(entries)).not.toContain("word");
});

test("an XCom needs a run and a task of it", async () => {
  const body = { key: "k", value: 1 };
  expect(await at.call("POST", `${RUN.replace("load", "none")}/xcomEntries`, body)).toMatchObject({
    status: 404,
    body: { detail: "Task with ID: `none` not found in dag: `etl`" },
  });
  expect(await at.call("POST", `${RUN.replace("r1", "r9")}/xcomEntries`, body)).toMatchObject({
    status: 404,
    body: { detail: "Dag Run with ID: `r9` not found for dag: `etl`" },
  });
  expect(await at.call("POST", `${RUN}/xcomEntries`, { value: 1 })).toMatchObject({ status: 422 });
});

test("favourites are marked and unmarked", async () => {
  expect((await at.call("POST", "/api/v2/dags/etl/favorite")).status).toBe(204);
  expect(await at.store.listFavorites("admin")).toEqual(["etl"]);
  expect((await at.call("POST", "/api/v2/dags/etl/unfavorite")).status).toBe(204);
  expect(await at.call("POST", "/api/v2/dags/etl/unfavorite")).toMatchObject({
    status: 409,
    body: { detail: "Dag is not marked as favorite" },
  });
  expect((await at.call("POST", "/api/v2/dags/none/favorite")).status).toBe(404);
});
