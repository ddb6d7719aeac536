import { gunzipSync } from "node:zlib";
import fastify from "fastify";
import { expect, test } from "vitest";
import { compressAnswers } from "./compression.ts";

const LARGE = { cells: Array.from({ length: 2_000 }, (_, at) => `s${at}f1`) };

function served() {
  const server = fastify();
  compressAnswers(server);
  server.get("/large", (_request, reply) => reply.header("etag", '"one"').send(LARGE));
  server.get("/small", (_request, reply) => reply.send({ cells: [] }));
  server.get("/text", (_request, reply) => reply.type("text/plain").send(JSON.stringify(LARGE)));
  return server;
}

const asked = (url: string, accepted: string) => served().inject({ url, headers: { "accept-encoding": accepted } });

test("a large answer is compressed for whoever takes that, and its ETag is a weak one then", async () => {
  const { headers, rawPayload } = await asked("/large", "deflate, gzip;q=0.5, br");
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding", etag: 'W/"one"' });
  expect(Number(headers["content-length"])).toBe(rawPayload.length);
  expect(rawPayload.length).toBeLessThan(JSON.stringify(LARGE).length / 3);
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(LARGE);
});

test.each(["", "br", "gzip;q=0", "gzip;q=0.0, br", "xgzip"])(
  "whoever accepts `%s` gets it as it is",
  async (accepted) => {
    const { headers, body } = await asked("/large", accepted);
    expect(headers).toMatchObject({ vary: "accept-encoding", etag: '"one"' });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(JSON.parse(body)).toEqual(LARGE);
  },
);

test.each(["/small", "/text"])("%s is left as it is", async (url) => {
  expect((await asked(url, "gzip")).headers["content-encoding"]).toBeUndefined();
});
