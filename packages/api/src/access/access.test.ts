import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";
import { callerOf, LOCAL, NOW, type Tested, testServer } from "./signed-in.testing.ts";

const PASSWORD = "correct horse 馬";
/** Cheap, and once for all: a real one takes a tenth of a second. */
const hashed = hashPassword(PASSWORD, { log2N: 4, r: 8, p: 1 });

const rinOf = async (at: Tested, roles: readonly string[] = ["Viewer"]) =>
  at.user("rin", roles, { password: await hashed });

/** The headers of a browser that has signed in. */
async function session(at: Tested): Promise<{ cookie: string; csrf: string }> {
  const payload = `username=rin&password=${encodeURIComponent(PASSWORD)}&next=/dags`;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await at.server.inject({ method: "POST", url: "/auth/login", headers, payload });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, "/dags"]);
  const cookies = answer.cookies.map(({ name, value }) => `${name}=${value}`);
  return { cookie: cookies.join("; "), csrf: answer.cookies.find(({ name }) => name === "momiji_csrf")?.value ?? "" };
}

describe("a password", () => {
  test("fits its own hash and no other's, and none at all fits nothing", async () => {
    const hash = await hashed;
    expect(await hashPassword(PASSWORD)).toMatch(/^scrypt\$15\$8\$3\$/);
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    expect(await verifyPassword(PASSWORD.normalize("NFD"), hash)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, hash)).toBe(false);
    expect(await verifyPassword(PASSWORD, null)).toBe(false);
    expect(await verifyPassword("", "scrypt$15$8$3$$")).toBe(false);
    expect(await hashPassword(PASSWORD, { log2N: 4, r: 8, p: 1 })).not.toBe(hash);
  });
});

describe("a token for name and password", () => {
  test("is given as Airflow gives it, and is good for its time", async () => {
    const at = await testServer();
    await rinOf(at);
    const login = callerOf(at.server, {});
    const { status, body, headers } = await login("POST", "/auth/token", { username: "rin", password: PASSWORD });
    expect([status, headers["cache-control"]]).toEqual([201, "no-store"]);
    const call = callerOf(at.server, { authorization: `bearer ${String(body.access_token)}` });
    expect((await call("GET", "/api/momiji/v1/me")).body).toEqual({ username: "rin", roles: ["Viewer"], how: "token" });
    at.clock.now = NOW + 86_400_000_000;
    expect((await call("GET", "/api/momiji/v1/me")).status).toBe(401);
  });

  test("waits for the first user of a new installation, as readiness does", async () => {
    const made = Promise.withResolvers<void>();
    const at = await testServer({ firstUser: made.promise });
    const call = callerOf(at.server, {});
    const answers = Promise.all([
      call("POST", "/auth/token", { username: "rin", password: PASSWORD }),
      call("GET", "/readyz"),
    ]);
    expect((await call("GET", "/livez")).status).toBe(200);
    await rinOf(at);
    made.resolve();
    expect((await answers).map(({ status }) => status)).toEqual([201, 200]);
  });

  test.each([
    ["a wrong password", { username: "rin", password: "nonsense" }],
    ["an unknown name", { username: "nobody", password: PASSWORD }],
  ])("is not given for %s, and the answer does not say which it was", async (_what, given) => {
    const at = await testServer();
    await rinOf(at);
    const { status, body } = await callerOf(at.server, {})("POST", "/auth/token", given);
    expect([status, body.detail]).toEqual([401, "Invalid credentials"]);
    const { entries } = await at.store.listEventLogs({ event: "failed_login" });
    expect(entries).toMatchObject([{ owner: given.username === "rin" ? "rin" : null }]);
    expect(JSON.stringify(entries)).not.toContain(given.password);
  });

  test("is not given to a user who is switched off", async () => {
    const at = await testServer();
    const { user } = await rinOf(at);
    await at.store.changeUser(user.id, { isActive: false }, { now: NOW, events: [] });
    const given = { username: "rin", password: PASSWORD };
    expect((await callerOf(at.server, {})("POST", "/auth/token", given)).status).toBe(401);
  });

  test("is not looked for after ten failures until five minutes have passed, then again", async () => {
    const at = await testServer();
    await rinOf(at);
    const login = callerOf(at.server, {});
    const wrong = { username: "rin", password: "nonsense" };
    const statuses = await Promise.all(Array.from({ length: 12 }, () => login("POST", "/auth/token", wrong)));
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(10);
    const { status, headers } = await login("POST", "/auth/token", { username: "rin", password: PASSWORD });
    expect([status, headers["retry-after"]]).toEqual([429, "300"]);
    at.clock.now += 300_000_000;
    expect((await login("POST", "/auth/token", { username: "rin", password: PASSWORD })).status).toBe(201);
  });
});

