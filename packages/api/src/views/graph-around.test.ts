import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, type TestServer } from "../api-server.testing.ts";

const orders = { kind: "asset", name: "orders", uri: "s3://orders" } as const;
const mart = { kind: "asset", name: "mart", uri: "s3://mart" } as const;
const base = { operator: "bash", lane: "process" } as const;

let at: TestServer;

beforeEach(async () => {
  const tasks = [
    { ...base, taskId: "wait", operator: "externalTaskSensor", upstream: [], params: { dagId: "before" } },
    { ...base, taskId: "load", upstream: [], outlets: [mart] },
    { ...base, taskId: "tell", operator: "triggerDagRun", upstream: ["load"], params: { dagId: "etl" } },
    { ...base, taskId: "any", operator: "triggerDagRun", upstream: ["load"], params: { dagId: "{{ params.dag }}" } },
  ];
  const schedule = { kind: "assets", condition: orders } as const;
  at = await openTestServer([chainOf("etl", [], { tasks, schedule, assets: [orders, mart] })]);
});

afterEach(() => at.close());

test("the assets that a DAG waits for and makes, and the DAGs that it waits for and begins, stand around its tasks", async () => {
  const { body } = await at.call("GET", "/api/momiji/v1/dags/etl/graph");
  const row = (id: string): number => (body.rows as { id: string }[]).findIndex((each) => each.id === id);
  const around = body.around as { name: string; assetId: number | null }[];
  const idOf = (name: string) => around.find((each) => each.name === name)?.assetId;
  expect(idOf("orders")).toEqual(expect.any(Number));
  expect(around).toEqual([
    { kind: "asset", name: "mart", assetId: idOf("mart"), before: [], after: [row("load")] },
    { kind: "asset", name: "orders", assetId: idOf("orders"), before: [row("wait"), row("load")], after: [] },
    { kind: "dag", name: "before", assetId: null, before: [row("wait")], after: [] },
    { kind: "dag", name: "etl", assetId: null, before: [], after: [row("tell")] },
  ]);
});
