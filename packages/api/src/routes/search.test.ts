/** What a search by parts of names finds. */
import { parseInstant } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  const [task] = chainOf("load_orders", ["read_source"]).tasks;
  const lake = { kind: "asset", name: "orders_lake", uri: "s3://lake/orders" } as const;
  const orders = chainOf("load_orders", [], { tasks: task === undefined ? [] : [{ ...task, outlets: [lake] }] });
  at = await openTestServer([orders, chainOf("nightly", ["one"])]);
});

afterEach(() => at.close());

test("names are sought as they stand, with every sign in them", async () => {
  for (const [path, body] of [
    ["pools", { name: "small_pool", slots: 1 }],
    ["variables", { key: "api_key|~", value: "1" }],
    ["connections", { connection_id: "main_db", conn_type: "postgres" }],
  ] as const)
    expect((await at.call("POST", `/api/v2/${path}`, body)).status).toBe(201);
  await runOf(at, "load_orders", { runId: "manual__2026-03-01", state: "success", instances: [] });
  const find = async (text: string) => {
    const { results } = (await at.call("GET", `/api/momiji/v1/search?q=${encodeURIComponent(text)}`)).body;
    return (results as { kind: string; href: string }[]).map(({ kind, href }) => `${kind} ${href}`);
  };
  expect(await find("load_orders")).toEqual(["dag /dags/load_orders"]);
  expect(await find("read_source")).toEqual(["task /dags/load_orders/tasks/read_source"]);
  expect(await find("manual__2026-03-01")).toEqual(["run /dags/load_orders/runs/manual__2026-03-01"]);
  expect(await find("small_pool")).toEqual(["pool /pools/small_pool"]);
  expect(await find("api_key|~")).toEqual([`variable /variables?q=${encodeURIComponent("api_key|~")}`]);
  expect(await find("main_db")).toEqual(["connection /connections?q=main_db"]);
  expect(await find("orders_lake")).toEqual(["asset /assets/1"]);
  for (const other of ["load_.rders", "loadXorders", "small%pool", "main|db", "~"])
    expect(await find(other)).toEqual(
      other === "~" ? [`variable /variables?q=${encodeURIComponent("api_key|~")}`] : [],
    );
});

test("runs are found by their DAG and the day that they were due, in the reader's zone", async () => {
  for (const [day, runId] of ["2026-03-09T16:00:00Z", "2026-03-10T01:00:00Z", "2025-03-10T01:00:00Z"].entries())
    await runOf(at, "nightly", { runId: `n${day}`, state: "success", instances: [], runAfter: parseInstant(runId) });
  await runOf(at, "load_orders", {
    runId: "e",
    state: "success",
    instances: [],
    runAfter: parseInstant("2026-03-10T01:00:00Z"),
  });
  const find = async (text: string, zone = "UTC") => {
    const query = new URLSearchParams({ q: text, kinds: "run", zone });
    const { status, body } = await at.call("GET", `/api/momiji/v1/search?${query.toString()}`);
    return status === 200 ? (body.results as { id: string }[]).map(({ id }) => id) : status;
  };
  expect(await find("nightly 03-10")).toEqual(["n1"]);
  expect(await find("3-10 Night")).toEqual(["n1"]);
  expect(await find("nightly 03-10", "Asia/Tokyo")).toEqual(["n1", "n0"]);
  expect(await find("nightly 2025-03-10")).toEqual(["n2"]);
  expect(await find("2026-03-10")).toEqual(["e", "n1"]);
  expect(await find("nightly 02-30")).toEqual([]);
  expect(await find("nightly 03-10", "Nowhere")).toBe(422);
});