describe("a session", () => {
  test("is a cookie that no page reads, on the path of the server, only over TLS where that is", async () => {
    const place = { basePath: "/momiji/", isSecure: true };
    const lifetimes = { sessionSeconds: 60, tokenSeconds: 60, cliTokenSeconds: 60 };
    const at = await testServer({ access: { place, lifetimes } });
    await rinOf(at);
    const payload = { username: "rin", password: PASSWORD, next: "//evil.example" };
    const { headers } = await callerOf(at.server, {})("POST", "/auth/login", payload);
    expect(headers.location).toBe("/momiji/");
    expect(headers["set-cookie"]).toEqual([
      expect.stringMatching(/^momiji_session=\S+; Path=\/momiji\/; Max-Age=60; SameSite=Lax; Secure; HttpOnly$/),
      expect.stringMatching(/^momiji_csrf=\S+; Path=\/momiji\/; Max-Age=60; SameSite=Lax; Secure$/),
    ]);
  });

  test("reads with its cookie alone, and changes only with what a page of another site cannot read", async () => {
    const at = await testServer();
    await rinOf(at, ["Op"]);
    const { cookie, csrf } = await session(at);
    const variable = { key: "k", value: "v" };
    expect((await callerOf(at.server, { cookie })("GET", "/api/v2/variables")).status).toBe(200);
    for (const headers of [{ cookie }, { cookie, "x-csrf-token": "x" }, { cookie, "x-csrf-token": `${csrf}x` }])
      expect((await callerOf(at.server, headers)("POST", "/api/v2/variables", variable)).status).toBe(403);
    const call = callerOf(at.server, { cookie, "x-csrf-token": csrf });
    expect((await call("POST", "/api/v2/variables", variable)).status).toBe(201);
  });

  test("ends with the logout, and its secret is no bearer token", async () => {
    const at = await testServer();
    await rinOf(at);
    const { cookie } = await session(at);
    const secret = /momiji_session=([^;]+)/.exec(cookie)?.[1];
    const bearer = callerOf(at.server, { authorization: `Bearer ${secret}` });
    expect((await bearer("GET", "/api/momiji/v1/me")).status).toBe(401);
    const call = callerOf(at.server, { cookie });
    const { status, headers } = await call("GET", "/api/v2/auth/logout");
    expect([status, headers.location]).toEqual([307, "/auth/login"]);
    expect((await call("GET", "/api/momiji/v1/me")).status).toBe(401);
  });

  test("is not begun by a form of another site, nor leads to one", async () => {
    const at = await testServer();
    await rinOf(at);
    const given = { username: "rin", password: PASSWORD };
    const foreign = callerOf(at.server, { "sec-fetch-site": "cross-site" });
    expect((await foreign("POST", "/auth/login", given)).status).toBe(403);
    const call = callerOf(at.server, {});
    for (const next of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
    ]) {
      const { headers } = await call("GET", `/api/v2/auth/login?next=${encodeURIComponent(next)}`);
      expect(headers.location).toBe("/auth/login?next=%2F");
    }
    expect((await call("GET", "/auth/login?error=%3Cscript%3E")).body.text).not.toContain("<script");
  });

  test("of others ends when the password changes, and the one that changed it stays", async () => {
    const at = await testServer();
    const { call: byToken } = await rinOf(at);
    const { cookie, csrf } = await session(at);
    const call = callerOf(at.server, { cookie, "x-csrf-token": csrf });
    const change = (old_password: string) =>
      call("PATCH", "/api/momiji/v1/me/password", { old_password, new_password: "another long one" });
    expect((await change("nonsense")).status).toBe(401);
    expect((await byToken("GET", "/api/momiji/v1/me")).status).toBe(200);
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await byToken("GET", "/api/momiji/v1/me")).status).toBe(401);
    expect((await call("GET", "/api/momiji/v1/me")).status).toBe(200);
  });
});

describe("a personal token", () => {
  test("allows what its scopes and its owner's roles both allow, and makes no other tokens", async () => {
    const at = await testServer();
    const { call } = await at.user("rin", ["User"]);
    const scopes = ["can_read on DAGs", "can_read on Pools", "can_read on Variables"];
    const { status, body } = await call("POST", "/api/momiji/v1/tokens", { name: "ci", scopes });
    expect([status, body]).toMatchObject([201, { name: "ci", scopes, kind: "personal" }]);
    const small = callerOf(at.server, { authorization: `Bearer ${String(body.token)}` });
    expect((await small("GET", "/api/v2/pools")).status).toBe(200);
    expect((await small("GET", "/api/v2/assets")).status).toBe(403);
    expect((await small("GET", "/api/v2/variables")).status).toBe(403);
    expect((await small("GET", "/api/momiji/v1/tokens")).status).toBe(403);
    expect((await small("POST", "/api/momiji/v1/tokens", { name: "more" })).status).toBe(403);
    const { body: listed } = await call("GET", "/api/momiji/v1/tokens");
    expect(JSON.stringify(listed)).not.toContain(body.token);
    expect((await call("DELETE", `/api/momiji/v1/tokens/${String(body.id)}`)).status).toBe(204);
    expect((await small("GET", "/api/v2/pools")).status).toBe(401);
  });

  test("has permissions that exist, and is one's own", async () => {
    const at = await testServer();
    const { call } = await at.user("rin", ["User"]);
    const wrong = { name: "ci", scopes: ["can_fly on DAGs"] };
    expect((await call("POST", "/api/momiji/v1/tokens", wrong)).body.code).toBe("no_such_permission");
    const other = await at.user("aoi", ["Admin"]);
    const { body } = await call("GET", "/api/momiji/v1/tokens");
    const [{ id }] = body.tokens as [{ id: number }];
    expect((await other.call("DELETE", `/api/momiji/v1/tokens/${id}`)).status).toBe(404);
    const local = callerOf(at.server, { authorization: `Bearer ${LOCAL}` });
    expect((await local("GET", "/api/momiji/v1/tokens")).status).toBe(403);
  });
});
