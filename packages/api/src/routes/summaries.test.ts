/** Tags, numbers and warnings over many DAGs. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";

let at: TestServer;

beforeEach(async () => {
  const etl = chainOf("etl", ["load"], { tags: ["gold", "core"] });
  const tasks = etl.tasks.map((task) => ({ ...task, pool: "tiny" }));
  at = await openTestServer([{ ...etl, tasks }, chainOf("other", ["one"], { tags: ["gold"] })]);
});

afterEach(() => at.close());

test("tags are listed once each, filtered and in order", async () => {
  const tags = async (query: string) => (await at.call("GET", `/api/v2/dagTags${query}`)).body;
  expect(await tags("")).toEqual({ tags: ["core", "gold"], total_entries: 2 });
  expect(await tags("?order_by=-name&limit=1")).toEqual({ tags: ["gold"], total_entries: 2 });
  expect(await tags("?tag_name_pattern=%25or%25")).toMatchObject({ tags: ["core"] });
  expect((await at.call("GET", "/api/v2/dagTags?order_by=colour")).status).toBe(400);
});

test("runs are counted by state", async () => {
  await runOf(at, "etl", { runId: "r1", state: "failed", instances: [] });
  await runOf(at, "etl", { runId: "r2", state: "failed", instances: [] });
  const { body } = await at.call("GET", "/api/v2/dagStats?dag_ids=etl&dag_ids=other");
  expect(body).toEqual({
    dags: [
      {
        dag_id: "etl",
        dag_display_name: "etl",
        stats: [
          { state: "queued", count: 0 },
          { state: "running", count: 0 },
          { state: "success", count: 0 },
          { state: "failed", count: 2 },
        ],
      },
    ],
    total_entries: 1,
  });
});

test("a DAG whose tasks name a pool that is not there is warned of", async () => {
  const path = "/api/v2/dagWarnings";
  expect((await at.call("GET", path)).body).toMatchObject({
    dag_warnings: [
      {
        dag_id: "etl",
        warning_type: "non-existent pool",
        message: "Dag 'etl' references non-existent pools: ['tiny']",
      },
    ],
    total_entries: 1,
  });
  expect((await at.call("GET", `${path}?dag_id=other`)).body).toMatchObject({ total_entries: 0 });
  expect((await at.call("GET", `${path}?warning_type=asset%20conflict`)).body).toMatchObject({ total_entries: 0 });
  expect((await at.call("GET", `${path}?warning_type=none`)).status).toBe(422);
  await at.store.setPool({ name: "tiny", slots: 1, includeDeferred: false, description: null });
  expect((await at.call("GET", path)).body).toEqual({ dag_warnings: [], total_entries: 0 });
});
