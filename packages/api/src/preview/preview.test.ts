/** Previews of acts, and acts that are refused because they would touch others than were shown. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Json, TaskSpec } from "@momiji/core";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  const nightly = {
    schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" },
    startDate: "2026-03-01T00:00:00Z",
    catchup: true,
  } as const;
  at = await openTestServer([chainOf("etl", ["load", "check", "mart"]), chainOf("nightly", ["one"], nightly)]);
  const instances = [
    { taskId: "load", state: "success" as const, tryNumber: 1 },
    { taskId: "check", state: "failed" as const, tryNumber: 1 },
    { taskId: "mart", state: "upstream_failed" as const },
  ];
  await runOf(at, "etl", { runId: "r1", state: "failed", instances });
});

afterEach(() => at.close());

interface Preview {
  readonly etag: string;
  readonly items: readonly { readonly key: { readonly task_id: string }; readonly effect: string }[];
  readonly total: number;
}

async function preview(action: string, path: object, body: object = {}): Promise<Preview> {
  const answer = await at.call("POST", "/api/momiji/v1/preview", { action, path, body });
  expect(answer.status).toBe(200);
  return answer.body as unknown as Preview;
}

interface Sent {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly payload?: object;
}

async function withMatch(etag: string, sent: Sent): Promise<{ status: number; body: Preview | object }> {
  const headers = { authorization: "Bearer a-token-of-a-test", "if-match": etag };
  const answer = await at.server.inject({ ...sent, headers });
  return { status: answer.statusCode, body: answer.payload === "" ? {} : (JSON.parse(answer.payload) as Preview) };
}

const CLEAR = "/api/v2/dags/etl/clearTaskInstances";

test("a clearing shows whom it touches, and is refused when that has changed since", async () => {
  const body = { dag_run_id: "r1", task_ids: ["check"], only_failed: false, include_downstream: true };
  const shown = await preview("clear", { dag_id: "etl" }, body);
  expect(shown.items.map(({ key, effect }) => [key.task_id, effect])).toEqual([
    ["check", "will_run"],
    ["mart", "will_wait"],
  ]);
  expect(shown.items[1]).toMatchObject({ waits_for: ["check"], reason: "asked" });
  expect(await preview("clear", { dag_id: "etl" }, body)).toEqual(shown);
  await at.call("PATCH", "/api/v2/dags/etl/dagRuns/r1/taskInstances/mart", { new_state: "skipped" });
  const refused = await withMatch(shown.etag, { method: "POST", url: CLEAR, payload: { ...body, dry_run: false } });
  expect(refused).toMatchObject({ status: 409, body: { code: "preview_changed", preview: { total: 2 } } });
  expect((await at.store.findRun("etl", "r1"))?.instances.find(({ taskId }) => taskId === "check")?.state).toBe(
    "failed",
  );
  const again = (refused.body as unknown as { preview: Preview }).preview.etag;
  expect((await withMatch(again, { method: "POST", url: CLEAR, payload: { ...body, dry_run: false } })).status).toBe(
    200,
  );
});

test("a mark shows also what follows from it", async () => {
  const path = { dag_id: "etl", dag_run_id: "r1", task_id: "check" };
  const shown = await preview("mark", path, { new_state: "success" });
  expect(shown.items).toMatchObject([
    { key: { task_id: "check" }, from: "failed", to: "success", effect: "marked", reason: "asked" },
    { key: { task_id: "mart" }, effect: "will_run", reason: "follows" },
  ]);
  const url = "/api/v2/dags/etl/dagRuns/r1/taskInstances/check";
  expect((await withMatch('"other"', { method: "PATCH", url: url, payload: { new_state: "success" } })).status).toBe(
    409,
  );
  expect((await withMatch(shown.etag, { method: "PATCH", url: url, payload: { new_state: "success" } })).status).toBe(
    200,
  );
});

test("a run that is marked, and one that is cleared whole", async () => {
  const path = { dag_id: "etl", dag_run_id: "r1" };
  const cleared = await preview("clear", path, {});
  expect(cleared).toMatchObject({ total: 3, runs: [{ from: "failed", to: "queued" }] });
  const marked = await preview("mark", path, { state: "success" });
  expect(marked).toMatchObject({ total: 2, runs: [{ to: "success" }] });
  const url = "/api/v2/dags/etl/dagRuns/r1";
  expect((await withMatch(cleared.etag, { method: "PATCH", url: url, payload: { state: "success" } })).status).toBe(
    409,
  );
  expect((await withMatch(marked.etag, { method: "PATCH", url: url, payload: { state: "success" } })).status).toBe(200);
});

test("switching a DAG on shows how many runs begin at once, and is refused when there are more by then", async () => {
  const shown = await preview("unpause", { dag_id: "nightly" });
  expect(shown).toMatchObject({ total: 9, onEnable: { oldest: "2026-03-01T00:00:00Z" } });
  at.clock.at += 86_400_000_000;
  const url = "/api/v2/dags/nightly";
  expect((await withMatch(shown.etag, { method: "PATCH", url: url, payload: { is_paused: false } })).status).toBe(409);
  const fresh = await preview("unpause", { dag_id: "nightly" });
  expect((await withMatch(fresh.etag, { method: "PATCH", url: url, payload: { is_paused: false } })).status).toBe(200);
});

test("a backfill shows what becomes of each date", async () => {
  const body = { dag_id: "nightly", from_date: "2026-03-01T00:00:00Z", to_date: "2026-03-03T00:00:00Z" };
  const shown = await preview("backfill", {}, body);
  expect(shown).toMatchObject({ counts: { create: 3, rerun: 0, skip: 0 }, total: 3 });
  expect((await withMatch('"other"', { method: "POST", url: "/api/v2/backfills", payload: body })).status).toBe(409);
  expect((await withMatch(shown.etag, { method: "POST", url: "/api/v2/backfills", payload: body })).status).toBe(200);
  expect((await at.call("GET", "/api/v2/backfills?order_by=-id")).body).toMatchObject({ backfills: [{ id: 1 }] });
  expect((await at.call("GET", "/api/v2/backfills?order_by=dag_id")).status).toBe(400);
});

test("the deletion of a DAG shows how many runs go with it", async () => {
  const shown = await preview("delete", { dag_id: "etl" });
  expect(shown).toMatchObject({ total: 1, runs: { all: 1, unfinished: 0 } });
  await runOf(at, "etl", { runId: "r2", state: "success", instances: [] });
  expect((await withMatch(shown.etag, { method: "DELETE", url: "/api/v2/dags/etl" })).status).toBe(409);
});

test("of many items one page is shown, and the tag is of all", async () => {
  const ask = async (more: object) => {
    const asked = { action: "clear", path: { dag_id: "etl", dag_run_id: "r1" }, ...more };
    return (await at.call("POST", "/api/momiji/v1/preview", asked)).body;
  };
  const [whole, first, second] = [await ask({}), await ask({ limit: 2 }), await ask({ limit: 2, offset: 2 })];
  expect(first).toMatchObject({ total: 3, next: 2, etag: whole.etag });
  expect(second).toMatchObject({ total: 3, next: null, etag: whole.etag });
  expect([...(first.items as Json[]), ...(second.items as Json[])]).toEqual(whole.items);
});

test("what an act sets going beyond its run is told, and how long that usually takes", async () => {
  const asset = { kind: "asset", name: "orders", uri: "s3://orders" } as const;
  const [only] = chainOf("maker", ["make"]).tasks;
  const maker = chainOf("maker", [], { tasks: [{ ...(only as TaskSpec), outlets: [asset] }], assets: [asset] });
  const follower = chainOf("follower", ["one"], { schedule: { kind: "assets", condition: asset }, assets: [asset] });
  for (const spec of [maker, follower])
    await at.store.publishFile(
      { file: `${spec.dagId}.ts`, bundle: { hash: spec.dagId, path: "/b" }, dags: [spec], errors: [] },
      NOW,
    );
  await runOf(at, "maker", { runId: "r1", state: "success", instances: [{ taskId: "make", state: "success" }] });
  expect(await preview("clear", { dag_id: "maker", dag_run_id: "r1" })).toMatchObject({
    triggers: { assets: ["orders"], dags: ["follower"] },
    estimateMs: 1000,
  });
  expect(await preview("trigger", { dag_id: "maker" })).toMatchObject({
    triggers: { assets: ["orders"], dags: ["follower"] },
  });
});

test("a trigger shows the run that it makes, what it waits for, and is refused when the DAG has changed", async () => {
  const body = { dag_run_id: "mine", logical_date: "2026-03-09T00:00:00Z" };
  const shown = await preview("trigger", { dag_id: "etl" }, body);
  expect(shown).toMatchObject({
    total: 3,
    runs: [{ dag_run_id: "mine", from: null, to: "queued" }],
    run: { logicalDate: "2026-03-09T00:00:00Z", version: 1 },
    existing: null,
    waits: [{ code: "dag_paused" }],
    warnings: [],
    items: [
      { key: { task_id: "load" }, effect: "will_run" },
      { key: { task_id: "check" }, effect: "will_wait", waits_for: ["load"] },
      { key: { task_id: "mart" }, effect: "will_wait" },
    ],
  });
  const sent = { method: "POST", url: "/api/v2/dags/etl/dagRuns", payload: body } as const;
  await at.store.setPaused("etl", false, NOW);
  expect(await withMatch(shown.etag, sent)).toMatchObject({ status: 409, body: { preview: { waits: [] } } });
  const again = await preview("trigger", { dag_id: "etl" }, body);
  expect((await withMatch(again.etag, sent)).status).toBe(200);
  expect(await preview("trigger", { dag_id: "etl" }, body)).toMatchObject({
    existing: { dag_run_id: "mine", state: "queued" },
  });
});

test("a trigger without a date names the templates that need one", async () => {
  const [only] = chainOf("dated", ["make"]).tasks;
  const params = { command: "echo {{ ds }}", plain: "ds", other: ["{{ params.ds_of }}", "{% if logical_date %}"] };
  const tasks = [{ ...(only as TaskSpec), params, templateFields: ["command", "plain", "other"] }];
  const spec = chainOf("dated", [], { tasks });
  await at.store.publishFile({ file: "d.ts", bundle: { hash: "d", path: "/b" }, dags: [spec], errors: [] }, NOW);
  expect(await preview("trigger", { dag_id: "dated" }, { logical_date: null })).toMatchObject({
    warnings: [
      { code: "needs_date", taskId: "make", field: "command", name: "ds" },
      { code: "needs_date", taskId: "make", field: "other", name: "logical_date" },
    ],
  });
});

test("a change of a pool shows who gets its slots, and is refused when others would", async () => {
  await at.store.setPool({ name: "tiny", slots: 0, description: null, includeDeferred: false });
  const tasks = chainOf("", ["a", "b", "c"]).tasks.map((task) => ({ ...task, upstream: [], pool: "tiny" }));
  const spec = chainOf("many", [], { tasks: tasks.map((task, at) => ({ ...task, priorityWeight: at })) });
  await at.store.publishFile({ file: "m.ts", bundle: { hash: "m", path: "/b" }, dags: [spec], errors: [] }, NOW);
  await at.store.setPaused("many", false, NOW);
  const instances = ["a", "b", "c"].map((taskId) => ({ taskId, state: "scheduled" as const }));
  await runOf(at, "many", { runId: "r1", state: "running", instances });
  const shown = await preview("pool", { pool_name: "tiny" }, { slots: 2 });
  expect(shown).toMatchObject({ total: 3, starts: 2, hidden: 0, pool: { slots: { from: 0, to: 2 }, occupied: 0 } });
  expect(shown.items.map(({ key, effect }) => [key.task_id, effect])).toEqual([
    ["c", "will_run"],
    ["b", "will_run"],
    ["a", "will_wait"],
  ]);
  const sent = { method: "PATCH", url: "/api/v2/pools/tiny", payload: { slots: 2 } } as const;
  expect((await withMatch('"other"', sent)).status).toBe(409);
  expect((await withMatch(shown.etag, sent)).status).toBe(200);
  const gone = await preview("delete", { pool_name: "tiny" });
  expect(gone).toMatchObject({ starts: 0, pool: { slots: { from: 2, to: null } } });
  const removal = { method: "DELETE", url: "/api/v2/pools/tiny" } as const;
  expect((await withMatch(shown.etag, removal)).status).toBe(409);
  expect((await withMatch(gone.etag, removal)).status).toBe(204);
});

test("switching many DAGs shows each, and is refused when they are others by then", async () => {
  const ask = async (isPaused: boolean, query: object) => {
    const asked = { action: "pause", query, body: { is_paused: isPaused } };
    return (await at.call("POST", "/api/momiji/v1/preview", asked)).body as unknown as Preview;
  };
  const shown = await ask(false, { dag_id_pattern: "t" });
  expect(shown).toMatchObject({
    total: 2,
    begins: 9,
    items: [
      { key: { dag_id: "etl" }, from: "paused", to: "active", effect: "unpaused", runs: 0 },
      { key: { dag_id: "nightly" }, effect: "unpaused", runs: 9 },
    ],
  });
  const sent = { method: "PATCH", url: "/api/v2/dags?dag_id_pattern=t", payload: { is_paused: false } } as const;
  at.clock.at += 86_400_000_000;
  expect((await withMatch(shown.etag, sent)).status).toBe(409);
  expect((await withMatch((await ask(false, { dag_id_pattern: "t" })).etag, sent)).status).toBe(200);
  expect(await ask(true, { dag_id_pattern: "etl" })).toMatchObject({ items: [{ effect: "paused", runs: 0 }] });
  expect(await ask(false, { dag_id_pattern: "etl" })).toMatchObject({ items: [{ effect: "kept" }] });
});

test("the deletion of a run shows its task instances", async () => {
  const shown = await preview("delete", { dag_id: "etl", dag_run_id: "r1" });
  expect(shown).toMatchObject({ total: 3, runs: [{ from: "failed", to: null }] });
  const sent = { method: "DELETE", url: "/api/v2/dags/etl/dagRuns/r1" } as const;
  await at.call("PATCH", "/api/v2/dags/etl/dagRuns/r1/taskInstances/mart", { new_state: "skipped" });
  expect((await withMatch(shown.etag, sent)).status).toBe(409);
  const again = await preview("delete", { dag_id: "etl", dag_run_id: "r1" });
  expect((await withMatch(again.etag, sent)).status).toBe(204);
});

test("what is to be shown must be named", async () => {
  const ask = (body: object) => at.call("POST", "/api/momiji/v1/preview", body);
  expect((await ask({ action: "clear" })).status).toBe(422);
  expect((await ask({ action: "dance" })).status).toBe(422);
  expect((await ask({ action: "mark", path: { dag_id: "etl", dag_run_id: "r9", task_id: "x" } })).status).toBe(404);
});

test("what is left out of a clearing stays, one by one or because it runs", async () => {
  const instances = [
    { taskId: "load", state: "running" as const, tryNumber: 1 },
    { taskId: "check", state: "failed" as const, tryNumber: 1 },
    { taskId: "mart", state: "upstream_failed" as const },
  ];
  await runOf(at, "etl", { runId: "r2", state: "running", instances });
  const ask = async (more: object) => {
    const body = { dag_run_id: "r2", only_failed: false, ...more };
    return (await preview("clear", { dag_id: "etl" }, body)).items.map(({ key }) => key.task_id).toSorted();
  };
  expect(await ask({})).toEqual(["check", "load", "mart"]);
  expect(await ask({ exclude_running: true })).toEqual(["check", "mart"]);
  expect(await ask({ exclude: [{ dag_run_id: "r2", task_id: "mart" }] })).toEqual(["check", "load"]);
  expect(await ask({ exclude: [{ dag_run_id: "r1", task_id: "mart" }] })).toEqual(["check", "load", "mart"]);
});

test("several task instances of a run are marked by one decision", async () => {
  const path = { dag_id: "etl", dag_run_id: "r1" };
  const body = { new_state: "success", task_ids: ["check", ["mart", -1]] };
  const shown = await preview("mark", path, body);
  expect(shown.items).toMatchObject([
    { key: { task_id: "check" }, to: "success", reason: "asked" },
    { key: { task_id: "mart" }, to: "success", reason: "asked" },
  ]);
  const url = "/api/momiji/v1/dags/etl/dagRuns/r1/taskInstances";
  expect((await withMatch('"other"', { method: "PATCH", url, payload: body })).status).toBe(409);
  expect((await withMatch(shown.etag, { method: "PATCH", url, payload: body })).status).toBe(200);
  const states = (await at.store.findRun("etl", "r1"))?.instances.map(({ state }) => state);
  expect(states).toEqual(["success", "success", "success"]);
});

test("a backfill makes the dates that were ticked, and its limit may be changed", async () => {
  const range = { dag_id: "nightly", from_date: "2026-03-01T00:00:00Z", to_date: "2026-03-04T00:00:00Z" };
  const body = { ...range, exclude: ["2026-03-02T00:00:00Z"], only: ["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"] };
  const shown = await preview("backfill", {}, body);
  expect(shown).toMatchObject({
    total: 1,
    estimateMs: null,
    items: [{ interval: ["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"], runAfter: "2026-03-02T00:00:00Z" }],
  });
  const made = await withMatch(shown.etag, { method: "POST", url: "/api/v2/backfills", payload: body });
  const { id } = made.body as unknown as { readonly id: number };
  const dates = await at.store.listBackfillDates(id);
  expect(dates).toHaveLength(1);
  const patched = await at.call("PATCH", `/api/momiji/v1/backfills/${id}`, { max_active_runs: 2 });
  expect(patched).toMatchObject({ status: 200, body: { max_active_runs: 2, is_paused: false } });
  expect((await at.call("PATCH", `/api/momiji/v1/backfills/${id}`, { max_active_runs: 0 })).status).toBe(422);
});
