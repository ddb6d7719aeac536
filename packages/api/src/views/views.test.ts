/** What the user interface shows of DAGs and runs. */
import { type DagSpec, parseInstant } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

const SECOND = 1_000_000;
let at: TestServer;

const grouped: DagSpec = {
  ...chainOf("etl", ["extract", "stage.load", "stage.check", "mart"]),
  groups: [{ groupId: "stage", children: ["stage.check", "stage.load"] }],
};

beforeEach(async () => {
  const nightly = {
    schedule: { kind: "cron-interval", cron: "0 3 * * *", timezone: "Asia/Tokyo" },
    timezone: "Asia/Tokyo",
    startDate: "2026-03-01T00:00:00Z",
    catchup: true,
  } as const;
  at = await openTestServer([grouped, chainOf("nightly", ["one"], nightly)]);
});

afterEach(() => at.close());

const grid = (query = "") => at.call("GET", `/api/momiji/v1/dags/etl/grid${query}`);

test("a grid has groups before their tasks, a letter for each cell, and what is beside it", async () => {
  const instances = [
    { taskId: "extract", state: "success" as const, tryNumber: 2 },
    { taskId: "stage.load", mapIndex: 0, state: "success" as const, tryNumber: 1 },
    { taskId: "stage.check", state: "failed" as const, tryNumber: 1 },
  ];
  const run = await runOf(at, "etl", { runId: "r1", state: "failed", instances });
  const place = { runKey: run.runKey, taskId: "stage.check", mapIndex: -1 };
  await at.store.act({ now: NOW, taskNotes: [{ ...place, note: "why" }], events: [] });
  const { body } = await grid();
  expect(body.rows).toMatchObject([
    { id: "extract", kind: "task", depth: 0, parent: -1 },
    { id: "stage", kind: "group", depth: 0, parent: -1, children: 2 },
    { id: "stage.load", label: "load", depth: 1, parent: 1 },
    { id: "stage.check", label: "check", depth: 1, parent: 1 },
    { id: "mart", depth: 0, rule: "all_success" },
  ]);
  expect(body).toMatchObject({
    runs: [{ id: "r1", state: "failed", version: 1, note: false }],
    cells: ["sfsf-"],
    extra: [
      [0, 0, { t: 2 }],
      [0, 3, { n: 1 }],
    ],
    next: null,
  });
});

test("a grid goes on with older runs, and is not sent again if it is the same", async () => {
  for (const runId of ["r1", "r2", "r3"]) await runOf(at, "etl", { runId, state: "success", instances: [] });
  const first = await grid("?runs=2");
  expect(first.body).toMatchObject({ runs: [{ id: "r3" }, { id: "r2" }], cells: ["-5", "-5"] });
  const second = await grid(`?runs=2&before=${first.body.next as string}`);
  expect(second.body).toMatchObject({ runs: [{ id: "r1" }], next: null });
  const { runAfter } = (first.body as { runs: readonly { runAfter: string }[] }).runs[0] ?? {};
  expect((await grid(`?before=${runAfter}`)).body).toMatchObject({ runs: [], next: null });
  expect((await grid("?before=2200-01-01T00:00:00Z")).body).toMatchObject({ runs: [{ id: "r3" }, {}, {}] });
  const etag = first.headers["etag"] as string;
  const path = "/api/momiji/v1/dags/etl/grid?runs=2";
  expect((await at.callWith({ "if-none-match": etag }, "GET", path)).status).toBe(304);
  await runOf(at, "etl", { runId: "r4", state: "success", instances: [] });
  expect((await at.callWith({ "if-none-match": etag }, "GET", path)).status).toBe(200);
  expect((await grid("?before=nonsense")).status).toBe(422);
  expect((await at.call("GET", "/api/momiji/v1/dags/none/grid")).status).toBe(404);
});

