import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createClient, type MomijiClient } from "./create-client.ts";
import type { RetryOptions } from "./retry.ts";

interface Busy {
  readonly client: MomijiClient;
  /** Method and body of each request that came. */
  readonly asked: string[];
  /** How long was waited, in seconds. */
  readonly waited: number[];
}

/** A server that is busy so many times. */
async function busy(
  times: number,
  answer: { status: number; headers: object },
  retry: RetryOptions = {},
): Promise<Busy> {
  const asked: string[] = [];
  const waited: number[] = [];
  const server = createServer((request, response) => void handle(request, response));
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    asked.push(`${request.method ?? ""} ${body}`.trim());
    const isBusy = asked.length <= times;
    response.writeHead(isBusy ? answer.status : 200, { ...(isBusy ? answer.headers : {}) });
    response.end(isBusy ? '{"detail":"busy"}' : '{"version":"1"}');
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const pause = async (seconds: number): Promise<void> => void waited.push(seconds);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { client: createClient({ baseUrl, retry: { pause, ...retry } }), asked, waited };
}

const topics = { params: { path: { stream: "s" } }, body: { topics: ["home"] } };

test.each([429, 503])("what is answered with %i is asked again after as long as the server says", async (status) => {
  const { client, asked, waited } = await busy(2, { status, headers: { "retry-after": "7" } });
  expect(await client.get("/api/v2/version")).toEqual({ version: "1" });
  expect(asked).toEqual(["GET", "GET", "GET"]);
  expect(waited).toEqual([7, 7]);
});

test("a date to come back at is read by the server's own clock", async () => {
  const headers = { date: "Sun, 22 Nov 2026 12:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 12:00:09 GMT" };
  const { client, waited } = await busy(1, { status: 503, headers });
  await client.get("/api/v2/version");
  expect(waited).toEqual([9]);
});

test("a body is sent again whole", async () => {
  const { client, asked, waited } = await busy(1, { status: 503, headers: {} });
  await client.put("/api/momiji/v1/events/streams/{stream}", topics);
  expect(asked).toEqual(['PUT {"topics":["home"]}', 'PUT {"topics":["home"]}']);
  expect(waited.every((seconds) => seconds > 0 && seconds <= 1)).toBe(true);
});

test("what must not happen twice is asked once", async () => {
  const { client, asked } = await busy(1, { status: 503, headers: { "retry-after": "1" } });
  const error = client.post("/api/v2/pools", { body: { name: "tiny", slots: 1 } });
  await expect(error).rejects.toMatchObject({ status: 503, retryAfterSeconds: 1 });
  expect(asked).toHaveLength(1);
});

test("it ends after so many attempts, and does not wait longer than it may", async () => {
  const often = await busy(9, { status: 503, headers: { "retry-after": "0" } }, { attempts: 3 });
  await expect(often.client.get("/api/v2/version")).rejects.toMatchObject({ status: 503 });
  expect(often.asked).toHaveLength(3);
  const long = await busy(9, { status: 429, headers: { "retry-after": "61" } });
  await expect(long.client.get("/api/v2/version")).rejects.toMatchObject({ status: 429, retryAfterSeconds: 61 });
  expect(long.asked).toHaveLength(1);
});

test("other refusals are not asked again", async () => {
  const { client, asked } = await busy(1, { status: 500, headers: {} });
  await expect(client.get("/api/v2/version")).rejects.toMatchObject({ status: 500 });
  expect(asked).toHaveLength(1);
});

test("whoever calls it off does not wait", async () => {
  const stop = new AbortController();
  const pause = (_seconds: number, signal: AbortSignal): Promise<void> => {
    stop.abort(new Error("enough"));
    return Promise.reject(signal.reason as Error);
  };
  const { client } = await busy(9, { status: 503, headers: {} }, { pause });
  await expect(client.get("/api/v2/version", { signal: stop.signal })).rejects.toThrow("enough");
});
