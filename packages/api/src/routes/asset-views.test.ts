/** Assets with who makes them and who waits for them. */
import type { DagSpec } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, type TestServer } from "../api-server.testing.ts";

const MINUTE = 60_000_000;
const ORDERS = { kind: "asset", name: "orders", uri: "s3://bucket/orders.csv" } as const;
const USERS = { kind: "asset", name: "users", uri: "users" } as const;

const waiting = (dagId: string, schedule: DagSpec["schedule"]): DagSpec =>
  chainOf(dagId, ["read"], { schedule, isPausedUponCreation: false });

const SPECS: readonly DagSpec[] = [
  {
    ...chainOf("makes", []),
    tasks: [{ taskId: "make", operator: "function", lane: "function", upstream: [], outlets: [ORDERS] }],
  },
  waiting("eats", { kind: "assets", condition: ORDERS }),
  waiting("eats_both", { kind: "assets", condition: { kind: "all", of: [ORDERS, USERS] } }),
];

let at: TestServer;
beforeEach(async () => {
  at = await openTestServer(SPECS);
});
afterEach(() => at.close());

async function idOf(name: string): Promise<number> {
  const { rows } = (await at.call("GET", `/api/momiji/v1/assets?q=${name}`)).body as { rows: { id: number }[] };
  return rows[0]?.id ?? -1;
}

test("an asset tells who makes it, who waits for it, how far they are, and what one more event would begin", async () => {
  await at.store.createAssetEvent(await idOf("users"), {}, NOW);
  const overview = (await at.call("GET", `/api/momiji/v1/assets/${await idOf("orders")}/overview`)).body;
  expect(overview).toMatchObject({
    asset: { name: "orders", last_asset_event: { timestamp: null } },
    usualMs: null,
    producers: [
      { dagId: "makes", taskIds: ["make"], isPaused: true, lastRun: null, next: { why: { code: "paused" } } },
    ],
    consumers: [
      { dagId: "eats", wanted: [{ name: "orders", arrived: null }], onEvent: { effect: "starts", waitsFor: [] } },
      {
        dagId: "eats_both",
        wanted: [
          { name: "orders", arrived: null },
          { name: "users", arrived: "2026-03-10T12:00:00Z" },
        ],
        onEvent: { effect: "starts", waitsFor: [] },
      },
    ],
  });
  expect((await at.call("GET", "/api/momiji/v1/assets/99/overview")).status).toBe(404);
});

test("the list finds assets by any of their words, says how often they change, and is ordered by it", async () => {
  const id = await idOf("users");
  for (const minutes of [0, 10, 20, 90]) await at.store.createAssetEvent(id, {}, NOW + minutes * MINUTE);
  const list = async (query: string) => (await at.call("GET", `/api/momiji/v1/assets${query}`)).body;
  expect(await list("?order_by=-last_event")).toMatchObject({
    rows: [
      { name: "users", usualMs: 600_000, scheduled_dags: [{ dag_id: "eats_both" }] },
      { name: "orders", usualMs: null, producing_tasks: [{ dag_id: "makes" }] },
    ],
    total: 2,
  });
  expect(await list("?q=BUCKET&limit=1")).toMatchObject({ rows: [{ name: "orders" }], total: 1 });
  expect(await list("?q=nothing")).toMatchObject({ rows: [], total: 0 });
});
