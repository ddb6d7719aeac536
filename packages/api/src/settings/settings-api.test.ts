import { type ConnectionRecord, type DagSpec, type Json, newTaskInstance } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApiServer } from "../server.ts";
import type { ConnectionTester } from "./connection-tester.ts";
import { generateKey, KeyRing } from "./key-ring.ts";
import { Vault } from "./vault.ts";

let store: Store;
let server: FastifyInstance;
let vault: Vault;

const SERVER = {
  saveKey: () => undefined,
  executors: new Map([["default", 4]]),
  catchupLimit: 1000,
  clock: { now: () => 1, setTimer: () => () => undefined },
  token: "t",
  version: "9.9.9",
  reserialize: () => Promise.resolve(),
  removeDag: async () => undefined,
  onError: () => undefined,
};
const AUTH = { authorization: "Bearer t" };

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  const keys = new KeyRing([generateKey()]);
  vault = new Vault(store, keys);
  server = createApiServer({ ...SERVER, store, keys });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

type Method = "GET" | "POST" | "PATCH" | "DELETE";

async function call(method: Method, url: string, payload?: object): Promise<{ status: number; body: Json }> {
  const headers = { authorization: "Bearer t" };
  const answer = await server.inject({
    method,
    url: `/api/v2${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.payload === "" ? null : (JSON.parse(answer.payload) as Json) };
}

const greeting = { key: "greeting", value: "hello", description: "a word" };
const shown = { is_encrypted: true, team_name: null };

describe("variables", () => {
  test("are made, read, changed and removed with Airflow's bodies", async () => {
    expect(await call("POST", "/variables", greeting)).toEqual({ status: 201, body: { ...greeting, ...shown } });
    expect(await call("POST", "/variables", greeting)).toMatchObject({
      status: 409,
      body: { detail: "The Variable with key: `greeting` already exists" },
    });
    const object = await call("POST", "/variables", { key: "settings", value: { a: [1, { b: null }] } });
    expect(object.body).toMatchObject({ value: '{"a": [1, {"b": null}]}', description: null });
    expect((await call("GET", "/variables/greeting")).body).toEqual({ ...greeting, ...shown });
    const masked = await call("PATCH", "/variables/greeting?update_mask=description", {
      ...greeting,
      value: "ignored",
      description: "d",
    });
    expect(masked.body).toMatchObject({ value: "hello", description: "d" });
    expect(await call("PATCH", "/variables/greeting", { key: "other", value: "x" })).toMatchObject({
      status: 400,
      body: { detail: "Invalid body, key from request body doesn't match uri parameter" },
    });
    expect(await call("DELETE", "/variables/greeting")).toEqual({ status: 204, body: null });
    expect(await call("DELETE", "/variables/greeting")).toMatchObject({
      status: 404,
      body: { detail: "The Variable with key: `greeting` was not found" },
    });
    expect((await call("POST", "/variables", { key: "empty" })).status).toBe(422);
  });

  test("with a sensitive name read ***, and what is sent back so stays what it was", async () => {
    await call("POST", "/variables", { key: "db_password", value: "s3cret" });
    await call("POST", "/variables", { key: "config", value: { user: "u", api_key: "k" } });
    expect((await call("GET", "/variables/db_password")).body).toMatchObject({ value: "***" });
    expect((await call("GET", "/variables/config")).body).toMatchObject({ value: '{"user": "u", "api_key": "***"}' });
    await call("PATCH", "/variables/db_password", { key: "db_password", value: "***", description: "d" });
    expect(await vault.findVariable("db_password")).toEqual({ key: "db_password", value: "s3cret", description: "d" });
  });

  test("are listed in pages, by pattern and in order", async () => {
    for (const key of ["b", "a", "other"]) await call("POST", "/variables", { key, value: key });
    const list = async (query: string) =>
      (await call("GET", `/variables?${query}`)).body as { variables: { key: string }[]; total_entries: number };
    expect((await list("order_by=-key")).variables.map(({ key }) => key)).toEqual(["other", "b", "a"]);
    expect(await list("variable_key_pattern=%25e%25")).toMatchObject({
      variables: [{ key: "other" }],
      total_entries: 1,
    });
    for (const query of ["variable_key_pattern=THE", "variable_key_pattern=x|th_r", "variable_key_prefix_pattern=x|ot"])
      expect(await list(query)).toMatchObject({ variables: [{ key: "other" }], total_entries: 1 });
    expect(await list("variable_key_pattern=~")).toMatchObject({ total_entries: 3 });
    expect(await list("limit=1&offset=1")).toMatchObject({ variables: [{ key: "b" }], total_entries: 3 });
  });

  test("are changed in bulk, each on its own", async () => {
    await call("POST", "/variables", greeting);
    const actions = [
      {
        action: "create",
        entities: [
          { key: "one", value: "1" },
          { key: "greeting", value: "2" },
        ],
        action_on_existence: "skip",
      },
      {
        action: "update",
        entities: [
          { key: "one", value: 2 },
          { key: "none", value: 1 },
        ],
      },
      { action: "delete", entities: ["one", "nothing"], action_on_non_existence: "skip" },
    ];
    const { status, body } = await call("PATCH", "/variables", { actions });
    expect(status).toBe(200);
    expect(body).toEqual({
      create: { success: ["one"], errors: [] },
      update: {
        success: ["one"],
        errors: [{ error: "The Variable with key: `none` was not found", status_code: 404 }],
      },
      delete: { success: ["one"], errors: [] },
    });
    expect((await vault.findVariable("greeting"))?.value).toBe("hello");
  });

  test("that no key opens do not hide the others", async () => {
    await call("POST", "/variables", greeting);
    await new Vault(store, new KeyRing([generateKey()])).putVariable({ ...greeting, key: "lost" }, "always", 1);
    expect((await call("GET", "/variables")).body).toMatchObject({
      variables: [{ value: "hello" }, { key: "lost", value: null }],
    });
    expect(await call("GET", "/variables/lost")).toMatchObject({ status: 500, body: { code: "secret_unreadable" } });
  });
});

describe("connections", () => {
  const pg = {
    connection_id: "pg",
    conn_type: "postgres",
    host: "db",
    login: "u",
    password: "pw",
    schema: "s",
    port: 5432,
    extra: '{"sslmode": "require", "api_key": "k"}',
  };
  const answer = {
    ...pg,
    description: null,
    password: "***",
    extra: '{"sslmode": "require", "api_key": "***"}',
    team_name: null,
  };

  test("are made, read, changed and removed with Airflow's bodies, their secrets hidden", async () => {
    expect(await call("POST", "/connections", pg)).toEqual({ status: 201, body: answer });
    expect((await call("POST", "/connections", pg)).status).toBe(409);
    expect((await call("GET", "/connections/pg")).body).toEqual(answer);
    expect((await call("GET", "/connections")).body).toEqual({ connections: [answer], total_entries: 1 });
    const host = { connection_id: "pg", conn_type: "postgres", host: "db2" };
    expect((await call("PATCH", "/connections/pg?update_mask=host", host)).body).toEqual({ ...answer, host: "db2" });
    expect((await call("DELETE", "/connections/pg")).status).toBe(204);
    expect((await call("GET", "/connections/pg")).status).toBe(404);
  });

  test("keep what is sent back as it was shown", async () => {
    await call("POST", "/connections", pg);
    await call("PATCH", "/connections/pg", { ...pg, password: "***", extra: '{"sslmode": "off", "api_key": "***"}' });
    expect(await vault.findConnection("pg")).toMatchObject({
      password: "pw",
      extra: '{"sslmode":"off","api_key":"k"}',
    });
  });

  test.each([
    [{ ...pg, connection_id: "a b!" }, 422],
    [{ connection_id: "x" }, 422],
    [{ ...pg, port: 99_999 }, 422],
    [{ ...pg, extra: "no json" }, 400],
  ])("%j is refused", async (body, status) => {
    expect((await call("POST", "/connections", body)).status).toBe(status);
  });
});

describe("pools", () => {
  const spec: DagSpec = {
    version: 1,
    dagId: "etl",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: "etl.ts" },
    tasks: [{ taskId: "load", operator: "function", lane: "function", upstream: [], pool: "small", poolSlots: 2 }],
  };

  test("tell who holds their slots", async () => {
    const small = { name: "small", slots: 5, description: "two", include_deferred: true };
    const free = { occupied_slots: 0, running_slots: 0, queued_slots: 0, scheduled_slots: 0, deferred_slots: 0 };
    expect(await call("POST", "/pools", small)).toEqual({
      status: 201,
      body: { ...small, ...free, open_slots: 5, team_name: null },
    });
    await store.publishFile({ file: "etl.ts", bundle: { hash: "h", path: "/b" }, dags: [spec], errors: [] }, 1);
    const birth = {
      dagId: "etl",
      runType: "manual",
      triggeredBy: "cli",
      logicalDate: null,
      dataIntervalStart: null,
    } as const;
    const rest = { dataIntervalEnd: null, runAfter: 1, conf: {}, dagVersion: 1, note: null, runId: "r" };
    const [created] = await store.createRuns([{ ...birth, ...rest }], 1);
    const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
    if (created?.created !== true) throw new Error("the run was not made");
    const insert = [{ ...newTaskInstance("load", 0), state: "running" as const, attemptId: "a" }];
    const run = { ...created.run, state: "running" as const };
    await store.commit({ owner: "o", fence, now: 1, runs: [{ runKey: run.runKey, expectRevision: 0, run, insert }] });
    expect((await call("GET", "/pools/small")).body).toMatchObject({
      occupied_slots: 2,
      running_slots: 2,
      open_slots: 3,
    });
  });

  test("are changed in part; the default pool stays", async () => {
    expect((await call("PATCH", "/pools/default_pool?update_mask=slots", { slots: 64 })).body).toMatchObject({
      slots: 64,
      description: "Default pool",
    });
    expect(await call("DELETE", "/pools/default_pool")).toMatchObject({
      status: 400,
      body: { detail: "Default Pool can't be deleted" },
    });
    expect((await call("GET", "/pools/nothing")).status).toBe(404);
    expect((await call("POST", "/pools", { name: "bad", slots: -2 })).status).toBe(422);
    await call("POST", "/pools", { name: "wide", slots: -1 });
    expect((await call("GET", "/pools/wide")).body).toMatchObject({ open_slots: -1 });
  });
});

describe("a test of a connection", () => {
  test("is refused as in Airflow where it is disabled", async () => {
    const answer = await call("POST", "/connections/test", { connection_id: "db", conn_type: "http" });
    expect(answer).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/Testing connections is disabled in Airflow configuration/) },
    });
  });

  test("takes what the request leaves out from where the connection is found, and keeps nothing", async () => {
    const tested: ConnectionRecord[] = [];
    const STEPS = [{ step: "resolve", ok: true, millis: 3, message: "192.0.2.1" }] as const;
    const tester: ConnectionTester = {
      settings: vault,
      types: ["http"],
      test: async (connection) => {
        tested.push(connection);
        return { status: connection.host === "there", message: "looked", steps: STEPS };
      },
    };
    const keys = new KeyRing([generateKey()]);
    const own = createApiServer({ ...SERVER, store, keys, connectionTester: tester });
    const post = async (payload: object) =>
      (await own.inject({ method: "POST", url: "/api/v2/connections/test", headers: AUTH, payload })).json();
    await call("POST", "/connections", { connection_id: "db", conn_type: "http", host: "old", password: "kept" });
    const asked = { connection_id: "db", conn_type: "http", host: "there", password: "***" };
    expect(await post(asked)).toEqual({ status: true, message: "looked" });
    expect(await post({ connection_id: "new", conn_type: "http" })).toEqual({ status: false, message: "looked" });
    expect(tested).toMatchObject([
      { connectionId: "db", host: "there", password: "kept" },
      { connectionId: "new", host: null, password: null },
    ]);
    const inSteps = { method: "POST", url: "/api/momiji/v1/connections/test", headers: AUTH, payload: asked } as const;
    expect((await own.inject(inSteps)).json()).toEqual({ status: true, message: "looked", steps: STEPS });
    const types = await own.inject({ url: "/api/momiji/v1/connections/types", headers: AUTH });
    expect(types.json().tests_are_allowed).toBe(true);
    const known = types.json().types as { type: string; can_be_tested: boolean }[];
    expect(known.filter((each) => each.can_be_tested).map(({ type }) => type)).toEqual(["http"]);
    expect((await call("GET", "/connections/db")).body).toMatchObject({ host: "old" });
    expect((await call("GET", "/connections/new")).status).toBe(404);
    expect(await post({ connection_id: "db", conn_type: "http", extra: "no json" })).toMatchObject({
      detail: expect.stringMatching(/extra must be a JSON object/),
    });
    await own.close();
  });
});
