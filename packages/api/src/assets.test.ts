import { type DagSpec, type Json, parseInstant } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateKey, KeyRing } from "./settings/key-ring.ts";
import { Explainer } from "./explain/explainer.ts";
import { createApiServer } from "./server.ts";

const NOW = parseInstant("2026-03-10T12:00:00Z");
const ORDERS = { kind: "asset", name: "orders", uri: "s3://bucket/orders.csv" } as const;
const USERS = { kind: "asset", name: "users", uri: "users" } as const;
let store: Store;
let server: FastifyInstance;

function spec(dagId: string, more: Partial<DagSpec>): DagSpec {
  return {
    version: 1,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    isPausedUponCreation: false,
    source: { file: `${dagId}.ts` },
    tasks: [],
    ...more,
  };
}

/** The DAG file of the recorded answers: one that makes orders, one that waits for them, one that waits for users too. */
const SPECS: readonly DagSpec[] = [
  spec("asset_producer", {
    tasks: [{ taskId: "make", operator: "function", lane: "function", upstream: [], outlets: [ORDERS] }],
    assets: [{ name: "orders", uri: "s3://bucket/orders.csv", extra: { team: "data" } }],
  }),
  spec("asset_consumer", { schedule: { kind: "assets", condition: ORDERS } }),
  spec("asset_both", { schedule: { kind: "assets", condition: { kind: "all", of: [ORDERS, USERS] } } }),
];

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  for (const each of SPECS) {
    const input = { file: each.source.file, bundle: { hash: "h", path: "/b" }, dags: [each], errors: [] };
    await store.publishFile(input, NOW);
  }
  const clock = { now: () => NOW, setTimer: () => () => undefined };
  const keys = {
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map<string, number>(),
    catchupLimit: 1000,
  };
  const rest = {
    version: "9.9.9",
    reserialize: async () => undefined,
    removeDag: async () => undefined,
    onError: () => undefined,
    ...keys,
  };
  server = createApiServer({ store, clock, token: "token", ...rest });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

function explainer(): Explainer {
  const clock = { now: () => NOW, setTimer: () => () => undefined };
  return new Explainer({ store, clock, executors: new Map(), catchupLimit: 1000 });
}

type Method = "GET" | "POST" | "DELETE";

async function call(method: Method, path: string, payload?: object) {
  const url = `/api/v2${path}`;
  const headers = { authorization: "Bearer token" };
  const answer = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const body = answer.body === "" ? {} : (answer.json() as { [name: string]: Json });
  return { status: answer.statusCode, body };
}

test("assets are listed with who makes them and who waits for them, in Airflow's words", async () => {
  const { body } = await call("GET", "/assets");
  const at = "2026-03-10T12:00:00Z";
  expect(body.total_entries).toBe(2);
  expect((body.assets as Json[])[0]).toEqual({
    id: 1,
    name: "orders",
    uri: "s3://bucket/orders.csv",
    group: "asset",
    extra: { team: "data" },
    created_at: at,
    updated_at: at,
    scheduled_dags: [
      { dag_id: "asset_both", created_at: at, updated_at: at },
      { dag_id: "asset_consumer", created_at: at, updated_at: at },
    ],
    producing_tasks: [{ dag_id: "asset_producer", task_id: "make", created_at: at, updated_at: at }],
    consuming_tasks: [],
    aliases: [],
    watchers: [],
    last_asset_event: { id: null, timestamp: null },
  });
});

test.each([
  ["name_pattern=ord", ["orders"]],
  ["name_pattern=none%7CORD", ["orders"]],
  ["name_pattern=~", ["orders", "users"]],
  ["uri_pattern=s3%25csv", ["orders"]],
  ["name_prefix_pattern=us", ["users"]],
  ["dag_ids=asset_both", ["orders", "users"]],
  ["dag_ids=asset_producer", ["orders"]],
  ["order_by=-name", ["users", "orders"]],
  ["limit=1&offset=1", ["users"]],
  ["limit=0", []],
])("assets by %s", async (query, names) => {
  const { body } = await call("GET", `/assets?${query}`);
  expect((body.assets as { name: string }[]).map(({ name }) => name)).toEqual(names);
});

test.each([
  [
    "/assets?order_by=nothing",
    400,
    "Ordering with 'nothing' is disallowed or the attribute does not exist on the model",
  ],
  ["/assets/999", 404, "The Asset with ID: `999` was not found"],
  ["/assets/aliases/7", 404, "The Asset Alias with ID: `7` was not found"],
  [
    "/dags/asset_both/assets/1/queuedEvents",
    404,
    "Queued event with dag_id: `asset_both` and asset_id: `1` was not found",
  ],
])("%s is refused as Airflow refuses it", async (path, status, detail) => {
  expect(await call("GET", path)).toMatchObject({ status, body: { detail } });
});

