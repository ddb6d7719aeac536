import { newTaskInstance, type Json } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, NOW, openTestServer, type TestServer } from "../api-server.testing.ts";

const RUN = "/dags/etl/dagRuns/r/taskInstances/load";
let at: TestServer;

beforeEach(async () => {
  const params = {
    command: "echo {{ ds }} {{ var.value.key }}",
    env: { NAME: "plain", TOKEN: "written down" },
    shell: "sh",
  };
  const task = { taskId: "load", operator: "bash", lane: "process", upstream: [], params } as const;
  const tasks = [{ ...task, templateFields: ["command", "env"] }];
  at = await openTestServer([chainOf("etl", [], { tasks })]);
});

afterEach(() => at.close());

/** A run whose task has been tried so often, and has rendered this. */
async function run(tryNumber: number, fields?: { readonly [field: string]: Json }): Promise<void> {
  const dates = { logicalDate: null, dataIntervalStart: null, dataIntervalEnd: null, runAfter: NOW };
  const birth = { dagId: "etl", runId: "r", runType: "manual", triggeredBy: "cli", conf: {}, dagVersion: 1 } as const;
  const [created] = await at.store.createRuns([{ ...birth, note: null, ...dates }], NOW);
  const { fence } = await at.store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const place = { taskId: "load", mapIndex: -1 };
  const commit = {
    runKey: created?.created === true ? created.run.runKey : -1,
    expectRevision: 0,
    insert: [{ ...newTaskInstance("load", 0), tryNumber }],
    ...(fields === undefined ? {} : { rendered: [{ ...place, fields }] }),
  };
  await at.store.commit({ owner: "o", fence, now: NOW, runs: [commit] });
}

const beside = async () => (await at.call("GET", `/api/momiji/v1${RUN}/-1/rendered`)).body.fields;
const airflows = async () => (await at.call("GET", `/api/v2${RUN}`)).body.rendered_fields;

const env = { NAME: "plain", TOKEN: "***" };
const command = "echo {{ ds }} {{ var.value.key }}";

test("before the first try there is what was written, and nothing that it became", async () => {
  await run(0);
  expect(await beside()).toEqual([
    { name: "command", template: command },
    { name: "env", template: env },
  ]);
  expect(await airflows()).toEqual({});
});

test("what templates became stands beside them, what is none is as it was written, and secrets are hidden", async () => {
  await at.call("POST", "/api/v2/variables", { key: "api_key", value: "k3y-of-the-api" });
  await run(1, { command: "echo 2026-03-10 k3y-of-the-api" });
  expect(await airflows()).toEqual({ command: "echo 2026-03-10 ***", env });
  expect(await beside()).toEqual([
    { name: "command", template: command, value: "echo 2026-03-10 ***" },
    { name: "env", template: env, value: env },
  ]);
  expect((await at.call("GET", "/api/v2/dags/etl/dagRuns/r/taskInstances")).body).toMatchObject({
    task_instances: [{ rendered_fields: { command: "echo 2026-03-10 ***" } }],
  });
});

test("of what is not there nothing is told", async () => {
  expect((await at.call("GET", `/api/momiji/v1${RUN}/-1/rendered`)).status).toBe(404);
});
