/** Why attempts have failed, whatever ran them. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DagSpec, Json, LogRecord, TaskInstance, TaskSpec } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";
import { ADVICE_PAGES } from "../views/failure-advice.ts";

let at: TestServer;
let lines: readonly Partial<LogRecord>[] = [];

const asset = { kind: "asset", name: "orders", uri: "s3://orders" } as const;

const task = (taskId: string, more: Partial<TaskSpec> = {}): TaskSpec => ({
  taskId,
  operator: "bash",
  lane: "process",
  upstream: [],
  ...more,
});

const etl: DagSpec = chainOf("etl", [], {
  tasks: [
    task("load"),
    task("check", { upstream: ["load"], operator: "function", lane: "function" }),
    task("mart", { upstream: ["check"], outlets: [asset] }),
    task("tell", { upstream: ["mart"], operator: "triggerDagRun", lane: "async", params: { dagId: "board" } }),
    task("wait", { operator: "fileSensor", lane: "async" }),
    task("box", { operator: "dockerRun", lane: "job", params: { image: "app:1" } }),
    task("pod", { operator: "kubernetesPod", lane: "job" }),
    task("ecs", { operator: "ecsRunTask", lane: "job" }),
    task("batch", { operator: "batchSubmitJob", lane: "job" }),
  ],
  assets: [asset],
});

beforeEach(async () => {
  lines = [];
  const logs = {
    async *read() {
      const whole = lines.map((line, index) => ({ seq: index + 1, at: NOW, level: "info", source: "stdout", ...line }));
      yield await Promise.resolve(whole as readonly LogRecord[]);
    },
  };
  const billing = chainOf("billing", ["one"], { schedule: { kind: "assets", condition: asset }, assets: [asset] });
  at = await openTestServer([etl, billing, chainOf("board", ["one"])], { logs });
});

afterEach(() => at.close());

const failedWith = (
  taskId: string,
  [code, message]: readonly [code: string, message: string],
  more: object = {},
): Partial<TaskInstance> => ({
  taskId,
  state: "failed",
  tryNumber: 1,
  outcome: { kind: "failed", code, message, retryable: true, ...more },
});

async function failureOf(taskId: string, { runId = "r1", tryNumber = 1 } = {}) {
  const path = `/api/momiji/v1/dags/etl/dagRuns/${runId}/taskInstances/${taskId}/-1/attempts/${tryNumber}/failure`;
  const { status, body } = await at.call("GET", path);
  expect(status).toBe(200);
  return body;
}

const run = (instances: readonly Partial<TaskInstance>[], runId = "r1") =>
  runOf(at, "etl", { runId, state: "failed", instances });

test("a command: its exit code, the line that says why, and what waits for it", async () => {
  lines = [
    { message: "starting" },
    { message: 'relation "orders_2026" does not exist', source: "stderr", level: "error" },
    { message: "bye" },
  ];
  await run([failedWith("load", ["exit_code", "the command ended with exit code 3"], { exitCode: 3 })]);
  expect(await failureOf("load")).toMatchObject({
    code: "exit_code",
    title: "the command ended with exit code 3",
    params: { exitCode: 3 },
    headline: 'relation "orders_2026" does not exist',
    excerpt: { from: 1, lines: [{ n: 1 }, { n: 2, src: "stderr" }] },
    frames: [],
    external: null,
    causes: [],
    blocks: { tasks: ["check", "mart", "tell"], dags: ["billing", "board"] },
    advice: [{ code: "exit_code", href: "guides/bash.md" }],
  });
});

test("a function: the author's places are told apart from those of others", async () => {
  const detail = [
    "TypeError: no rows",
    "    at rowsOf (team/orders.ts:14:9)",
    "    at async file:///opt/momiji/packages/worker/dist/child.js:3:11",
    "    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)",
    "    at run (node_modules/pg/lib/client.js:526:17)",
  ].join("\n");
  await run([failedWith("check", ["exception", "no rows"], { detail, errorName: "TypeError" })]);
  const body = await failureOf("check");
  expect(body).toMatchObject({ errorName: "TypeError", advice: [{ code: "exception" }] });
  expect(
    (body.frames as unknown as { file: string; line: number; own: boolean }[]).map(({ file, line, own }) => [
      file,
      line,
      own,
    ]),
  ).toEqual([
    ["team/orders.ts", 14, true],
    ["/opt/momiji/packages/worker/dist/child.js", 3, false],
    ["node:internal/process/task_queues", 104, false],
    ["node_modules/pg/lib/client.js", 526, false],
  ]);
});

test("a sensor whose time is up", async () => {
  await run([failedWith("wait", ["sensor_timeout", "nothing came within 60 s"], { retryable: false })]);
  expect(await failureOf("wait")).toMatchObject({
    code: "sensor_timeout",
    advice: [{ code: "sensor_timeout", href: "concepts/sensors-and-deferral.md" }],
    blocks: { tasks: [], dags: [] },
  });
});

const job = (handle: Json) => ({ job: { handle, said: { at: NOW, message: "it has ended" } } });

const ARN = "arn:aws:ecs:eu-west-1:123456789012:task/main/0123abcd";

const JOBS = {
  box: [
    { host: "unix:///x", id: "c0ffee", name: "n", engine: "e" },
    { kind: "docker", id: "c0ffee", href: null },
  ],
  pod: [
    { server: "https://k", namespace: "jobs", name: "load-1", uid: "u" },
    { kind: "pod", id: "jobs/load-1", href: null },
  ],
  ecs: [
    {
      region: "eu-west-1",
      cluster: "main",
      taskArns: [ARN],
      main: null,
      essential: null,
      containers: [{ container: "app", group: "/ecs/jobs", region: "eu-west-1", prefix: "run" }],
    },
    {
      kind: "ecs",
      id: ARN,
      href: "https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/main/tasks/0123abcd?region=eu-west-1",
      logs: [
        {
          name: "app",
          href: "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fjobs/log-events/run$252Fapp$252F0123abcd",
        },
      ],
    },
  ],
  batch: [
    { region: "eu-west-1", jobId: "j-1" },
    {
      kind: "batch",
      id: "j-1",
      href: "https://eu-west-1.console.aws.amazon.com/batch/home?region=eu-west-1#jobs/detail/j-1",
    },
  ],
} as const;

test.each(Object.entries(JOBS))(
  "a job outside (%s): what it is called there, and where to look",
  async (taskId, [handle, external]) => {
    const detail = "what to do: raise `memory`";
    await run([{ ...failedWith(taskId, ["memory", "killed"], { exitCode: 137, detail }), ...job(handle) }]);
    const body = await failureOf(taskId);
    expect(body).toMatchObject({
      external: { ...external, exitCode: 137, reason: "it has ended" },
      advice: [{ code: "memory", text: "raise `memory`" }],
    });
  },
);

test("what never began names what failed above it, however far", async () => {
  await run([
    failedWith("load", ["exit_code", "the command ended with exit code 3"]),
    { taskId: "check", state: "upstream_failed" },
    { taskId: "mart", state: "upstream_failed" },
  ]);
  expect(await failureOf("mart", { tryNumber: 0 })).toMatchObject({
    code: "upstream_failed",
    title: "load failed: the command ended with exit code 3",
    causes: [{ taskId: "load", mapIndex: -1, tryNumber: 1, state: "failed", code: "exit_code" }],
    excerpt: { from: null, lines: [] },
    blocks: { tasks: ["tell"], dags: ["billing", "board"] },
  });
});

test("what has changed since it last went well, and how often the same came", async () => {
  await run([{ taskId: "box", state: "success", tryNumber: 1, worker: "w-1" }], "r0");
  await run([failedWith("box", ["exit_code", "ended with exit code 1 after 12 s"])], "r1");
  await run([failedWith("box", ["memory", "killed"])], "r2");
  const tasks = etl.tasks.map((each) =>
    each.taskId === "box" ? { ...each, params: { image: "app:2" }, pool: "big" } : each,
  );
  const bundle = { hash: "second", path: "/b2" };
  await at.store.publishFile({ file: "etl.ts", bundle, dags: [{ ...etl, tasks }], errors: [] }, NOW);
  await at.call("POST", "/api/v2/dags/etl/dagRuns", { dag_run_id: "r3", logical_date: null, conf: { secret: "hush" } });
  const found = await at.store.findRun("etl", "r3");
  if (found === null) throw new Error("the run was expected to be there");
  const insert = [{ ...failedWith("box", ["exit_code", "ended with exit code 1 after 44 s"]), worker: "w-2" }];
  const [template] = (await at.store.findRun("etl", "r1"))?.instances ?? [];
  const changes = { insert: insert.map((each) => ({ ...template, ...each }) as TaskInstance), update: [] };
  const { runKey, revision } = found.run;
  await at.store.act({ now: NOW, runs: [{ runKey, expectRevision: revision, changes }], events: [] });
  const body = await failureOf("box", { runId: "r3" });
  expect(body).toMatchObject({
    lastSuccess: { runId: "r0", version: 1 },
    changed: [
      { what: "code", from: 1, to: 2 },
      { what: "task", to: ["pool"] },
      { what: "image", from: "app:1", to: "app:2" },
      { what: "params", to: ["image"] },
      { what: "conf", to: ["secret"] },
      { what: "worker", from: "w-1", to: "w-2" },
    ],
    unchanged: [],
    sameErrorRuns: 1,
  });
  expect(await failureOf("box", { runId: "r2" })).toMatchObject({
    changed: [],
    unchanged: ["code", "image", "params", "conf"],
  });
  expect(JSON.stringify(body)).not.toContain("hush");
});

test("every page that advice names is there, with its heading", () => {
  for (const href of ADVICE_PAGES) {
    const [page = "", heading] = href.split("#");
    const file = fileURLToPath(new URL(`../../../../docs/${page}`, import.meta.url));
    expect([href, existsSync(file)]).toEqual([href, true]);
    if (heading !== undefined) expect(readFileSync(file, "utf8").toLowerCase()).toContain(`\n## ${heading}\n`);
  }
});
