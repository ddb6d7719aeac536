/** What the interface is told of whoever looks, and of what waits. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  at = await openTestServer([chainOf("etl", ["load"])]);
});

afterEach(() => at.close());

test("names the runs that go on, by state, and who looks", async () => {
  await runOf(at, "etl", { runId: "r1", state: "running", instances: [] });
  await runOf(at, "etl", { runId: "r2", state: "queued", instances: [] });
  await runOf(at, "etl", { runId: "r3", state: "failed", instances: [] });
  const { status, body } = await at.call("GET", "/api/momiji/v1/shell");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    user: { how: "local" },
    dags: { edit: null, delete: null },
    active: { total: 2 },
    inbox: 0,
    importErrors: 0,
  });
  const { runs } = body.active as { runs: readonly (readonly string[])[] };
  expect(new Set(runs.map((run) => run.join(" ")))).toEqual(new Set(["etl r1 r", "etl r2 q"]));
});

test("tells of each right what roles call it and which role has it", async () => {
  const { body } = await at.call("GET", "/api/momiji/v1/shell");
  expect(body.rights).toContainEqual({
    of: "pools",
    may: "edit",
    permission: "can_edit on Pools",
    role: "Op",
    allowed: true,
  });
});
