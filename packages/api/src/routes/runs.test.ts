/** Lists of runs by a body. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  at = await openTestServer([chainOf("etl", ["load"])]);
  for (const state of ["success", "failed"] as const) await runOf(at, "etl", { runId: state, state, instances: [] });
});

afterEach(() => at.close());

test.each([
  [{}, ["success", "failed"]],
  [{ dag_ids: [], states: [] }, ["success", "failed"]],
  [{ dag_ids: ["other"] }, []],
  [{ states: ["success", null] }, ["success"]],
  [{ states: [null] }, []],
])("%o finds %o", async (asked, found) => {
  const { status, body } = await at.call("POST", "/api/v2/dags/~/dagRuns/list", asked);
  expect(status).toBe(200);
  expect((body as { dag_runs: { dag_run_id: string }[] }).dag_runs.map((run) => run.dag_run_id)).toEqual(found);
});

test("a state that there is not is refused", async () => {
  const { status } = await at.call("POST", "/api/v2/dags/~/dagRuns/list", { states: ["none"] });
  expect(status).toBe(422);
});
