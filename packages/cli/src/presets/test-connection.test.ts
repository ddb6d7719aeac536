import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ConnectionRecord } from "@momiji/core";
import { anywhere } from "@momiji/operators";
import { expect, onTestFinished, test } from "vitest";
import { testConnection } from "./test-connection.ts";

function http(port: number | null, more: Partial<ConnectionRecord> = {}): ConnectionRecord {
  const nothing = { description: null, login: null, password: null, schema: null, extra: null };
  return { connectionId: "web", type: "http", host: "127.0.0.1", port, ...nothing, ...more };
}

async function listen(status: number): Promise<number> {
  const server = createServer((_request, response) => void response.writeHead(status).end("no")).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const stepsOf = ({ steps }: Awaited<ReturnType<typeof testConnection>>) => steps.map(({ step, ok }) => [step, ok]);

test("what works is told step by step", async () => {
  const tested = await testConnection(http(await listen(200)), anywhere);
  expect(tested.status).toBe(true);
  expect(stepsOf(tested)).toEqual([
    ["resolve", true],
    ["connect", true],
    ["authenticate", true],
  ]);
});

test("behind a port where nobody listens the step of connecting fails, and the words say so", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  const tested = await testConnection(http(port), anywhere);
  expect(stepsOf(tested)).toEqual([
    ["resolve", true],
    ["connect", false],
  ]);
  expect(tested.steps.at(-1)?.message).toContain("ECONNREFUSED");
  expect(tested.message).toBe(tested.steps.at(-1)?.message);
});

test("a refused login fails in the last step, without the password in its words", async () => {
  const tested = await testConnection(http(await listen(401), { login: "a", password: "hunter2 2" }), anywhere);
  expect(stepsOf(tested).at(-1)).toEqual(["authenticate", false]);
  expect(JSON.stringify(tested)).not.toContain("hunter2");
});

test("a name that may not be reached fails in the first step", async () => {
  const refuses = { ...anywhere, addressOf: () => Promise.reject(new Error("the server may not connect to it")) };
  const tested = await testConnection(http(80), refuses);
  expect(tested.steps).toMatchObject([{ step: "resolve", ok: false, message: expect.stringContaining("may not") }]);
});
