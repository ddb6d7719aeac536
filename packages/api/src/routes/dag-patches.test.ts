/** Many DAGs are switched in one request: those that the list shows, however many. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { chainOf, openTestServer, type TestServer } from "../api-server.testing.ts";

const MANY = 130;
const nameOf = (index: number): string => `etl_${String(index).padStart(3, "0")}`;
let at: TestServer;

beforeAll(async () => {
  at = await openTestServer([
    ...Array.from({ length: MANY }, (_, index) => chainOf(nameOf(index), ["load"])),
    chainOf("other", ["load"]),
  ]);
});

afterAll(() => at.close());

beforeEach(async () => {
  await at.call("PATCH", "/api/v2/dags?dag_id_pattern=~&limit=1000", { is_paused: false });
});

async function pausedDags(): Promise<readonly string[]> {
  const dags = await at.store.listDags({ includeInactive: true });
  return dags.filter(({ isPaused }) => isPaused).map(({ dagId }) => dagId);
}

test("all that a filter of the list leaves are switched, with a line each that says who did it", async () => {
  const { status, body } = await at.call("PATCH", "/api/v2/dags?q=etl&limit=1000", { is_paused: true });
  expect([status, body.total_entries]).toEqual([200, MANY]);
  expect(await pausedDags()).toEqual(Array.from({ length: MANY }, (_, index) => nameOf(index)));
  const { entries } = await at.store.listEventLogs({ event: "patch_dags", dagId: nameOf(7) });
  expect(entries.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ dagId }) => dagId))).toEqual(new Set([nameOf(7)]));
});

test("as in Airflow 50 are switched if no number is given", async () => {
  await at.call("PATCH", "/api/v2/dags", { is_paused: true });
  expect(await pausedDags()).toHaveLength(50);
});

test("of those that the filter leaves only the ones that are named", async () => {
  const body = { is_paused: true, dag_ids: [nameOf(1), nameOf(2), "other", "no_such"] };
  const answer = await at.call("PATCH", "/api/v2/dags?q=etl", body);
  expect(answer.body.total_entries).toBe(2);
  expect(await pausedDags()).toEqual([nameOf(1), nameOf(2)]);
});

test("nothing is switched when others would be than the preview showed", async () => {
  const query = { q: "etl", paused: "false", limit: "1000" };
  const asked = { action: "pause", query, body: { is_paused: true } };
  const { body: preview } = await at.call("POST", "/api/momiji/v1/preview", asked);
  expect([preview.total, (preview.items as readonly unknown[]).length]).toEqual([MANY, MANY]);
  await at.call("PATCH", `/api/v2/dags/${nameOf(3)}`, { is_paused: true });
  const headers = { authorization: "Bearer a-token-of-a-test", "if-match": preview.etag as string };
  const url = "/api/v2/dags?q=etl&paused=false&limit=1000";
  const answer = await at.server.inject({ method: "PATCH", url, headers, payload: { is_paused: true } });
  expect(answer.statusCode).toBe(409);
  expect(await pausedDags()).toEqual([nameOf(3)]);
});
