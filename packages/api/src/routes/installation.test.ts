/** What the installation tells about itself, tests of connections that go on beside, and files that are read again. */
import { expect, onTestFinished, test } from "vitest";
import { chainOf, NOW, openTestServer, type TestServer } from "../api-server.testing.ts";
import type { ApiOptions } from "../api-options.ts";
import { fileToken } from "../file-token.ts";
import type { Installation } from "../installation.ts";
import type { ConnectionTest } from "../settings/connection-tester.ts";

const INSTALLATION: Installation = {
  exposesConfig: true,
  dagFolders: ["/srv/dags"],
  settings: () => [
    {
      section: "core",
      option: "parallelism",
      value: "32",
      source: "MOMIJI__CORE__PARALLELISM",
      isSecret: false,
      standard: "16",
      about: "Tasks at once",
    },
    {
      section: "email",
      option: "password",
      value: "pw",
      source: "default",
      isSecret: true,
      standard: "",
      about: "Of the login",
    },
  ],
  providers: () => [
    {
      packageName: "@momiji/docker",
      description: "Docker",
      version: "1.0.0",
      documentationUrl: null,
      operators: ["dockerRun"],
      connectionTypes: ["docker"],
      guide: "guides/docker",
      problem: "another_version",
    },
  ],
  provided: () => [
    { kind: "variable", name: "region", source: "AIRFLOW_VAR_REGION" },
    { kind: "connection", name: "warehouse", source: "MOMIJI_CONN_WAREHOUSE" },
  ],
  services: () => [
    {
      id: 1,
      type: "SchedulerJob",
      state: "running",
      startedAt: NOW - 60_000_000,
      endedAt: null,
      heartbeatAt: NOW,
      executor: null,
      hostname: "here",
      user: "moon",
    },
  ],
};

async function open(more: Partial<ApiOptions> = {}): Promise<TestServer> {
  const server = await openTestServer([chainOf("etl", ["load"])], more);
  onTestFinished(() => server.close());
  return server;
}

test("settings are shown only where that was allowed, and secrets never", async () => {
  const closed = await open();
  expect((await closed.call("GET", "/api/v2/config")).status).toBe(403);
  const at = await open({ installation: INSTALLATION });
  expect((await at.call("GET", "/api/v2/config")).body).toEqual({
    sections: [
      { name: "core", options: [{ key: "parallelism", value: "32" }] },
      { name: "email", options: [{ key: "password", value: "< hidden >" }] },
    ],
  });
  const text = await at.callWith({ accept: "text/plain" }, "GET", "/api/v2/config?section=core");
  expect(text.text).toBe("[core]\nparallelism = 32\n");
  expect((await at.call("GET", "/api/v2/config/section/core/option/parallelism")).body).toMatchObject({
    sections: [{ name: "core" }],
  });
  expect((await at.call("GET", "/api/v2/config/section/core/option/none")).status).toBe(404);
  expect((await at.call("GET", "/api/v2/config?section=none")).status).toBe(404);
  expect((await at.callWith({ accept: "text/html" }, "GET", "/api/v2/config")).status).toBe(406);
});

test("each setting says where it came from and what it would be otherwise, and secrets are hidden", async () => {
  expect((await (await open()).call("GET", "/api/momiji/v1/config")).status).toBe(403);
  const at = await open({ installation: INSTALLATION });
  const { body } = await at.call("GET", "/api/momiji/v1/config");
  expect(body).toMatchObject({
    settings: [
      { option: "parallelism", value: "32", standard: "16", source: "MOMIJI__CORE__PARALLELISM", is_secret: false },
      { option: "password", value: "< hidden >", standard: "< hidden >", is_secret: true },
    ],
  });
});

test("it is told who changed a connection, who set its secret, and what the environment provides", async () => {
  const at = await open({ installation: INSTALLATION });
  const { store } = at;
  const connection = { connection_id: "db", conn_type: "postgres", host: "db.example.com", password: "s3cret pass" };
  expect((await at.call("POST", "/api/v2/connections", connection)).status).toBe(201);
  at.clock.at = NOW + 60_000_000;
  const { password: _password, ...plain } = connection;
  await at.call("PATCH", "/api/v2/connections/db", { ...plain, host: "other.example.com" });
  const { body } = await at.call("GET", "/api/momiji/v1/connections/origins");
  expect(body).toEqual({
    used: [],
    changed: [
      {
        name: "db",
        last: { at: "2026-03-10T12:01:00Z", by: "admin" },
        secret: { at: "2026-03-10T12:00:00Z", by: "admin" },
      },
    ],
    provided: [{ kind: "connection", name: "warehouse", source: "MOMIJI_CONN_WAREHOUSE" }],
  });
  expect(JSON.stringify([body, await store.listEventLogs()])).not.toContain("s3cret");
});

