import { newTaskInstance } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiServer } from "./server.ts";

const NOW = 1_773_144_000_000_000;
const TOKEN = "t";
let store: Store;
let server: FastifyInstance;

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:", synchronous: "normal" });
  const clock = { now: () => NOW, setTimer: () => () => undefined };
  const options = {
    store,
    clock,
    token: TOKEN,
    version: "1",
    reserialize: async () => undefined,
    removeDag: async () => undefined,
    onError: () => undefined,
  };
  server = createApiServer(options as never);
  const form = {
    schema: {
      type: "object",
      properties: { count: { type: "number", minimum: 1, description: "How many" } },
      required: ["count"],
    },
    defaults: { count: 2 },
  };
  const input = { kind: "form", options: ["OK", "Later"], assignees: [{ id: "alice", name: "Alice" }], form } as const;
  const task = {
    taskId: "ask",
    operator: "form",
    lane: "input",
    upstream: [],
    input,
    params: { subject: "s" },
  } as const;
  const source = { file: "a.ts" };
  const spec = {
    version: 1,
    dagId: "a",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    tasks: [task],
    source,
  } as const;
  await store.publishFile({ file: "a.ts", bundle: { hash: "h", path: "p" }, dags: [spec], errors: [] }, NOW);
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const birth = { dataIntervalStart: null, dataIntervalEnd: null, runAfter: NOW, conf: {}, dagVersion: 1, note: null };
  const [made] = await store.createRuns(
    [{ ...birth, dagId: "a", runId: "r", runType: "manual", triggeredBy: "ui", logicalDate: NOW }],
    NOW,
  );
  const run = made?.created === true ? made.run : undefined;
  if (run === undefined) throw new Error("the run was expected to be created");
  const attemptId = "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c";
  const instance = { ...newTaskInstance("ask", 0), state: "awaiting_input", tryNumber: 1, attemptId } as const;
  const question = {
    taskId: "ask",
    mapIndex: -1,
    tryNumber: 1,
    attemptId,
    subject: "How many?",
    body: null,
    createdAt: NOW,
    until: null,
  };
  const commit = {
    runKey: run.runKey,
    expectRevision: 0,
    run: { ...run, state: "running" },
    insert: [instance],
    questions: [question],
  } as const;
  await store.commit({ owner: "o", fence, now: NOW, runs: [commit] });
});

afterEach(async () => {
  await server.close();
  await store.close();
});

const ONE = "/api/v2/dags/a/dagRuns/r/taskInstances/ask/-1/hitlDetails";

async function call(
  method: "GET" | "PATCH",
  url: string,
  { user = "alice", ...payload }: { user?: string; [field: string]: unknown } = {},
) {
  const headers = { authorization: `Bearer ${TOKEN}`, "x-momiji-user": user };
  const answer = await server.inject({ method, url, headers, ...(method === "GET" ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json<{ [name: string]: unknown }>() };
}

test("a question is shown as Airflow shows it, alone and in lists", async () => {
  const { status, body } = await call("GET", ONE);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    options: ["OK", "Later"],
    subject: "How many?",
    response_received: false,
    assigned_users: [{ id: "alice", name: "Alice" }],
    params: { count: { value: 2, description: "How many", schema: { type: "number" } } },
    task_instance: { task_id: "ask", state: "awaiting_input" },
  });
  expect((await call("GET", "/api/v2/dags/~/dagRuns/~/hitlDetails?response_received=false")).body).toMatchObject({
    total_entries: 1,
  });
  expect((await call("GET", "/api/v2/dags/a/dagRuns/r/hitlDetails?response_received=true")).body).toMatchObject({
    total_entries: 0,
  });
  expect((await call("GET", `${ONE}/tries/1`)).status).toBe(200);
  expect((await call("GET", `${ONE}/tries/2`)).status).toBe(404);
});

const LIST = "/api/v2/dags/~/dagRuns/~/hitlDetails";

