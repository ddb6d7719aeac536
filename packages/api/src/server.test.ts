import { type DagSpec, type Json, parseInstant } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiServer } from "./server.ts";
import { generateKey, KeyRing } from "./settings/key-ring.ts";

const NOW = parseInstant("2026-03-10T12:00:00Z");
const TOKEN = "a-token-of-this-test";
let store: Store;
let server: FastifyInstance;
let reserialized = 0;

const spec: DagSpec = {
  version: 1,
  dagId: "etl",
  schedule: { kind: "cron-interval", cron: "0 3 * * *", timezone: "Asia/Tokyo" },
  timezone: "Asia/Tokyo",
  startDate: "2026-01-01T00:00:00Z",
  catchup: false,
  templateStyle: "json",
  source: { file: "etl.ts" },
  params: {
    schema: { type: "object", properties: { n: { type: "integer", minimum: 1 } }, required: ["n"] },
    defaults: { n: 3 },
  },
  tasks: [{ taskId: "load", operator: "function", lane: "function", upstream: [] }],
};

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  await store.publishFile({ file: "etl.ts", bundle: { hash: "h", path: "/b" }, dags: [spec], errors: [] }, NOW);
  const clock = { now: () => NOW, setTimer: () => () => undefined };
  server = createApiServer({
    store,
    clock,
    token: TOKEN,
    version: "9.9.9",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map([["default", 4]]),
    catchupLimit: 1000,
    reserialize: async () => void reserialized++,
    removeDag: async () => undefined,
    onError: () => undefined,
  });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

async function call(
  method: "GET" | "POST" | "PATCH",
  url: string,
  payload?: object,
): Promise<{ status: number; body: { [name: string]: Json } }> {
  const answer = await server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${TOKEN}` },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("nothing but liveness, version and the greeting is told without the token", async () => {
  const open = ["/", "/api/v2/version", "/api/v2/monitor/health"];
  for (const url of open) expect((await server.inject({ url })).statusCode).toBe(200);
  for (const authorization of [undefined, "Bearer wrong", `Bearer ${TOKEN}x`]) {
    const answer = await server.inject({
      url: "/api/v2/dags",
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: "unauthenticated" });
  }
});

test("an unknown path is answered as Airflow does", async () => {
  expect(await call("GET", "/api/v2/nothing")).toEqual({ status: 404, body: { error: "API route not found" } });
});

test("a trigger makes a run at the time of the call, about the last complete interval", async () => {
  const { status, body } = await call("POST", "/api/v2/dags/etl/dagRuns", { conf: { n: 7 } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    dag_id: "etl",
    state: "queued",
    run_type: "manual",
    logical_date: "2026-03-10T12:00:00Z",
    data_interval_start: "2026-03-08T18:00:00Z",
    data_interval_end: "2026-03-09T18:00:00Z",
    conf: { n: 7 },
  });
  expect((await call("GET", "/api/v2/dags/etl/dagRuns")).body).toMatchObject({ total_entries: 1 });
  expect((await call("GET", `/api/v2/dags/etl/dagRuns/${encodeURIComponent(body.dag_run_id as string)}`)).status).toBe(
    200,
  );
});

test("a second run with the same id or date is a conflict", async () => {
  const date = "2026-03-01T00:00:00+09:00";
  await call("POST", "/api/v2/dags/etl/dagRuns", { dag_run_id: "mine", logical_date: date });
  expect((await call("POST", "/api/v2/dags/etl/dagRuns", { dag_run_id: "mine" })).status).toBe(409);
  expect((await call("POST", "/api/v2/dags/etl/dagRuns", { logical_date: date })).body).toMatchObject({
    code: "run_exists",
  });
});

test("triggers in the same microsecond that name neither an id nor a date are runs of their own", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => call("POST", "/api/v2/dags/etl/dagRuns", {})));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await call("GET", "/api/v2/dags/etl/dagRuns")).body).toMatchObject({ total_entries: 3 });
});

test("triggers that say only when they may begin, even in the same words, are runs of their own", async () => {
  const payload = { run_after: "2000-01-01T00:00:00Z", logical_date: null, dag_run_id: null };
  const answers = await Promise.all([1, 2, 3].map(() => call("POST", "/api/v2/dags/etl/dagRuns", payload)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const ids = answers.map(({ body }) => body["dag_run_id"] as string);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^manual__2000-01-01T00:00:00\+00:00/);
});

test.each([
  ["a date without an offset", { logical_date: "2026-03-01T00:00:00" }, ["body", "logical_date"]],
  ["an unknown field", { nonsense: 1 }, ["body", "nonsense"]],
  ["half an interval", { data_interval_start: "2026-03-01T00:00:00Z" }, ["body"]],
])("%s is refused with its place", async (_what, payload, loc) => {
  const answer = await call("POST", "/api/v2/dags/etl/dagRuns", payload);
  expect(answer.status).toBe(422);
  expect(answer.body.detail).toMatchObject([{ loc }]);
});

test("conf must fit the schema of the params; keys that no param has pass", async () => {
  const refused = await call("POST", "/api/v2/dags/etl/dagRuns", { conf: { n: 0 } });
  expect(refused).toMatchObject({ status: 400, body: { detail: "params.n must be >= 1" } });
  expect((await call("POST", "/api/v2/dags/etl/dagRuns", { conf: { other: true } })).status).toBe(200);
});

test("a DAG is switched on and off, and its catchup confirmed", async () => {
  expect((await call("PATCH", "/api/v2/dags/etl", { is_paused: false })).body).toMatchObject({ is_paused: false });
  expect((await call("POST", "/api/momiji/v1/dags/etl/confirm-catchup")).status).toBe(200);
  expect((await store.listDags())[0]?.catchupConfirmedAt).toBe(NOW);
});

test("what does not exist is told so with what to do", async () => {
  for (const [method, url] of [
    ["GET", "/api/v2/dags/none"],
    ["POST", "/api/v2/dags/none/dagRuns"],
    ["GET", "/api/v2/dags/etl/dagRuns/none"],
  ] as const) {
    const { status, body } = await call(method, url);
    expect(status).toBe(404);
    expect(body.remedy).toMatch(/momiji dags/);
  }
});

test("reserialize loads all files", async () => {
  await call("POST", "/api/momiji/v1/reserialize");
  expect(reserialized).toBe(1);
});

test("a store that refuses is named with what to do, not hidden behind a server error", async () => {
  await store.close();
  const { status, body } = await call("GET", "/api/v2/dags");
  expect(status).toBe(503);
  expect(body).toMatchObject({ code: "store_closed" });
});