test("an event by hand is answered whole, listed, and queued for those who wait", async () => {
  const made = await call("POST", "/assets/events", { asset_id: 1, extra: { by: "hand" } });
  expect(made).toMatchObject({
    status: 200,
    body: {
      id: 1,
      asset_id: 1,
      uri: "s3://bucket/orders.csv",
      extra: { by: "hand", from_rest_api: true },
      source_task_id: null,
      source_map_index: -1,
      created_dagruns: [],
      timestamp: "2026-03-10T12:00:00Z",
      partition_key: null,
    },
  });
  expect((await call("GET", "/assets/events?name_pattern=ord")).body).toMatchObject({ total_entries: 1 });
  for (const name of ["timestamp", "source_dag_id", "-source_run_id", "source_task_id", "-source_map_index"])
    expect((await call("GET", `/assets/events?order_by=${name}`)).body).toMatchObject({ total_entries: 1 });
  expect((await call("GET", "/assets/events?order_by=extra")).status).toBe(400);
  expect((await call("GET", "/assets/events?asset_id=2")).body).toMatchObject({ total_entries: 0 });
  expect((await call("GET", "/assets/events?timestamp_gte=2026-03-10T12:00:00Z")).body.total_entries).toBe(1);
  expect((await call("GET", "/assets/events?timestamp_gt=2026-03-10T12:00:00Z")).body.total_entries).toBe(0);
  expect((await call("GET", "/dags/asset_both/assets/queuedEvents")).body).toEqual({
    queued_events: [
      { dag_id: "asset_both", asset_id: 1, created_at: "2026-03-10T12:00:00Z", dag_display_name: "asset_both" },
    ],
    total_entries: 1,
  });
  expect((await call("POST", "/assets/events", { asset_id: 999 })).body.detail).toBe(
    "Asset with ID: `999` was not found",
  );
});

test("queued events are taken out by DAG, by asset and by both; what is not there is a 404", async () => {
  await call("POST", "/assets/events", { asset_id: 1 });
  expect((await call("DELETE", "/dags/asset_both/assets/1/queuedEvents")).status).toBe(204);
  expect((await call("DELETE", "/dags/asset_both/assets/queuedEvents")).body.detail).toBe(
    "Queue event with dag_id: `asset_both` was not found",
  );
  expect((await call("GET", "/assets/1/queuedEvents")).body).toMatchObject({ total_entries: 1 });
  expect((await call("DELETE", "/assets/1/queuedEvents")).status).toBe(204);
  expect((await call("GET", "/assets/1/queuedEvents")).body).toMatchObject({ queued_events: [] });
});

test("materialize makes a run without a date of the one DAG that makes the asset", async () => {
  expect((await call("POST", "/assets/1/materialize", {})).body).toMatchObject({
    dag_run_id: "asset_materialization__2026-03-10T12:00:00+00:00",
    dag_id: "asset_producer",
    run_type: "asset_materialization",
    logical_date: null,
    data_interval_start: null,
    triggered_by: "rest_api",
    state: "queued",
  });
  expect((await call("POST", "/assets/2/materialize", {})).status).toBe(404);
});

test("explain tells what a DAG still waits for, and when it last came", async () => {
  await call("POST", "/assets/events", { asset_id: 1 });
  const { reasons } = await explainer().dag("asset_both");
  expect(reasons.filter(({ code }) => code === "assets")).toMatchObject([
    { text: "DAG asset_both waits for assets: users (no event yet); has: orders", details: { has: ["orders"] } },
  ]);
  expect((await explainer().dag("asset_consumer")).reasons.filter(({ code }) => code === "assets")).toEqual([]);
});

test("the events behind a run are told with the runs that they started", async () => {
  await call("POST", "/assets/events", { asset_id: 1 });
  const run = {
    dagId: "asset_consumer",
    runId: "mine",
    runType: "asset_triggered",
    triggeredBy: "asset",
    logicalDate: null,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: NOW,
    conf: {},
    dagVersion: 1,
    note: null,
    assetEventsThrough: 1,
  } as const;
  await store.createRuns([run], NOW);
  const { body } = await call("GET", "/dags/asset_consumer/dagRuns/mine/upstreamAssetEvents");
  expect(body).toMatchObject({
    total_entries: 1,
    asset_events: [{ id: 1, created_dagruns: [{ run_id: "mine", dag_id: "asset_consumer", triggering: true }] }],
  });
  expect((await call("GET", "/dags/asset_consumer/dagRuns/none/upstreamAssetEvents")).status).toBe(404);
});
