import { hashPassword } from "@momiji/api";
import { expect, test } from "vitest";
import { createClient } from "./create-client.ts";
import { MomijiError } from "./momiji-error.ts";
import { runOf, type Served, serve } from "./served.testing.ts";
import { fetchToken, withSession, withToken } from "./sign-in.ts";

const thrown = (call: Promise<unknown>): Promise<MomijiError> =>
  call.then(
    () => expect.unreachable("it was answered"),
    (error: unknown) => (error instanceof MomijiError ? error : Promise.reject(error as Error)),
  );

async function person({ store }: Served, username: string, password: string): Promise<void> {
  const user = { username, firstName: "", lastName: "", email: "", provider: null, roles: ["Op"] };
  await store.createUser({ ...user, password: await hashPassword(password) }, { now: 0, events: [] });
}

test("a call sends what its path, its query and its body say, and gives what is answered", async () => {
  const { client } = await serve(["etl", "a b"]);
  expect(await client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: "a b" } } })).toMatchObject({
    dag_id: "a b",
  });
  const patched = await client.patch("/api/v2/dags/{dag_id}", {
    params: { path: { dag_id: "etl" } },
    body: { is_paused: false },
  });
  expect(patched).toMatchObject({ is_paused: false });
  const query = { paused: false, limit: 5, order_by: ["-dag_id"] };
  expect(await client.get("/api/v2/dags", { params: { query } })).toMatchObject({
    dags: [{ dag_id: "etl" }],
    total_entries: 1,
  });
});

test("an answer without a body is nothing, and headers are there for who wants them", async () => {
  const at = await serve(["etl"]);
  await runOf(at, "etl", "r1");
  const path = { dag_id: "etl", dag_run_id: "r1" };
  const grid = await at.client.http.get("/api/momiji/v1/dags/{dag_id}/grid", { params: { path: { dag_id: "etl" } } });
  expect(grid.response.headers.get("etag")).toMatch(/^(W\/)?"/);
  await at.client.patch("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { params: { path }, body: { state: "failed" } });
  const gone = await at.client.delete("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { params: { path } });
  expect(gone).toBeUndefined();
});

test("the base path stands before every call", async () => {
  const place = { basePath: "/jobs/momiji/", isSecure: false };
  const lifetimes = { sessionSeconds: 60, tokenSeconds: 60, cliTokenSeconds: 60 };
  const at = await serve(["etl"], { access: { place, lifetimes } });
  expect(at.url).toMatch(/\/jobs\/momiji\/$/);
  expect(await at.client.get("/api/v2/dags")).toMatchObject({ total_entries: 1 });
});

test("a refusal is an error with its code, its words, its remedy and the id of its request", async () => {
  const { client } = await serve([]);
  const error = await thrown(client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: "none" } } }));
  expect(error).toMatchObject({ status: 404, code: "dag_not_found", problems: [] });
  expect(error.message).toBe("The Dag with ID: `none` was not found");
  expect(error.remedy).toContain("momiji dags list");
  expect(error.requestId).toMatch(/^[\w-]{10,}$/);
});

test("what does not fit is told field by field", async () => {
  const { client } = await serve([]);
  const error = await thrown(client.get("/api/v2/dags", { params: { query: { limit: Number.NaN, offset: -1 } } }));
  expect(error).toMatchObject({ status: 422, code: "invalid" });
  expect(error.problems.map(({ loc }) => loc)).toEqual([
    ["query", "limit"],
    ["query", "offset"],
  ]);
  expect(error.message).toMatch(/^limit: .+; offset: /);
});

test("Airflow's object of a conflict is told by its message", async () => {
  const { client } = await serve([]);
  const pool = { body: { name: "tiny", slots: 1 } };
  await client.post("/api/v2/pools", pool);
  const error = await thrown(client.post("/api/v2/pools", pool));
  expect(error).toMatchObject({ status: 409, detail: { reason: "Unique constraint violation" } });
  expect(error.message).toContain("tiny");
});

test("a server that is not there is an error that names it", async () => {
  const error = await thrown(createClient({ baseUrl: "http://127.0.0.1:9" }).get("/api/v2/version"));
  expect(error).toMatchObject({ status: 0, code: "unreachable" });
  expect(error.message).toMatch(/^the server at http:\/\/127.0.0.1:9 does not answer: ./);
});

test("what answers without being Momiji is told by its status", async () => {
  const answer = () =>
    Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }));
  const error = await thrown(createClient({ baseUrl: "http://proxy", fetch: answer }).get("/api/v2/version"));
  expect(error).toMatchObject({ status: 502, code: "http_502", body: "<h1>Bad gateway</h1>" });
  expect(error.message).toBe("the server answered 502 Bad Gateway");
});

test("a call that is called off throws the reason", async () => {
  const { client } = await serve([]);
  const reason = new Error("not wanted any more");
  await expect(client.get("/api/v2/dags", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test("name and password give a token, and a wrong password an error", async () => {
  const at = await serve(["etl"]);
  await person(at, "hana", "a long password");
  const token = await fetchToken(at.url, { username: "hana", password: "a long password" });
  const own = at.with({ signIn: withToken(() => Promise.resolve(token)) });
  expect(await own.get("/api/v2/dags")).toMatchObject({ total_entries: 1 });
  const error = await thrown(fetchToken(at.url, { username: "hana", password: "a wrong one" }));
  expect(error).toMatchObject({ status: 401, code: "wrong_login" });
  expect(await thrown(at.with({ signIn: withToken("x") }).get("/api/v2/dags"))).toMatchObject({
    code: "unauthenticated",
  });
});

test("a session proves with every change that its own page made it", async () => {
  const at = await serve(["etl"]);
  await person(at, "hana", "a long password");
  const form = new URLSearchParams({ username: "hana", password: "a long password" });
  const login = await fetch(`${at.url}auth/login`, { method: "POST", body: form, redirect: "manual" });
  const cookies = login.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  // What a browser does by itself.
  const browser = (request: Request): Promise<Response> => {
    request.headers.set("cookie", cookies.join("; "));
    return fetch(request);
  };
  const change = { params: { path: { dag_id: "etl" } }, body: { is_paused: false } };
  const page = at.with({ fetch: browser, signIn: withSession(() => cookies.join("; ")) });
  expect(await page.get("/api/v2/dags")).toMatchObject({ total_entries: 1 });
  expect(await page.patch("/api/v2/dags/{dag_id}", change)).toMatchObject({ is_paused: false });
  const elsewhere = at.with({ fetch: browser, signIn: withSession(() => "") });
  expect(await thrown(elsewhere.patch("/api/v2/dags/{dag_id}", change))).toMatchObject({ code: "forged" });
});

test("what no route takes, or what is missing, does not compile", async () => {
  const { client } = await serve(["etl"]);
  // @ts-expect-error the path is misspelt
  await thrown(client.get("/api/v2/dag"));
  // @ts-expect-error the id of the DAG is missing
  await thrown(client.get("/api/v2/dags/{dag_id}", { params: {} }));
  // @ts-expect-error there is no such parameter
  await client.get("/api/v2/dags", { params: { query: { limmit: 3 } } });
  const params = { path: { stream: "s" } };
  // @ts-expect-error a stream needs a body that says its topics
  const refused = await thrown(client.put("/api/momiji/v1/events/streams/{stream}", { params }));
  expect(refused.status).toBe(422);
  const text: string = await client.get("/api/v2/version", { parseAs: "text" });
  expect(JSON.parse(text)).toMatchObject({ version: expect.any(String) as string });
});
