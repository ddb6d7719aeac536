import { expect, test } from "vitest";
import { items, pages } from "./pages.ts";
import { runOf, serve } from "./served.testing.ts";

const COUNT = 23;
const names = Array.from({ length: COUNT }, (_, index) => `dag-${String(index).padStart(2, "0")}`);

test("a list by offset comes whole, each once, in pages of the size that is asked for", async () => {
  const { client } = await serve(names);
  const seen: unknown[] = [];
  for await (const dag of items(client, "/api/v2/dags", { params: { query: { limit: 5, order_by: ["dag_id"] } } }))
    seen.push((dag as { dag_id: string }).dag_id);
  expect(seen).toEqual(names);
  let count = 0;
  for await (const _page of pages(client, "/api/v2/dags", { params: { query: { limit: 5 } } })) count++;
  expect(count).toBe(5);
});

test("it begins where it is asked to, and asks for no page that nobody takes", async () => {
  const at = await serve(names);
  let calls = 0;
  const client = at.with({ fetch: (request) => (calls++, fetch(request)) });
  const query = { limit: 5, offset: 20, order_by: ["dag_id"] };
  const rest: unknown[] = [];
  for await (const dag of items(client, "/api/v2/dags", { params: { query } })) rest.push(dag);
  expect(rest).toMatchObject([{ dag_id: "dag-20" }, { dag_id: "dag-21" }, { dag_id: "dag-22" }]);
  calls = 0;
  for await (const _dag of items(client, "/api/v2/dags", { params: { query: { limit: 5 } } })) break;
  expect(calls).toBe(1);
});

test("where the server gives cursors, nothing is seen twice or missed while runs come", async () => {
  const at = await serve(["etl"]);
  for (let index = 0; index < 9; index++) await runOf(at, "etl", `r${index}`);
  const params = { path: { dag_id: "etl" }, query: { limit: 2, order_by: ["-id"] } };
  const seen: unknown[] = [];
  for await (const run of items(at.client, "/api/v2/dags/{dag_id}/dagRuns", { params })) {
    seen.push((run as { dag_run_id: string }).dag_run_id);
    if (seen.length === 3) await runOf(at, "etl", "newer");
  }
  expect(seen).toEqual(["r8", "r7", "r6", "r5", "r4", "r3", "r2", "r1", "r0"]);
});

test("an empty list is one page of nothing", async () => {
  const { client } = await serve([]);
  const seen: unknown[] = [];
  for await (const page of pages(client, "/api/v2/dags")) seen.push(page);
  expect(seen).toEqual([{ dags: [], total_entries: 0 }]);
});
