/** Previews of acts, and acts that are refused because they would touch others than were shown. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

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
    ["mart", "will_run"],
  ]);
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
});

test("the deletion of a DAG shows how many runs go with it", async () => {
  const shown = await preview("delete", { dag_id: "etl" });
  expect(shown).toMatchObject({ total: 1, runs: { all: 1, unfinished: 0 } });
  await runOf(at, "etl", { runId: "r2", state: "success", instances: [] });
  expect((await withMatch(shown.etag, { method: "DELETE", url: "/api/v2/dags/etl" })).status).toBe(409);
});

test("what is to be shown must be named", async () => {
  const ask = (body: object) => at.call("POST", "/api/momiji/v1/preview", body);
  expect((await ask({ action: "clear" })).status).toBe(422);
  expect((await ask({ action: "dance" })).status).toBe(422);
  expect((await ask({ action: "mark", path: { dag_id: "etl", dag_run_id: "r9", task_id: "x" } })).status).toBe(404);
});
