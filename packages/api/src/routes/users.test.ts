import type { DagSpec } from "@momiji/core";
import { expect, test } from "vitest";
import { callerOf, LOCAL, testServer } from "../access/signed-in.testing.ts";

const USERS = "/auth/fab/v1/users";
const ROLES = "/auth/fab/v1/roles";

const AOI = {
  username: "aoi",
  first_name: "Aoi",
  last_name: "Mori",
  email: "aoi@example.com",
  roles: [{ name: "User" }],
};

test("users are made, listed, changed and removed, and no answer or log holds their password", async () => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  const password = "hunter2 hunter2";
  const { status, body } = await call("POST", USERS, { ...AOI, password });
  expect([status, body]).toMatchObject([200, { ...AOI, active: true, last_login: null, login_count: 0 }]);
  expect((await call("POST", USERS, AOI)).status).toBe(409);
  expect((await call("GET", USERS)).body).toMatchObject({ total_entries: 2, users: [{ username: "aoi" }, {}] });
  const login = callerOf(at.server, {});
  expect((await login("POST", "/auth/token", { username: "aoi", password })).status).toBe(201);
  const changed = await call("PATCH", `${USERS}/aoi`, { email: "new@example.com", roles: [{ name: "Viewer" }] });
  expect(changed.body).toMatchObject({ email: "new@example.com", roles: [{ name: "Viewer" }], first_name: "Aoi" });
  expect((await call("PATCH", `${USERS}/aoi`, { username: "other" })).status).toBe(400);
  expect((await call("DELETE", `${USERS}/aoi`)).status).toBe(204);
  expect((await call("GET", `${USERS}/aoi`)).status).toBe(404);
  const { entries } = await at.store.listEventLogs({ owner: "root" });
  expect(entries).toMatchObject([
    { event: "create_user", extra: { username: "aoi", after: { email: "aoi@example.com" }, from: "127.0.0.1" } },
    {
      event: "edit_user",
      extra: { before: { roles: ["User"] }, after: { roles: ["Viewer"] }, password_changed: false },
    },
    { event: "delete_user", extra: { before: { roles: ["Viewer"] } } },
  ]);
  expect(JSON.stringify([entries, body, changed.body])).not.toMatch(/hunter2|scrypt/);
});

test.each([
  ["a short password", { ...AOI, password: "short" }, 422],
  ["a role that does not exist", { ...AOI, roles: [{ name: "None" }] }, 404],
  ["an unknown field", { ...AOI, is_admin: true }, 422],
])("%s makes no user", async (_what, user, status) => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  expect((await call("POST", USERS, user)).status).toBe(status);
  expect(await at.store.listUsers()).toHaveLength(1);
});

test("what is taken away is gone with the next request", async () => {
  const at = await testServer();
  const root = callerOf(at.server, { authorization: `Bearer ${LOCAL}` });
  const changes = [{ roles: [{ name: "Viewer" }] }, { active: false }, { password: "another long one" }];
  for (const [index, change] of changes.entries()) {
    const { call } = await at.user(`u${index}`, ["Op"]);
    expect((await call("GET", "/api/v2/variables")).status).toBe(200);
    await root("PATCH", `${USERS}/u${index}`, change);
    expect((await call("GET", "/api/v2/variables")).status).toBe(401);
  }
});

test("the last administrator stays", async () => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  for (const change of [{ active: false }, { roles: [] }])
    expect((await call("PATCH", `${USERS}/root`, change)).body.code).toBe("last_admin");
  expect((await call("DELETE", `${USERS}/root`)).body.code).toBe("last_admin");
  await at.user("second", ["Admin"]);
  expect((await call("DELETE", `${USERS}/root`)).status).toBe(204);
});

