/** The page that greets, the search, and the log for people who read it. */
import { HOUR, type LogRecord, type TaskInstance } from "@momiji/core";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";
import type { LogName } from "../log-reader.ts";

const RECORDS: readonly LogRecord[] = ["begin", "a Warning", "no such file", "end"].map((message, at) => ({
  seq: at + 1,
  at: NOW + at * 1_000_000,
  level: (["info", "warning", "error", "info"] as const)[at] ?? "info",
  source: at === 2 ? "stderr" : "stdout",
  message,
}));

const ORDERS = { kind: "asset", name: "orders", uri: "s3://bucket/orders.csv" } as const;

let at: TestServer;
const asked: LogName[] = [];

const failed = (message: string): Partial<TaskInstance> => ({
  taskId: "load",
  state: "failed",
  tryNumber: 2,
  attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
  outcome: { kind: "failed", code: "exit_code", message, retryable: true },
});

beforeEach(async () => {
  const nightly = chainOf("nightly", ["one"], {
    schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" },
    startDate: "2026-03-01T00:00:00Z",
    displayName: "Every night",
    tags: ["gold"],
  });
  const logs = {
    async *read(name: LogName, from: number) {
      asked.push(name);
      yield await Promise.resolve(RECORDS.filter(({ seq }) => seq >= from));
    },
  };
  at = await openTestServer([chainOf("etl", ["load"]), nightly], { logs });
});

afterEach(() => at.close());

test("home has what runs, what failed for the same reason together, and what comes next", async () => {
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [failed("exit code 1 after 12 s")] });
  await runOf(at, "etl", { runId: "r2", state: "failed", instances: [failed("exit code 1 after 44 s")] });
  await runOf(at, "etl", { runId: "r3", state: "running", instances: [failed("exit code 1"), { taskId: "x" }] });
  await at.call("PATCH", "/api/v2/dags/nightly", { is_paused: false });
  const { status, body } = await at.call("GET", "/api/momiji/v1/home");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    counts: { active: 1, failed: 2, success: 0 },
    running: [{ dagId: "etl", runId: "r3", state: "running", tasks: { done: 1, all: 2 }, usualMs: 1000 }],
    failures: [
      { dagId: "etl", taskId: "load", runs: ["r2", "r1"], blocked: 0, fixed: false, headline: "no such file" },
    ],
    dags: { all: 2, paused: 1 },
    next: [{ dagId: "nightly", runAfter: "2026-03-10T00:00:00Z" }],
    history: [["2026-03-10T12:00:00Z", { success: 0, failed: 2 }]],
    hitl: [],
    importErrors: [],
  });
  expect(body.pools).toMatchObject([{ name: "default_pool" }]);
});

test("home says after how many good runs a failure came, and nothing of those before another one", async () => {
  const run = async (state: "success" | "failed", hour: number, message = "") => {
    const instances = state === "failed" ? [failed(message)] : [];
    await runOf(at, "etl", { runId: `r${hour}`, state, instances, runAfter: NOW + hour * HOUR });
  };
  await run("success", 0);
  await run("failed", 1, "no table");
  await run("success", 2);
  await run("success", 3);
  await run("failed", 4, "no disk");
  await run("failed", 5, "no disk");
  const { body } = await at.call("GET", "/api/momiji/v1/home");
  expect(body.failures).toMatchObject([
    { title: "no disk", runs: ["r5", "r4"], goodBefore: 2 },
    { title: "no table", runs: ["r1"], goodBefore: 1 },
  ]);
});

test("home says how many there are of what it lists the first of, and which DAGs wait for a failure", async () => {
  const tasks = chainOf("busy", ["load", "report"]).tasks.map((task) => ({ ...task, outlets: [ORDERS] }));
  const eats = chainOf("eats", ["one"], { schedule: { kind: "assets", condition: ORDERS } });
  const busy = await openTestServer([chainOf("busy", [], { tasks }), eats]);
  onTestFinished(() => busy.close());
  const errors = [{ message: "no such module", line: 14 }];
  await busy.store.publishFile({ file: "broken.ts", bundle: { hash: "b", path: "/b" }, dags: [], errors }, NOW);
  for (let run = 0; run < 26; run++) {
    const message = `reason ${String.fromCodePoint(97 + run)}`;
    const outcome = { kind: "failed", code: "exit_code", message, retryable: true } as const;
    await runOf(busy, "busy", {
      runId: `r${run}`,
      state: "failed",
      instances: [
        { ...failed(""), outcome },
        { taskId: "report", state: "upstream_failed" },
      ],
    });
  }
  const { body } = await busy.call("GET", "/api/momiji/v1/home");
  expect(body.failures).toHaveLength(25);
  expect(body.totals).toEqual({ failures: 26, hitl: 0, importErrors: 1, late: 0, next: 0 });
  expect(body.failures).toMatchObject([{ blocked: 1, blockedDags: 1 }, ...Array.from({ length: 24 }, () => ({}))]);
  expect(body.importErrors).toMatchObject([{ file: "broken.ts", line: 14, message: "no such module" }]);
});