test.each([
  ["dag_id_pattern=A", 1],
  ["dag_id_prefix_pattern=b", 0],
  ["task_id_pattern=a_k", 1],
  ["task_id_pattern=none | sk", 1],
  ["task_id_prefix_pattern=k", 0],
  ["map_index=-1", 1],
  ["map_index=0", 0],
  ["state=awaiting_input&state=success", 1],
  ["state=success", 0],
  ["subject_search=MANY", 1],
  ["body_search=x", 0],
  ["responded_by_user_name=alice", 0],
  ["created_at_gte=2026-03-10T12:00:00Z", 1],
  ["created_at_gt=2026-03-10T12:00:00Z", 0],
  ["limit=0", 1],
])("the list of questions heeds %s", async (query, total) => {
  expect(await call("GET", `${LIST}?${query}`)).toMatchObject({ status: 200, body: { total_entries: total } });
});

test.each(["limit=many", "limit=-1", "offset=99999999999999999999", "map_index=x", "response_received=maybe"])(
  "the list of questions refuses %s",
  async (query) => expect((await call("GET", `${LIST}?${query}`)).status).toBe(422),
);

test("the list of questions takes every order of Airflow's, and no other", async () => {
  const orders = ["ti_id", "subject", "responded_at", "created_at", "responded_by_user_id", "responded_by_user_name"];
  const ofRows = ["dag_id", "run_id", "task_display_name", "run_after", "rendered_map_index"];
  const all = [...orders, ...ofRows, "task_instance_operator", "task_instance_state"];
  for (const name of [...all, ...all.map((name) => `-${name}`)]) {
    expect([name, (await call("GET", `${LIST}?order_by=${name}&order_by=ti_id`)).status]).toEqual([name, 200]);
  }
  expect((await call("GET", `${LIST}?order_by=nothing`)).status).toBe(400);
});

test("home has it, with those who alone may answer", async () => {
  const { body } = await call("GET", "/api/momiji/v1/home");
  expect(body).toMatchObject({ hitl: [{ subject: "How many?", assignedTo: ["Alice"] }], totals: { hitl: 1 } });
});

test("the first answer is kept and put into the inbox, a second one is a conflict", async () => {
  const first = await call("PATCH", ONE, { chosen_options: ["OK"], params_input: { count: 5 } });
  expect(first).toMatchObject({
    status: 200,
    body: { responded_by: { id: "alice", name: "alice" }, chosen_options: ["OK"], params_input: { count: 5 } },
  });
  expect((await call("PATCH", ONE, { chosen_options: ["Later"] })).status).toBe(409);
  expect(await store.readInbox(10)).toMatchObject([{ event: { type: "answered", answer: { chosenOptions: ["OK"] } } }]);
  expect((await call("GET", ONE)).body).toMatchObject({ response_received: true, chosen_options: ["OK"] });
  const { entries } = await store.listEventLogs({ event: "update_hitl_detail" });
  expect(entries).toMatchObject([
    {
      owner: "alice",
      dagId: "a",
      runId: "r",
      taskId: "ask",
      mapIndex: -1,
      tryNumber: 1,
      extra: { chosen_options: ["OK"], params_input: ["count"], from: "127.0.0.1" },
    },
  ]);
});

test("of answers that come at once one is taken", async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => call("PATCH", ONE, { chosen_options: ["OK"] })));
  expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  expect(await store.readInbox(10)).toHaveLength(1);
});

test.each([
  ["somebody who is not asked", { chosen_options: ["OK"], user: "bob" }, 403],
  ["an option that there is not", { chosen_options: ["No"], user: "alice" }, 422],
  ["two options where one is asked for", { chosen_options: ["OK", "Later"], user: "alice" }, 422],
  ["no option", { chosen_options: [], user: "alice" }, 422],
  ["a field against its schema", { chosen_options: ["OK"], params_input: { count: 0 }, user: "alice" }, 400],
  ["a field that there is not", { chosen_options: ["OK"], params_input: { other: 1 }, user: "alice" }, 400],
])("%s is refused, and changes nothing", async (_what, payload, status) => {
  expect((await call("PATCH", ONE, payload)).status).toBe(status);
  expect(await store.readInbox(10)).toEqual([]);
});

test("what does not ask is not found", async () => {
  expect((await call("GET", ONE.replace("ask", "other"))).status).toBe(404);
  expect((await call("GET", ONE.replace("/r/", "/none/"))).status).toBe(404);
});
