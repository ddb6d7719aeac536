/** The list of DAGs that one request fills. */
import { type DagSpec, newTaskInstance } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Answered, chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

const timed = (cron: string): Partial<DagSpec> => ({
  schedule: { kind: "cron-interval", cron, timezone: "Asia/Tokyo" },
  timezone: "Asia/Tokyo",
  startDate: "2026-03-01T00:00:00Z",
});

beforeEach(async () => {
  const asset = { kind: "asset", name: "orders", uri: "s3://orders" } as const;
  at = await openTestServer([
    chainOf("billing", ["one"], { ...timed("0 3 * * *"), tags: ["gold"], description: "All the invoices" }),
    chainOf("etl", ["load"], { ...timed("0 1 * * *"), tags: ["gold", "core"], source: { file: "team/etl.ts" } }),
    chainOf("follow", ["one"], { schedule: { kind: "assets", condition: asset }, assets: [asset] }),
    chainOf("hand", ["one"]),
    chainOf("over", ["one"], { ...timed("0 1 * * *"), endDate: "2026-03-02T00:00:00Z" }),
  ]);
  for (const dagId of ["etl", "follow", "hand", "over"]) await at.store.setPaused(dagId, false, NOW);
});

afterEach(() => at.close());

interface Row {
  readonly dag_id: string;
  readonly next: { readonly why: { readonly code: string } | null };
}

const list = (query = ""): Promise<Answered> => at.call("GET", `/api/momiji/v1/dags${query}`);
const rowsOf = ({ body }: Answered): readonly Row[] => body.rows as unknown as readonly Row[];
const idsOf = (answer: Answered): readonly string[] => rowsOf(answer).map((row) => row.dag_id);

test("a row has what Airflow says of a DAG, its last runs, what is active, and its schedule in words", async () => {
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [] });
  for (const runId of ["r2", "r3", "r4"]) await runOf(at, "etl", { runId, state: "success", instances: [] });
  await runOf(at, "etl", { runId: "r5", state: "running", instances: [] });
  const row = rowsOf(await list("?dag_id_pattern=etl"))[0];
  expect(row).toMatchObject({
    dag_id: "etl",
    timetable_summary: "0 1 * * *",
    schedule: { zone: "Asia/Tokyo", text: { en: "At 01:00", ja: "毎日 1:00" } },
    recent: [
      ["r5", "r", null],
      ["r4", "s", 1000],
      ["r3", "s", 1000],
      ["r2", "s", 1000],
      ["r1", "f", 1000],
    ],
    active: { running: 1, queued: 0, limit: 16 },
    successRate: 0.75,
    ended: { success: 3, failed: 1 },
    lastRun: { runId: "r5", state: "running", durationMs: null },
    next: { runAfter: "2026-03-09T16:00:00Z", interval: ["2026-03-08T16:00:00Z", "2026-03-09T16:00:00Z"], why: null },
    is_favorite: false,
  });
});

test("no more than fourteen runs are told of a DAG, and the rate is of thirty days", async () => {
  at.clock.at += 31 * 86_400_000_000;
  for (let run = 0; run < 20; run++) await runOf(at, "hand", { runId: `r${run}`, state: "success", instances: [] });
  const [row] = rowsOf(await list("?dag_id_pattern=hand"));
  expect((row as unknown as { recent: unknown[] }).recent).toHaveLength(14);
  expect(row).toMatchObject({ successRate: null });
});

test("a row says why the schedule makes no run", async () => {
  const why = Object.fromEntries(
    rowsOf(await list()).map(({ dag_id: dagId, next }) => [dagId, next.why?.code ?? null]),
  );
  expect(why).toEqual({ billing: "paused", etl: null, follow: "assets", hand: "no_schedule", over: "ended" });
});

test("facets count what the filter leaves", async () => {
  await at.call("POST", "/api/v2/dags/etl/favorite");
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [] });
  const { body } = await list("?facets=1&tags=gold");
  expect(body.facets).toEqual({
    tags: { gold: 2, core: 1 },
    owners: { airflow: 2 },
    states: { failed: 1, none: 1 },
    paused: { true: 1, false: 1 },
    folders: { "": 1, "team/": 1 },
    importError: { false: 2 },
    needsReview: { false: 2 },
    favorite: { true: 1, false: 1 },
    truncated: [],
  });
  expect((await list()).body).not.toHaveProperty("facets");
});

test("the filters of people leave what they say", async () => {
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [] });
  await runOf(at, "etl", { runId: "r2", state: "success", instances: [] });
  const asking = { ...newTaskInstance("one", 0), state: "awaiting_input" as const, tryNumber: 1 };
  const run = await runOf(at, "hand", { runId: "r1", state: "running", instances: [asking] });
  const { fence } = await at.store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const asked = { taskId: "one", mapIndex: -1, tryNumber: 1, attemptId: "a", subject: "?", body: null, until: null };
  const questions = [{ ...asked, createdAt: NOW }];
  await at.store.commit({
    owner: "o",
    fence,
    now: NOW,
    runs: [{ runKey: run.runKey, expectRevision: run.revision, questions }],
  });
  expect(idsOf(await list("?q=INVOICES"))).toEqual(["billing"]);
  expect(idsOf(await list("?folder=team/"))).toEqual(["etl"]);
  expect(idsOf(await list("?any_run_state=failed"))).toEqual(["etl"]);
  expect(idsOf(await list("?last_dag_run_state=failed"))).toEqual([]);
  expect(idsOf(await list("?needs_review=true"))).toEqual(["hand"]);
  expect((await list("?any_run_state=lost")).status).toBe(422);
});

test.each([
  ["dag_id", ["billing", "etl", "follow", "hand", "over"]],
  ["-dag_id", ["over", "hand", "follow", "etl", "billing"]],
  ["next_dagrun", ["etl", "billing", "follow", "hand", "over"]],
  ["-next_dagrun", ["billing", "etl", "follow", "hand", "over"]],
])("by %s the pages come one after the other, and back", async (order, ids) => {
  const path = `?limit=2&order_by=${order}`;
  const first = await list(path);
  const second = await list(`${path}&cursor=${first.body.next as string}`);
  const third = await list(`${path}&cursor=${second.body.next as string}`);
  expect([first, second, third].map(idsOf)).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  expect(first.body).toMatchObject({ total: 5, previous: null });
  expect(third.body.next).toBe(null);
  expect(idsOf(await list(`${path}&cursor=${third.body.previous as string}`))).toEqual(ids.slice(2, 4));
});

test("an order or a cursor that there is not is refused", async () => {
  expect((await list("?order_by=colour")).status).toBe(400);
  expect((await list("?cursor=nonsense")).status).toBe(400);
});