test("roles of one's own are made of Airflow's permissions, those of every installation stay as they are", async () => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  const action = (name: string, resource: string) => ({ action: { name }, resource: { name: resource } });
  const analysts = { name: "Analysts", actions: [action("can_read", "DAG:etl"), action("can_read", "DAG Runs")] };
  expect((await call("POST", ROLES, analysts)).body).toEqual(analysts);
  expect((await call("POST", ROLES, analysts)).status).toBe(409);
  expect((await call("POST", ROLES, { name: "Viewer" })).status).toBe(409);
  const guest = await at.user("guest", ["Analysts"]);
  expect((await guest.call("GET", "/api/v2/dags/etl/dagRuns/none")).status).toBe(404);
  expect((await guest.call("GET", "/api/v2/dags/other/dagRuns/none")).status).toBe(403);
  const wrong = { actions: [action("can_fly", "DAG Runs")] };
  expect((await call("PATCH", `${ROLES}/Analysts`, wrong)).body.code).toBe("no_such_permission");
  await call("PATCH", `${ROLES}/Analysts`, { actions: [action("can_read", "DAG Runs")] });
  expect((await guest.call("GET", "/api/v2/dags/etl/dagRuns/none")).status).toBe(403);
  for (const method of ["PATCH", "DELETE"] as const)
    expect((await call(method, `${ROLES}/Admin`, { actions: [] })).body.code).toBe("role_is_built_in");
  expect((await call("DELETE", `${ROLES}/Analysts`)).status).toBe(204);
  expect((await guest.call("GET", "/api/v2/dags/etl/dagRuns/none")).status).toBe(401);
  const { body } = await call("GET", ROLES);
  expect((body.roles as { name: string }[]).map(({ name }) => name)).toEqual(["Viewer", "User", "Op", "Admin"]);
});

test("what a user may do in a DAG is told with the role that says so", async () => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  const publish = { file: "etl.ts", bundle: { hash: "h", path: "/b" }, errors: [] };
  await at.store.publishFile({ ...publish, dags: [ETL] }, at.clock.now);
  await call("POST", ROLES, {
    name: "Etl",
    actions: [permission("can_edit", "DAG:etl"), permission("can_read", "DAG Runs")],
  });
  await at.user("sato", ["Viewer", "Etl"]);
  const { status, body } = await call("GET", "/api/momiji/v1/users/sato/rights?dag_id=etl");
  expect(status).toBe(200);
  const rights = body["rights"] as { entity: string; may: string }[];
  const right = (entity: string, may: string) => rights.find((each) => each.entity === entity && each.may === may);
  expect(right("dag", "read")).toMatchObject({
    allowed: true,
    because: [{ role: "Viewer", permission: "can_read on DAGs" }],
  });
  expect(right("dag", "edit")).toMatchObject({
    allowed: true,
    because: [{ role: "Etl", permission: "can_edit on DAG:etl" }],
  });
  expect(right("run", "create")).toMatchObject({
    allowed: false,
    because: [
      { role: null, permission: "can_create on DAG Runs" },
      { role: "Etl", permission: "can_edit on DAG:etl" },
    ],
  });
});

test("an administrator sees what somebody is signed in with, and ends it", async () => {
  const at = await testServer();
  const { call } = await at.user("root", ["Admin"]);
  const sato = await at.user("sato", ["Viewer"]);
  const tokens = "/api/momiji/v1/users/sato/tokens";
  const { body } = await call("GET", tokens);
  expect(body).toMatchObject({ tokens: [{ kind: "personal", name: "sato", scopes: null }], total_entries: 1 });
  const [{ id }] = body["tokens"] as [{ id: number }];
  expect((await sato.call("GET", "/api/momiji/v1/me")).status).toBe(200);
  expect((await call("DELETE", `${tokens}/${id}`)).status).toBe(204);
  expect((await sato.call("GET", "/api/momiji/v1/me")).status).toBe(401);
  expect((await call("DELETE", `${tokens}/${id}`)).status).toBe(404);
});

const permission = (action: string, resource: string) => ({ action: { name: action }, resource: { name: resource } });

const ETL: DagSpec = {
  version: 1,
  dagId: "etl",
  schedule: { kind: "none" },
  timezone: "UTC",
  catchup: false,
  templateStyle: "json",
  isPausedUponCreation: false,
  source: { file: "etl.ts" },
  tags: [],
  tasks: [],
  groups: [],
};