test("of a run that is late home says what it waits for; one that has ended is no longer late", async () => {
  await runOf(at, "etl", { runId: "waits", state: "queued", instances: [] });
  await runOf(at, "etl", { runId: "ended", state: "failed", instances: [] });
  const { fence } = await at.store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const runs = (await at.store.listRuns({ dagId: "etl" })).map(({ runKey, runId, revision: expectRevision }) => {
    const base = { runKey, dagId: "etl", runId, name: "by noon", ordinal: 0, queuedAt: NOW, createdAt: NOW };
    const missed = { ...base, state: "missed", dueAt: NOW - 60_000_000, endedAt: NOW } as const;
    return { runKey, expectRevision, deadlines: [missed] };
  });
  await at.store.commit({ owner: "o", fence, now: NOW, runs });
  await at.call("PATCH", "/api/v2/dags/etl", { is_paused: true });
  const { body } = await at.call("GET", "/api/momiji/v1/home");
  const late = body.late as readonly { readonly runId: string; readonly why: { readonly code: string } | null }[];
  expect(late.map(({ runId, why }) => [runId, why?.code ?? null])).toEqual([["waits", "dag_paused"]]);
  expect(body.totals).toMatchObject({ late: 1 });
});

test("things are found by a part of their names", async () => {
  await runOf(at, "etl", { runId: "by_night", state: "success", instances: [] });
  const find = async (query: string) => (await at.call("GET", `/api/momiji/v1/search?${query}`)).body.results;
  expect(await find("q=night")).toMatchObject([
    { kind: "dag", id: "nightly", title: "Every night" },
    { kind: "run", id: "by_night" },
  ]);
  expect(await find("q=oad&kinds=task")).toMatchObject([
    { kind: "task", id: "load", title: "load", dagId: "etl", href: "/dags/etl/tasks/load" },
  ]);
  expect(await find("q=EVERY&kinds=dag")).toMatchObject([{ id: "nightly" }]);
  expect(await find("q=default&kinds=pool&kinds=none")).toMatchObject([{ kind: "pool", id: "default_pool" }]);
  expect(await find("q=EVERY+ight&kinds=dag")).toMatchObject([{ id: "nightly" }]);
  expect(await find("q=%25")).toEqual([]);
});

test("an index of all DAGs is sent once", async () => {
  const path = "/api/momiji/v1/search/index";
  const { body, headers } = await at.call("GET", path);
  expect(body.dags).toEqual([
    ["etl", "etl", [], []],
    ["nightly", "Every night", ["gold"], []],
  ]);
  expect((await at.callWith({ "if-none-match": headers["etag"] as string }, "GET", path)).status).toBe(304);
});

test("a log is read by numbers, from its end, by level, and searched", async () => {
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [failed("exit code 1")] });
  const path = "/api/momiji/v1/dags/etl/dagRuns/r1/taskInstances/load/-1/attempts/2/log";
  const lines = async (query: string) => {
    const { text } = await at.call("GET", `${path}${query}`);
    return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as { n: number; m: string }]));
  };
  expect(await lines("?from=2&limit=2")).toMatchObject([
    { n: 2, lv: "warning" },
    { n: 3, src: "stderr" },
  ]);
  expect((await lines("?tail=1")).map(({ n }) => n)).toEqual([4]);
  expect((await lines("?before=3")).map(({ n }) => n)).toEqual([1, 2]);
  expect((await lines("?level=error&level=warning")).map(({ n }) => n)).toEqual([2, 3]);
  expect((await at.call("GET", `${path}/raw`)).text).toBe("begin\na Warning\nno such file\nend\n");
  expect((await at.call("GET", `${path}/index`)).body).toEqual({
    lines: 4,
    characters: 29,
    last: 4,
    levels: { info: 2, warning: 1, error: 1 },
    errors: [3],
    groups: [],
    sources: ["stderr", "stdout"],
    complete: true,
  });
  expect((await at.call("GET", `${path}/search?q=warn`)).body).toEqual({ hits: [2], total: 1 });
  expect(asked.at(-1)).toEqual({ dagId: "etl", runId: "r1", taskId: "load", mapIndex: -1, tryNumber: 2 });
  expect((await at.call("GET", path.replace("attempts/2", "attempts/3"))).status).toBe(404);
  expect((await at.call("GET", path.replace("/-1/", "/x/"))).status).toBe(422);
});

test("a failure has the lines around it, what went well before, and how often it came", async () => {
  await runOf(at, "etl", {
    runId: "r0",
    state: "success",
    instances: [{ taskId: "load", state: "success", tryNumber: 1 }],
  });
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [failed("exit code 1 after 12 s")] });
  await runOf(at, "etl", { runId: "r2", state: "failed", instances: [failed("exit code 1 after 13 s")] });
  const path = "/api/momiji/v1/dags/etl/dagRuns/r2/taskInstances/load/-1/attempts/2/failure";
  const { body } = await at.call("GET", path);
  expect(body).toMatchObject({
    code: "exit_code",
    title: "exit code 1 after 13 s",
    excerpt: { from: 1, lines: [{ n: 1 }, { n: 2 }, { n: 3, lv: "error", m: "no such file" }] },
    lastSuccess: { runId: "r0", version: 1 },
    changed: [],
    sameErrorRuns: 1,
    blocks: { tasks: [] },
  });
  expect((await at.call("GET", path.replace("attempts/2", "attempts/1"))).status).toBe(404);
  expect((await at.call("GET", path.replace("r2", "r0").replace("attempts/2", "attempts/1"))).status).toBe(404);
});
