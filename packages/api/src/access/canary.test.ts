/** Secrets in every place that holds one: no answer, log, error or metric ever shows them. */
import { expect, test } from "vitest";
import type { AnsweredRequest } from "../api-options.ts";
import { installation, OWN, urlOf } from "./matrix.testing.ts";
import { hashPassword } from "./password.ts";
import { hashSecret } from "./secret.ts";
import { callerOf } from "./signed-in.testing.ts";

const CANARY = "canary-5f1c";

test("no answer, error, entry of the log, or metric shows a secret", async () => {
  const seen: AnsweredRequest[] = [];
  const at = await installation({ onAnswered: (request) => seen.push(request) });
  const password = `${CANARY}-password`;
  const root = await at.user("root", ["Admin"], { password: await hashPassword(password, { log2N: 4, r: 8, p: 1 }) });
  const told: string[] = [];
  const send = async (...asked: Parameters<typeof root.call>) => {
    const answer = await root.call(...asked);
    told.push(`${asked[0]} ${asked[1]}: ${JSON.stringify([answer.body, answer.headers])}`);
    return answer;
  };
  const connection = {
    connection_id: "canary",
    conn_type: "http",
    login: "someone",
    password,
    extra: JSON.stringify({ api_key: `${CANARY}-key` }),
  };
  const made = [
    await send("POST", "/api/v2/connections", connection),
    await send("POST", "/api/v2/variables", { key: "my_api_secret", value: `${CANARY}-variable` }),
    await send("PATCH", "/api/v2/variables/my_api_secret", { key: "my_api_secret", value: `${CANARY}-variable-2` }),
    await send("PATCH", "/api/v2/connections", {
      actions: [{ action: "create", entities: [{ ...connection, connection_id: "second" }] }],
    }),
    await send("POST", "/auth/fab/v1/users", { username: "aoi", password, roles: [{ name: "Viewer" }] }),
    await send("PATCH", "/auth/fab/v1/users/aoi", { password: `${password}-2` }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 200, 200, 200, 200]);
  // Refused with the secret in it, in the path, in the query, and in a header.
  await send("POST", "/api/v2/connections", { ...connection, port: "no number" });
  await send("POST", "/auth/fab/v1/users", { username: "x", password: { CANARY: 1 } });
  await callerOf(at.server, { authorization: `Bearer ${CANARY}-token` })("GET", "/api/v2/pools");
  const login = await callerOf(at.server, {})("POST", "/auth/login", { username: "root", password });
  const wrong = await callerOf(at.server, {})("POST", "/auth/token", { username: password, password });
  told.push(JSON.stringify(wrong), JSON.stringify(login.body));
  for (const route of at.routes) {
    if (route.method !== "GET" || ["logout", "stream_events", "get_events"].includes(route.operationId)) continue;
    const ids = { ...at.ids[OWN], variable_key: "my_api_secret", connection_id: "canary", username: "aoi" } as never;
    await send("GET", urlOf(route, ids, OWN));
  }
  told.push(JSON.stringify(await at.store.listEventLogs({ limit: 1000 })), JSON.stringify(seen));
  told.push(...at.errors.map((error) => String((error as Error).stack)));
  const secrets = [CANARY, "scrypt$", hashSecret(root.token), root.token];
  expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
});

test("what is changed outside of DAGs is in the event log: who, what, from where", async () => {
  const at = await installation();
  const { call } = await at.user("root", ["Admin"]);
  await call("POST", "/api/v2/pools", { name: "small", slots: 1 });
  await call("PATCH", "/api/v2/pools/small", { slots: 2 });
  await call("PATCH", "/api/v2/pools/none", { slots: 2 });
  await call("POST", "/api/v2/variables", { key: "k", value: "what it is" });
  await call("DELETE", "/api/v2/pools/small");
  const { entries } = await at.store.listEventLogs({ owner: "root" });
  const from = "127.0.0.1";
  const pool = { name: "small", slots: 1, description: null, includeDeferred: false };
  const larger = { ...pool, slots: 2 };
  const variable = { key: "k", value: "***", description: null };
  expect(entries.map(({ event, extra }) => [event, extra])).toEqual([
    ["post_pool", { body: { name: "small", slots: 1 }, after: pool, from, how: "token" }],
    ["patch_pool", { pool_name: "small", body: { slots: 2 }, before: pool, after: larger, from, how: "token" }],
    ["post_variable", { body: { key: "k", value: "***" }, after: variable, from, how: "token" }],
    ["delete_pool", { pool_name: "small", before: larger, from, how: "token" }],
  ]);
});

test("many changes at once are in the event log, each with what was before and after, and without secrets", async () => {
  const at = await installation();
  const { call } = await at.user("root", ["Admin"]);
  const connection = {
    connection_id: "db",
    conn_type: "http",
    host: "h",
    login: "me",
    password: "p4ss",
    extra: '{"a": "3xtra"}',
  };
  const actions = [
    { action: "create", entities: [connection] },
    {
      action: "update",
      entities: [
        { ...connection, host: "other" },
        { ...connection, connection_id: "none" },
      ],
    },
    { action: "delete", entities: ["db", "none"], action_on_non_existence: "skip" },
  ];
  expect((await call("PATCH", "/api/v2/connections", { actions })).status).toBe(200);
  const [entry] = (await at.store.listEventLogs({ event: "bulk_connections" })).entries;
  const plain = { connectionId: "db", type: "http", description: null, login: "***", schema: null, port: null };
  const [old, changed] = [
    { ...plain, host: "h" },
    { ...plain, host: "other" },
  ];
  expect(entry?.extra?.changes).toEqual([
    { before: null, after: old },
    { before: old, after: changed },
    { before: changed, after: null },
  ]);
  expect(JSON.stringify(entry)).not.toMatch(/p4ss|"me"|3xtra/);
});

test("what is done to DAGs and runs is in the event log with where it came from", async () => {
  const at = await installation();
  const { call } = await at.user("root", ["Admin"]);
  const runs = `/api/v2/dags/${OWN}/dagRuns`;
  await call("PATCH", `/api/v2/dags/${OWN}`, { is_paused: false });
  await call("PATCH", `/api/v2/dags?dag_id_pattern=${OWN}`, { is_paused: false });
  await call("POST", runs, { dag_run_id: "asked", logical_date: null });
  await call("PATCH", `${runs}/asked`, { note: "n" });
  await call("POST", `${runs}/asked/clear`, { dry_run: false });
  await call("POST", `/api/v2/dags/${OWN}/clearTaskInstances`, { dry_run: false, dag_run_id: "asked" });
  await call("PATCH", `${runs}/asked`, { state: "failed" });
  await call("DELETE", `${runs}/asked`);
  const { entries } = await at.store.listEventLogs({ owner: "root", dagId: OWN });
  expect(entries.map(({ event, extra }) => [event, extra?.from])).toEqual(
    [
      "patch_dag",
      "patch_dags",
      "trigger_dag_run",
      "patch_dag_run",
      "clear_dag_run",
      "post_clear_task_instances",
      "patch_dag_run",
      "delete_dag_run",
    ].map((event) => [event, "127.0.0.1"]),
  );
});
