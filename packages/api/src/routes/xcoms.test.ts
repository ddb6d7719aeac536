import { createMasker, type Json, newTaskInstance, parseInstant } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiServer } from "../server.ts";
import { generateKey, KeyRing } from "../settings/key-ring.ts";

const NOW = parseInstant("2026-03-10T12:00:00Z");
const RUN = "/api/v2/dags/etl/dagRuns/r/taskInstances";
let store: Store;
let server: FastifyInstance;

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  server = createApiServer({
    store,
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    secrets: createMasker(["read-by-a-task"]),
    executors: new Map(),
    catchupLimit: 1000,
    clock: { now: () => NOW, setTimer: () => () => undefined },
    token: "t",
    version: "9.9.9",
    reserialize: () => Promise.resolve(),
    removeDag: async () => undefined,
    onError: () => undefined,
  });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

async function call(method: "GET" | "POST", url: string, payload?: object) {
  const given = payload === undefined ? {} : { payload };
  const answer = await server.inject({ method, url, headers: { authorization: "Bearer t" }, ...given });
  return { status: answer.statusCode, body: answer.json() as { [name: string]: Json } };
}

/** The key of a run whose tasks have handed these on. */
async function runWith(xcoms: { readonly [key: string]: Json }): Promise<number> {
  const tasks = [{ taskId: "a", operator: "empty", lane: "empty" as const, upstream: [] }];
  const spec = {
    version: 1,
    dagId: "etl",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    tasks,
  } as const;
  const whole = { ...spec, templateStyle: "json", source: { file: "etl.ts" } } as const;
  await store.publishFile({ file: "etl.ts", bundle: { hash: "b", path: "/b" }, dags: [whole], errors: [] }, NOW);
  const dates = { logicalDate: null, dataIntervalStart: null, dataIntervalEnd: null, runAfter: NOW };
  const birth = { dagId: "etl", runId: "r", runType: "manual", triggeredBy: "cli", conf: {}, dagVersion: 1 } as const;
  const [created] = await store.createRuns([{ ...birth, note: null, ...dates }], NOW);
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const runKey = created?.created === true ? created.run.runKey : -1;
  const written = Object.entries(xcoms).map(([key, value]) => ({ key, value }));
  const commit = {
    runKey,
    expectRevision: 0,
    insert: [{ ...newTaskInstance("a", 0), state: "success" as const, endDate: NOW }],
    xcoms: [{ taskId: "a", mapIndex: -1, xcoms: written }],
  };
  await store.commit({ owner: "o", fence, now: NOW, runs: [commit] });
  return runKey;
}

async function valueOf(key: string, query = ""): Promise<Json | undefined> {
  return (await call("GET", `${RUN}/a/xcomEntries/${key}${query}`)).body.value;
}

test("secrets of the settings and those that tasks have read are hidden in what is shown, and stay in what is stored", async () => {
  await call("POST", "/api/v2/connections", {
    connection_id: "db",
    conn_type: "postgres",
    password: "p4ss word",
    extra: '{"token": "t0ken-1"}',
  });
  await call("POST", "/api/v2/variables", { key: "api_key", value: "k3y-of-the-api" });
  const value = { uri: "postgres://etl:p4ss%20word@db", t: ["t0ken-1", "read-by-a-task"], k: "k3y-of-the-api", n: 1 };
  const runKey = await runWith({ return_value: value, password: "anything" });
  const hidden = { uri: "postgres://etl:***@db", t: ["***", "***"], k: "***", n: 1 };
  expect(await valueOf("return_value")).toEqual(hidden);
  expect(await valueOf("return_value", "?stringify=true")).toBe(JSON.stringify(hidden));
  expect(await valueOf("password")).toBe("***");
  expect(await store.getXComs([{ runKey, taskId: "a", mapIndex: -1, key: "return_value" }])).toEqual([value]);
});

test("a secret that is set after it was written is hidden from then on", async () => {
  await runWith({ return_value: "set-later" });
  expect(await valueOf("return_value")).toBe("set-later");
  await call("POST", "/api/v2/variables", { key: "my_secret", value: "set-later" });
  expect(await valueOf("return_value")).toBe("***");
});

test("a list has the names, filtered and in pages, and no values", async () => {
  await runWith({ a1: 1, a2: 2, b1: 3 });
  const listed = async (task: string, query = "") => {
    const { xcom_entries: entries, total_entries: total } = (await call("GET", `${RUN}/${task}/xcomEntries${query}`))
      .body;
    return [(entries as { key: string }[]).map(({ key }) => key), total];
  };
  expect(await listed("~")).toEqual([["a1", "a2", "b1"], 3]);
  expect(await listed("a", "?limit=1&offset=1")).toEqual([["a2"], 3]);
  expect(await listed("a", "?xcom_key_prefix_pattern=a")).toEqual([["a1", "a2"], 2]);
  expect(await listed("a", "?xcom_key_pattern=%251")).toEqual([["a1", "b1"], 2]);
  expect(await listed("nobody")).toEqual([[], 0]);
  const { body } = await call("GET", `${RUN}/a/xcomEntries/b1`);
  expect(body).toMatchObject({ key: "b1", map_index: -1, run_id: "r", timestamp: "2026-03-10T12:00:00Z", value: 3 });
});

test("what is not there is not found", async () => {
  await runWith({});
  expect((await call("GET", `${RUN}/a/xcomEntries/nothing`)).status).toBe(404);
  expect((await call("GET", "/api/v2/dags/etl/dagRuns/none/taskInstances/a/xcomEntries")).status).toBe(404);
  expect((await call("GET", `${RUN}/a/xcomEntries/b?map_index=x`)).status).toBe(422);
});