test("a grid says how many deadlines each run has missed", async () => {
  const reference = { kind: "queued-at" } as const;
  const deadlines = [60, 120].map((interval) => ({ reference, interval, callbacks: [] }));
  const strict = await openTestServer([chainOf("strict", ["one"], { deadlines })]);
  for (const runId of ["r1", "r2"]) await runOf(strict, "strict", { runId, state: "success", instances: [] });
  const [first] = await strict.store.listRuns({ dagId: "strict", runId: "r1" });
  if (first === undefined) throw new Error("there is no run");
  const { runKey, revision: expectRevision } = first;
  const base = { runKey, dagId: "strict", runId: "r1", name: null, queuedAt: NOW, createdAt: NOW, endedAt: NOW };
  const missed = { ...base, ordinal: 0, state: "missed", dueAt: NOW } as const;
  const met = { ...base, ordinal: 1, state: "met", dueAt: NOW + SECOND } as const;
  const { fence } = await strict.store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  await strict.store.commit({
    owner: "o",
    fence,
    now: NOW,
    runs: [{ runKey, expectRevision, deadlines: [missed, met] }],
  });
  const { body } = await strict.call("GET", "/api/momiji/v1/dags/strict/grid");
  const runs = body.runs as readonly { readonly id: string; readonly missed?: number }[];
  expect(runs.map(({ id, missed: count }) => [id, count])).toEqual([
    ["r2", undefined],
    ["r1", 1],
  ]);
  await strict.close();
});

test("a grid of several versions says which have a task", async () => {
  await runOf(at, "etl", { runId: "r1", state: "success", instances: [{ taskId: "mart", state: "success" }] });
  const changed = chainOf("etl", ["extract", "fresh"]);
  const bundle = { hash: "h2", path: "/b2" };
  await at.store.publishFile({ file: "etl.ts", bundle, dags: [changed], errors: [] }, NOW);
  const { body } = await grid("?times=true");
  expect(body.rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: "fresh", versions: [[2, null]] }),
      expect.objectContaining({ id: "mart", versions: [[1, 1]] }),
    ]),
  );
  expect((body.rows as { id: string; versions?: unknown }[]).find(({ id }) => id === "extract")?.versions).toBe(
    undefined,
  );
});

test("a graph has the rows of a version, and its edges with their words", async () => {
  const graph = (query = "") => at.call("GET", `/api/momiji/v1/dags/etl/graph${query}`);
  const first = await graph();
  expect((first.body.rows as { id: string }[]).map(({ id }) => id)).toEqual([
    "extract",
    "stage",
    "stage.load",
    "stage.check",
    "mart",
  ]);
  expect(first.body).toMatchObject({
    version: 1,
    edges: [
      [0, 2, null],
      [2, 3, null],
      [3, 4, null],
    ],
  });
  const chain = chainOf("etl", ["extract", "fresh"]);
  const tasks = chain.tasks.map((task) => ({ ...task, edgeLabels: { extract: "if new" } }));
  const bundle = { hash: "h2", path: "/b2" };
  await at.store.publishFile({ file: "etl.ts", bundle, dags: [{ ...chain, tasks }], errors: [] }, NOW);
  expect((await graph()).body).toMatchObject({ version: 2, edges: [[0, 1, "if new"]] });
  expect((await graph("?version=1")).body).toEqual(first.body);
  expect((await graph("?version=3")).status).toBe(404);
  expect((await at.call("GET", "/api/momiji/v1/dags/none/graph")).status).toBe(404);
});

test("a gantt has every attempt, what is usual, and the chain that took longest", async () => {
  const t = (second: number) => NOW + second * SECOND;
  const ended = (taskId: string, from: number, to: number) => ({
    taskId,
    state: "success" as const,
    tryNumber: 1,
    startDate: t(from),
    endDate: t(to),
  });
  const instances = [
    ended("extract", 2, 5),
    ended("stage.load", 6, 20),
    ended("stage.check", 6, 9),
    ended("mart", 21, 22),
  ];
  await runOf(at, "etl", { runId: "r0", state: "success", instances });
  await runOf(at, "etl", { runId: "r1", state: "success", instances });
  const { body } = await at.call("GET", "/api/momiji/v1/dags/etl/dagRuns/r1/gantt");
  expect(body.origin).toBe("2026-03-10T12:00:01Z");
  expect(body.rows).toContainEqual({
    id: "extract",
    m: -1,
    state: "success",
    tries: [[1, "success", null, null, 1000, 4000]],
  });
  expect(body.median).toMatchObject({ extract: [1000, 3000], "stage.load": [5000, 14000] });
  expect(body.critical).toEqual(["extract", "stage.load", "stage.check", "mart"]);
});