test("variables are revealed by name or all at once, and the log says who looked", async () => {
  const at = await open();
  for (const key of ["api_token", "region"]) await at.call("POST", "/api/v2/variables", { key, value: `of ${key}` });
  expect((await at.call("GET", "/api/v2/variables/api_token")).body["value"]).toBe("***");
  const reveal = (body: object) => at.call("POST", "/api/momiji/v1/variables/reveal", body);
  const one = { key: "api_token", value: "of api_token", description: null };
  expect((await reveal({ keys: ["api_token"] })).body).toEqual({ variables: [one] });
  expect((await reveal({})).body["variables"]).toHaveLength(2);
  expect((await reveal({ keys: ["none"] })).status).toBe(404);
  const { entries } = await at.store.listEventLogs({ event: "reveal_variables", descending: true });
  expect(entries.at(-1)).toMatchObject({ owner: "admin", extra: { body: { keys: ["api_token"] } } });
  expect(JSON.stringify(entries)).not.toContain("of api_token");
});

test("processes are jobs, with their signs of life", async () => {
  const at = await open({ installation: INSTALLATION });
  const job = { id: 1, job_type: "SchedulerJob", state: "running", hostname: "here", dag_id: null };
  const jobs = async (query: string) => (await at.call("GET", `/api/v2/jobs${query}`)).body;
  expect(await jobs("?is_alive=true")).toMatchObject({ jobs: [job], total_entries: 1 });
  expect(await jobs("?is_alive=false")).toEqual({ jobs: [], total_entries: 0 });
  expect(await jobs("?start_date_lt=2026-03-10T11:59:00Z")).toMatchObject({ total_entries: 0 });
  expect(await jobs("?start_date_lte=2026-03-10T11:59:00Z&job_type=SchedulerJob")).toMatchObject({ total_entries: 1 });
  expect(await jobs("?order_by=dag_id&order_by=-id")).toMatchObject({ total_entries: 1 });
  expect((await at.call("GET", "/api/v2/jobs?is_alive=perhaps")).status).toBe(422);
});

test("providers are listed; there are no plugins", async () => {
  const at = await open({ installation: INSTALLATION });
  expect((await at.call("GET", "/api/v2/providers")).body).toMatchObject({
    providers: [{ package_name: "@momiji/docker", version: "1.0.0" }],
    total_entries: 1,
  });
  expect((await at.call("GET", "/api/momiji/v1/providers")).body).toEqual({
    providers: [
      {
        package_name: "@momiji/docker",
        description: "Docker",
        version: "1.0.0",
        operators: ["dockerRun"],
        connection_types: ["docker"],
        guide: "guides/docker",
        problem: "another_version",
      },
    ],
  });
  expect((await at.call("GET", "/api/v2/plugins")).body).toEqual({ plugins: [], total_entries: 0 });
  expect((await at.call("GET", "/api/v2/plugins/importErrors")).body).toEqual({ import_errors: [], total_entries: 0 });
});

test("a file of a known DAG is read again, any other is not found", async () => {
  const read: string[] = [];
  const at = await open({ reloadFile: (file) => void read.push(file) });
  expect((await at.call("PUT", `/api/v2/parseDagFile/${fileToken("etl.ts")}`)).status).toBe(201);
  for (const token of ["not-a-token", fileToken("../../etc/passwd"), fileToken("other.ts")])
    expect((await at.call("PUT", `/api/v2/parseDagFile/${token}`)).body).toMatchObject({ detail: "File not found" });
  expect(read).toEqual(["etl.ts"]);
});

test("a connection is tested beside, once at a time, and kept if that was asked for", async () => {
  const waiting: (() => void)[] = [];
  const settings = { variable: () => Promise.resolve(undefined), connection: () => Promise.resolve(undefined) };
  const tested = (): Promise<ConnectionTest> =>
    new Promise((resolve) => waiting.push(() => resolve({ status: true, message: "it answers", steps: [] })));
  const at = await open({ connectionTester: { settings, types: ["http"], test: tested } });
  const path = "/api/v2/connections/enqueue-test";
  const body = { connection_id: "web", conn_type: "http", host: "h", commit_on_success: true };
  const begun = await at.call("POST", path, body);
  expect(begun).toMatchObject({ status: 202, body: { connection_id: "web", state: "pending" } });
  expect((await at.call("POST", path, body)).status).toBe(409);
  const look = (token = begun.body.token as string) =>
    at.callWith({ "airflow-connection-test-token": token }, "GET", path);
  expect((await look()).body).toMatchObject({ state: "running", result_message: null });
  for (const end of waiting) end();
  await expect.poll(async () => (await look()).body.state).toBe("success");
  expect((await look()).body).toMatchObject({ result_message: "it answers", created_at: "2026-03-10T12:00:00Z" });
  expect((await at.call("GET", "/api/v2/connections/web")).status).toBe(200);
  expect((await at.call("POST", path, { ...body, executor: "none" })).status).toBe(422);
  expect((await look("x")).status).toBe(404);
});

test("the default connections are made where there are none of their names", async () => {
  const at = await open();
  await at.call("POST", "/api/v2/connections", { connection_id: "http_default", conn_type: "http", host: "mine" });
  expect((await at.call("POST", "/api/v2/connections/defaults")).status).toBe(204);
  expect((await at.call("GET", "/api/v2/connections/http_default")).body).toMatchObject({ host: "mine" });
  expect((await at.call("GET", "/api/v2/connections/aws_default")).body).toMatchObject({ conn_type: "aws" });
  const web = { connection_id: "web", conn_type: "http" };
  expect((await at.call("POST", "/api/v2/connections/enqueue-test", web)).status).toBe(403);
});
