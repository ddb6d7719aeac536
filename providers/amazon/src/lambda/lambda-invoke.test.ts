/** `lambdaInvoke` against a server that speaks Lambda's Invoke as its service model describes it: no emulator here runs functions. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LambdaInvokeParams } from "./invoke-params.ts";
import { testJob } from "@momiji/worker/job-context";
import { invokeFunction } from "./invoke-function.ts";

interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let calls: Call[] = [];
let answer: { status: number; headers: { [name: string]: string }; body: string } | "cut";

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      calls.push({ path: request.url ?? "", headers: request.headers, body });
      if (answer === "cut") return response.destroy();
      return response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => void server.close());

beforeEach(() => {
  calls = [];
  answer = { status: 200, headers: {}, body: '{"rows":7}' };
});

async function invoke(params: Partial<LambdaInvokeParams> = {}) {
  const { port } = server.address() as AddressInfo;
  const extra = { region_name: "us-east-1", endpoint_url: `http://127.0.0.1:${port}` };
  const connection = { type: "aws", login: "x", password: "secret", extra };
  const job = testJob({ connections: { aws_default: connection } });
  const said: string[] = [];
  const log = { ...job.ctx.log, info: (message: string) => void said.push(message) };
  const result = await invokeFunction({ ...job.ctx, log }, { functionName: "count", ...params });
  return { result, said };
}

test("the function is called with a payload, and its answer is the output as text, or as what it stands for", async () => {
  expect((await invoke({ payload: { day: "2026-01-01" } })).result).toBe('{"rows":7}');
  expect((await invoke({ payload: '{"a":1}', deserializePayload: true })).result).toEqual({ rows: 7 });
  expect(calls.map(({ body }) => body)).toEqual(['{"day":"2026-01-01"}', '{"a":1}']);
  expect(calls[0]?.path).toBe("/2015-03-31/functions/count/invocations");
});

test("version, kind of call, log and context travel as Lambda takes them", async () => {
  answer = { status: 202, headers: {}, body: "" };
  const clientContext = { custom: { a: 1 } };
  const given = { qualifier: "live", invocationType: "Event", logType: "Tail", clientContext } as const;
  expect((await invoke({ ...given, deserializePayload: true })).result).toBe("");
  const { path = "", headers } = calls[0] ?? {};
  expect(path).toBe("/2015-03-31/functions/count/invocations?Qualifier=live");
  expect(headers).toMatchObject({ "x-amz-invocation-type": "Event", "x-amz-log-type": "Tail" });
  expect(JSON.parse(Buffer.from(String(headers?.["x-amz-client-context"]), "base64").toString())).toEqual(
    clientContext,
  );
});

test("the end of the function's log stands in the task's, without empty lines if they are not wanted", async () => {
  const log = Buffer.from("START\n\ncounted 7\nEND\n").toString("base64");
  answer = { status: 200, headers: { "x-amz-log-result": log }, body: "null" };
  expect((await invoke({ logType: "Tail" })).said.slice(0, 4)).toEqual(["START", "", "counted 7", "END"]);
  expect((await invoke({ logType: "Tail", keepEmptyLogLines: false })).said.slice(0, 3)).toEqual([
    "START",
    "counted 7",
    "END",
  ]);
});

test("a function that fails, an answer that is no JSON and a refusal are failures in their words", async () => {
  answer = { status: 200, headers: { "x-amz-function-error": "Unhandled" }, body: '{"errorMessage":"no rows"}' };
  await expect(invoke()).rejects.toThrow(/^the function count failed \(Unhandled\): {"errorMessage":"no rows"}$/);
  answer = { status: 200, headers: {}, body: "<html>" };
  await expect(invoke({ deserializePayload: true })).rejects.toThrow(/answered what is no JSON: <html>/);
  const headers = { "x-amzn-errortype": "ResourceNotFoundException" };
  answer = { status: 404, headers, body: '{"Message":"Function not found: count"}' };
  await expect(invoke()).rejects.toThrow(/Function not found: count/);
});

test("a call whose answer is lost is not sent again", async () => {
  answer = "cut";
  await expect(invoke()).rejects.toThrow();
  expect(calls).toHaveLength(1);
});
