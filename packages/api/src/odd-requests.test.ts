/** What schemathesis has found, so that it stays mended where that does not run. */
import { expect, test } from "vitest";
import { chainOf, openTestServer } from "./api-server.testing.ts";

test("a body of null is one that is missing, not an empty one; one that is not sent is empty", async () => {
  const { server, call, close } = await openTestServer([]);
  const url = "/api/v2/dags/~/dagRuns/list";
  const sent = { authorization: "Bearer a-token-of-a-test", "content-type": "application/json" };
  const answer = await server.inject({ method: "POST", url, headers: sent, payload: "null" });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ detail: [{ loc: ["body"], type: "missing", msg: "Field required" }] });
  expect(await call("POST", url)).toMatchObject({ status: 200, body: { dag_runs: [] } });
  await close();
});

test("a value that is a text is answered as JSON", async () => {
  const { server, call, close } = await openTestServer([]);
  const url = "/api/momiji/v1/me/preferences";
  const headers = { authorization: "Bearer a-token-of-a-test", "content-type": "application/json" };
  expect((await server.inject({ method: "PUT", url, headers, payload: '"dark"' })).statusCode).toBe(204);
  const { body, headers: given } = await call("GET", url);
  expect(given["content-type"]).toBe("application/json; charset=utf-8");
  expect(body).toBe("dark");
  await close();
});

test("a method that there is not is refused as that, whatever else it lacks", async () => {
  const { server, close } = await openTestServer([]);
  const answer = await server.inject({ method: "QUERY" as "GET", url: "/api/v2/version" });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers.allow).toBe("GET");
  await close();
});

test("an instance of a mapped task below -1 is refused before anything is looked for", async () => {
  const { call, close } = await openTestServer([]);
  for (const suffix of ["", "/dry_run"]) {
    const url = `/api/v2/dags/a/dagRuns/b/taskInstances/c/-2${suffix}`;
    const { status, body } = await call("PATCH", url, { new_state: "success" });
    expect(status).toBe(422);
    expect(body).toMatchObject({ detail: [{ loc: ["path", "map_index"], type: "greater_than_equal" }] });
  }
  await close();
});

test("a run may belong to any year that Python knows, and is listed as any other", async () => {
  const { call, close } = await openTestServer([chainOf("far", ["a"])]);
  const url = "/api/v2/dags/far/dagRuns";
  for (const logicalDate of ["0001-01-01T00:00:00Z", "4866-08-06T20:39:04Z", "9999-12-31T23:59:59Z"]) {
    const { status, body } = await call("POST", url, { dag_run_id: logicalDate, logical_date: logicalDate });
    expect({ status, date: body["logical_date"] }).toEqual({ status: 200, date: logicalDate });
  }
  expect(await call("GET", `${url}?logical_date_gte=4866-01-01T00:00:00Z`)).toMatchObject({
    status: 200,
    body: { total_entries: 2, dag_runs: [{ logical_date: "4866-08-06T20:39:04Z" }, {}] },
  });
  expect(await call("GET", `${url}?logical_date_lte=9999-12-31T23:59:59.999999Z`)).toMatchObject({
    body: { total_entries: 3 },
  });
  for (const logicalDate of ["+010000-01-02T00:00:00Z", "-000001-12-31T00:00:00Z"]) {
    const { status, body } = await call("POST", url, { logical_date: logicalDate });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      detail: [{ loc: ["body", "logical_date"], msg: expect.stringContaining("1 to 9999") }],
    });
  }
  await close();
});

test("a name with a NUL, where the store would end it, is refused as such", async () => {
  const { call, close } = await openTestServer([]);
  const { status, body } = await call("POST", "/api/v2/variables", { key: "\0hidden", value: "x" });
  expect(status).toBe(422);
  expect(body).toMatchObject({ detail: [{ loc: ["body", "key"], msg: expect.stringContaining("U+0000") }] });
  await close();
});

test("a number beyond its bounds is called that, also where a query sends it as text", async () => {
  const { call, close } = await openTestServer([]);
  const detail = async (...asked: Parameters<typeof call>) => (await call(...asked)).body;
  expect(await detail("GET", "/api/v2/dags/a/dagRuns/r/wait?interval=0")).toMatchObject({
    detail: [{ type: "greater_than", loc: ["query", "interval"], msg: "Input should be greater than 0" }],
  });
  expect(await detail("POST", "/api/v2/pools", { name: "p", slots: -2 })).toMatchObject({
    detail: [{ type: "greater_than_equal", msg: "Input should be greater than or equal to -1" }],
  });
  expect(await detail("POST", "/api/v2/pools", { name: "", slots: 1 })).toMatchObject({
    detail: [{ type: "string_too_short" }],
  });
  await close();
});