test("a calendar counts runs by the day of a zone, and those that are planned", async () => {
  await at.call("PATCH", "/api/v2/dags/nightly", { is_paused: false });
  await runOf(at, "nightly", { runId: "r1", state: "success", instances: [] });
  const path = "/api/momiji/v1/dags/nightly/calendar?from=2026-03-10T00:00:00Z&to=2026-03-13T00:00:00Z";
  const day = await at.call("GET", path);
  expect(day.body).toMatchObject({ zone: "Asia/Tokyo", unit: "day" });
  expect(day.body.cells).toContainEqual(["2026-03-10", { success: 1 }]);
  expect(day.body.cells).toContainEqual(["2026-03-12", { planned: 1 }]);
  const hour = await at.call("GET", `${path}&unit=hour&zone=Europe/Berlin`);
  expect(hour.body.cells).toContainEqual(["2026-03-10T13+01:00", { success: 1 }]);
  expect((await at.call("GET", `${path}&zone=Nowhere/Land`)).status).toBe(422);
});

test("a schedule shows its next runs, and what switching the DAG on would begin at once", async () => {
  const { body } = await at.call("POST", "/api/momiji/v1/schedule/preview", { dagId: "nightly", count: 2 });
  expect(body).toMatchObject({
    kind: "cron_interval",
    catchup: true,
    zone: "Asia/Tokyo",
    rows: [
      {
        interval: ["2026-03-09T18:00:00Z", "2026-03-10T18:00:00Z"],
        runAfter: "2026-03-10T18:00:00Z",
        local: "2026-03-11T03:00:00+09:00[Asia/Tokyo]",
        note: null,
      },
      { runAfter: "2026-03-11T18:00:00Z" },
    ],
    onEnable: { now: 8, maxActive: 16, estimateMs: null },
  });
});

test("a schedule whose few runs begin at once tells them, as one of three minutes of a day in the past", async () => {
  const { body } = await at.call("POST", "/api/momiji/v1/schedule/preview", {
    schedule: "*/3 * * * *",
    timezone: "Asia/Tokyo",
    startDate: "2024-08-12T05:06:00Z",
    endDate: "2024-08-12T05:06:00Z",
    catchup: true,
  });
  expect(body).toMatchObject({ onEnable: { now: 1 }, rows: [{ runAfter: "2024-08-12T05:09:00Z" }] });
  expect(body.rows).toHaveLength(1);
});

test("a schedule that somebody writes is read as in a DAG, with the days on which the clock changes", async () => {
  const preview = (body: object) => at.call("POST", "/api/momiji/v1/schedule/preview", body);
  const written = { schedule: "30 2 * * *", timezone: "Europe/Berlin", count: 3 };
  const spring = await preview({ ...written, after: "2026-03-27T12:00:00Z" });
  const notes = (spring.body.rows as { note: string | null }[]).map(({ note }) => note);
  expect(notes).toContain("dst_gap");
  const autumn = await preview({ ...written, after: "2026-10-24T12:00:00Z", count: 2 });
  expect((autumn.body.rows as { note: string | null }[]).map(({ note }) => note)).toContain("dst_overlap");
  expect((await preview({ schedule: "not a cron" })).status).toBe(422);
  expect((await preview({ schedule: "0 3 * * *", timezone: "Nowhere/Land" })).status).toBe(422);
  expect((await preview({ schedule: null })).body).toMatchObject({ rows: [], warnings: [{ code: "never_by_itself" }] });
  const past = await preview({ schedule: "@daily", startDate: "2020-01-01T00:00:00Z", catchup: true });
  expect(past.body).toMatchObject({ warnings: [{ code: "start_in_far_past" }] });
  const future = await preview({ schedule: "@daily", startDate: "2099-01-01T00:00:00Z" });
  expect(future.body.warnings).toEqual([{ code: "start_in_future", params: { startDate: "2099-01-01T00:00:00Z" } }]);
  const never = await preview({ schedule: "0 0 30 2 *" });
  expect(never.body).toMatchObject({ rows: [], warnings: [{ code: "never_fires" }] });
  expect(parseInstant((past.body.onEnable as { oldest: string }).oldest)).toBe(parseInstant("2020-01-01T00:00:00Z"));
});

test("users keep their own preferences", async () => {
  expect((await at.call("GET", "/api/momiji/v1/me/views")).body).toEqual([]);
  expect((await at.call("PUT", "/api/momiji/v1/me/preferences", { theme: "dark" })).status).toBe(204);
  expect((await at.call("GET", "/api/momiji/v1/me/preferences")).body).toEqual({ theme: "dark" });
  const large = { text: "x".repeat(70_000) };
  expect((await at.call("PUT", "/api/momiji/v1/me/preferences", large)).status).toBe(413);
});
