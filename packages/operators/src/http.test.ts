import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpOperator } from "./http.ts";
import { httpSensorOperator } from "./sensors/http.ts";
import { testContext } from "./task-context.testing.ts";

const routes: { readonly [path: string]: (request: IncomingMessage, response: ServerResponse) => unknown } = {
  "/json": (_, response) => response.setHeader("content-type", "application/json").end('{"a":1}'),
  "/text": (_, response) => response.end("hello"),
  "/echo": async (request, response) => {
    const { authorization, "x-a": a, "content-type": type } = request.headers;
    const answer = { method: request.method, url: request.url, body: await text(request), authorization, a, type };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  },
  "/broken": (_, response) => response.writeHead(500).end("x".repeat(2_000)),
  "/never": () => {},
  "/long": (_, response) => response.end(Buffer.alloc(11 * 1024 * 1024)),
};

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const route = routes[new URL(request.url ?? "/", "http://x").pathname];
    if (route === undefined) response.writeHead(404).end("nothing here");
    else route(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("the output is JSON or text, as the answer says or the author wants", async () => {
  expect(await httpOperator.run(testContext(), { url: `${base}/json` })).toEqual({ a: 1 });
  expect(await httpOperator.run(testContext(), { url: `${base}/json`, response: "text" })).toBe('{"a":1}');
  expect(await httpOperator.run(testContext(), { url: `${base}/text` })).toBe("hello");
  await expect(httpOperator.run(testContext(), { url: `${base}/text`, response: "json" })).rejects.toThrow(
    "what is no JSON: hello",
  );
});

test("a body makes it a POST, and headers go with it", async () => {
  expect(
    await httpOperator.run(testContext(), { url: `${base}/echo`, json: { n: 1 }, headers: { "x-a": "b" } }),
  ).toEqual({
    method: "POST",
    url: "/echo",
    body: '{"n":1}',
    a: "b",
    type: "application/json",
  });
  expect(await httpOperator.run(testContext(), { url: `${base}/echo`, method: "put", data: "raw" })).toMatchObject({
    method: "PUT",
    body: "raw",
  });
});

test("a connection gives the address, the user and headers", async () => {
  const { hostname, port } = new URL(base);
  const api = {
    type: "http",
    host: hostname,
    port: Number(port),
    login: "me",
    password: "secret",
    extra: { "x-a": "extra", timeout: 3 },
  };
  const answer = await httpOperator.run(testContext({ connections: { api } }), { connection: "api", url: "/echo?q=1" });
  expect(answer).toMatchObject({
    url: "/echo?q=1",
    a: "extra",
    authorization: `Basic ${Buffer.from("me:secret").toString("base64")}`,
  });
  await expect(httpOperator.run(testContext(), { connection: "none", url: "/" })).rejects.toThrow(
    'there is no connection "none"',
  );
  await expect(httpOperator.run(testContext(), { url: "/json" })).rejects.toThrow('"/json" is no URL');
});

test("another status than expected fails with it and the first 500 characters of the body", async () => {
  const failed = httpOperator.run(testContext(), { url: `${base}/broken?token=secret` });
  await expect(failed).rejects.toThrow(new Error(`GET ${base}/broken answered 500: ${"x".repeat(500)}`));
  expect(await httpOperator.run(testContext(), { url: `${base}/broken`, expectedStatus: 500 })).toHaveLength(2_000);
  await expect(httpOperator.run(testContext(), { url: `${base}/text`, expectedStatus: [201] })).rejects.toThrow(
    "answered 200: hello",
  );
});

test("no answer is an error that says why", async () => {
  await expect(httpOperator.run(testContext(), { url: `${base}/never`, requestTimeoutSeconds: 0.05 })).rejects.toThrow(
    "no answer within 0.05 s",
  );
  await expect(httpOperator.run(testContext(), { url: "http://127.0.0.1:1/" })).rejects.toThrow(
    /GET http:\/\/127.0.0.1:1\/: .*(ECONNREFUSED|bad port)/,
  );
  await expect(httpOperator.run(testContext(), { url: `${base}/long` })).rejects.toThrow("longer than 10485760 bytes");
});

test("a cancelled attempt ends the request", async () => {
  const reason = new Error("cancelled");
  await expect(
    httpOperator.run(testContext({ signal: AbortSignal.abort(reason) }), { url: `${base}/never` }),
  ).rejects.toBe(reason);
});

test("the sensor waits while it gets a 404, and fails on any other bad status", async () => {
  expect(await httpSensorOperator.poke(testContext(), { url: `${base}/json` })).toEqual({
    done: true,
    value: { a: 1 },
  });
  expect(await httpSensorOperator.poke(testContext(), { url: `${base}/absent` })).toEqual({ done: false });
  await expect(httpSensorOperator.poke(testContext(), { url: `${base}/broken` })).rejects.toThrow("answered 500");
  const patient = { url: `${base}/broken`, responseErrorCodesAllowlist: [500] };
  expect(await httpSensorOperator.poke(testContext(), patient)).toEqual({ done: false });
});
