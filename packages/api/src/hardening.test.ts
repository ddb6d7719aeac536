import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, test } from "vitest";
import { DEFAULT_ACCESS } from "./access/access-settings.ts";
import { callerOf, LOCAL, testServer } from "./access/signed-in.testing.ts";
import type { AnsweredRequest } from "./api-options.ts";
import { requestIdOf, TIMEOUTS, withoutBase } from "./hardening.ts";

const local = { authorization: `Bearer ${LOCAL}` };

describe("every answer", () => {
  test.each(["/", "/api/v2/pools", "/api/v2/none", "/auth/login", "/livez"])(
    "of %s is safe in a browser",
    async (url) => {
      const { server } = await testServer();
      for (const headers of [{}, local]) {
        const answer = await server.inject({ url, headers });
        expect(answer.headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
        expect(answer.headers["content-security-policy"]).toMatch(/^default-src 'none'/);
        expect(answer.headers["content-security-policy"]).not.toContain("unsafe");
        expect(answer.headers["cache-control"]).toBe("no-store");
        expect(answer.headers).not.toHaveProperty("x-powered-by");
      }
    },
  );

  test("has the id of its request, which a proxy may give if it can stand in a log", async () => {
    const { server } = await testServer();
    const given = async (id: string) =>
      (await server.inject({ url: "/livez", headers: { "x-request-id": id } })).headers["x-request-id"];
    expect(await given("abc-1:2.3_4")).toBe("abc-1:2.3_4");
    expect(await given("a b")).toMatch(/^[\da-f-]{36}$/);
    expect(requestIdOf({ headers: { "x-request-id": "x".repeat(65) } })).not.toContain("xx");
  });

  test("asks browsers to come over TLS from then on, where that is", async () => {
    const access = { ...DEFAULT_ACCESS, place: { basePath: "/", isSecure: true } };
    const { server } = await testServer({ access });
    expect((await server.inject("/livez")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});

describe("what is sent", () => {
  test("may not be large, nor reach into what all objects share", async () => {
    const { server } = await testServer();
    const post = (payload: string) =>
      server.inject({
        method: "POST",
        url: "/api/v2/pools",
        headers: { ...local, "content-type": "application/json" },
        payload,
      });
    expect((await post(JSON.stringify({ name: "x".repeat(3_000_000), slots: 1 }))).statusCode).toBe(413);
    expect((await post('{"__proto__": {"slots": 1}, "name": "p"}')).statusCode).toBe(422);
    expect((await post('{"constructor": {"prototype": {"slots": 1}}, "name": "p"}')).statusCode).toBe(422);
    expect((await post("{")).statusCode).toBe(422);
    expect(({} as { slots?: number }).slots).toBeUndefined();
  });

  test("has to come soon, and its headers may not be large", async () => {
    const { server } = await testServer();
    await server.listen({ host: "127.0.0.1", port: 0 });
    expect(server.server.headersTimeout).toBe(TIMEOUTS.headersMillis);
    expect(server.server.requestTimeout).toBe(TIMEOUTS.requestMillis);
    const socket = connect((server.server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(`GET /livez HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(20_000)}\r\n\r\n`);
    const [text] = (await once(socket, "data")) as [Buffer];
    expect(text.toString()).toMatch(/^HTTP\/1\.1 431/);
    socket.destroy();
  });
});

test("a server below a path of its proxy answers with and without it", async () => {
  const access = { ...DEFAULT_ACCESS, place: { basePath: "/momiji/", isSecure: false } };
  const { server } = await testServer({ access });
  for (const url of ["/momiji/livez", "/livez", "/momiji", "/momiji?x=1"])
    expect((await server.inject(url)).statusCode).toBe(200);
  expect((await server.inject("/momijilivez")).statusCode).toBe(404);
  expect(withoutBase("/other", "/momiji/")).toBe("/other");
});

test("who a request comes from is believed of a proxy near by, if it is to be", async () => {
  const from: string[] = [];
  const onAnswered = (request: AnsweredRequest): void => void from.push(request.from);
  for (const trustProxy of [false, true]) {
    const { server } = await testServer({ onAnswered, trustProxy });
    await server.inject({ url: "/livez", headers: { "x-forwarded-for": "203.0.113.7" } });
  }
  expect(from).toEqual(["127.0.0.1", "203.0.113.7"]);
});

describe("whoever watches", () => {
  test("sees each request by its operation, never by what was in its address", async () => {
    const seen: AnsweredRequest[] = [];
    const { server } = await testServer({ onAnswered: (request) => seen.push(request) });
    await server.inject({ url: "/api/v2/variables/my-secret?token=my-secret", headers: local });
    await server.inject("/my-secret");
    expect(seen).toMatchObject([
      { operation: "get_variable", method: "GET", status: 404, from: "127.0.0.1" },
      { operation: "none", status: 404 },
    ]);
    const { body } = await callerOf(server, local)("GET", "/metrics");
    expect(body.text).toContain('momiji_http_request_duration_seconds_count{operation="get_variable",status="404"} 1');
    expect(JSON.stringify([seen, body])).not.toContain("my-secret");
  });

  test("is told that the server lives, and whether its store answers", async () => {
    const { server, store, errors } = await testServer();
    const call = callerOf(server, {});
    expect((await call("GET", "/readyz")).status).toBe(200);
    await store.close();
    expect((await call("GET", "/readyz")).status).toBe(503);
    expect((await call("GET", "/livez")).status).toBe(200);
    expect(errors).toHaveLength(1);
    expect((await call("GET", "/metrics")).status).toBe(401);
  });
});
