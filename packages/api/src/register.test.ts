import { Readable } from "node:stream";
import { allDags } from "@momiji/store";
import fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { nobody } from "./access/nobody.ts";
import type { Identity } from "./access/principal.ts";
import { ApiError } from "./errors.ts";
import { StreamLimit } from "./connection-limit.ts";
import { type Gate, register } from "./register.ts";
import { answer, route, streamed } from "./route.ts";

const reader: Identity = {
  principal: { id: 1, name: "rin", roles: ["Viewer"], how: "token" },
  permissions: {
    may: (_thing, may) => may === "read",
    mayEntity: async (_entity, may) => may === "read",
    mayDag: async (dagId, _entity, may) => dagId === "hers" && may === "read",
    scope: () => allDags,
  },
};

const schemas = async () => ({
  query: z.object({ limit: z.coerce.number().int().min(0).default(5) }),
  body: z.strictObject({ name: z.string(), more: z.boolean() }),
});

const routes = [
  route({ method: "GET", path: "/open", operationId: "open", access: "public", handle: ({ principal }) => principal }),
  route({
    method: "GET",
    path: "/dags/{dag_id}",
    operationId: "one",
    access: { dag: "dag", may: "read" },
    handle: ({ params, headers }) => ({ dag: params.dag_id, headers }),
  }),
  route({
    method: "POST",
    path: "/dags/{dag_id}",
    operationId: "write",
    access: { dag: "dag", may: "edit" },
    handle: () => "",
  }),
  route({
    method: "POST",
    path: "/bodies",
    operationId: "bodies",
    access: { thing: "pools", may: "read" },
    schemas,
    handle: ({ query, body, requireDag }) =>
      body.more ? answer(201, { limit: query.limit, name: body.name }) : requireDag(body.name, "dag", "read"),
  }),
  route({
    method: "GET",
    path: "/lines",
    operationId: "lines",
    access: "signed_in",
    handle: () => streamed(Readable.from(["one\n", "two\n"]), "application/x-ndjson"),
  }),
];

let server: FastifyInstance;

beforeEach(() => {
  server = fastify();
  server.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof ApiError)) throw error;
    return reply.status(error.status).send(error.body());
  });
  const gate: Gate = {
    anybody: nobody,
    identify: ({ headers }) => {
      if (headers.authorization !== "hers") throw new ApiError("unauthenticated");
      return reader;
    },
  };
  register(server, routes, { gate, streams: new StreamLimit(1) });
});

afterEach(() => server.close());

const call = async (method: "GET" | "POST", url: string, payload?: object) =>
  server.inject({ method, url, headers: { authorization: "hers" }, ...(payload === undefined ? {} : { payload }) });

test("nobody gets further than a public route", async () => {
  expect((await server.inject("/open")).json()).toMatchObject({ how: "nobody" });
  for (const { method, path, access } of routes)
    if (access !== "public") expect((await server.inject({ method, url: path })).statusCode).toBe(401);
});

test("the DAG of the path is asked about, whether it exists or not; one that is all is a list", async () => {
  expect((await call("GET", "/dags/hers")).json()).toMatchObject({ dag: "hers" });
  expect((await call("GET", "/dags/his")).json()).toMatchObject({ detail: "Forbidden" });
  expect((await call("GET", "/dags/~")).statusCode).toBe(200);
  expect((await call("POST", "/dags/~")).statusCode).toBe(403);
});

test("who may not is told so before the body is read", async () => {
  const headers = { authorization: "hers", "content-type": "application/json" };
  const sent = await server.inject({ method: "POST", url: "/dags/hers", headers, payload: "{" });
  expect(sent.statusCode).toBe(403);
});

test("a DAG that a body names is asked about where the route says so", async () => {
  expect((await call("POST", "/bodies", { name: "his", more: false })).statusCode).toBe(403);
  expect((await call("POST", "/bodies", { name: "hers", more: false })).statusCode).toBe(200);
});

test("what does not fit is all told, each with its place", async () => {
  const { statusCode, body } = await call("POST", "/bodies?limit=-1", { name: 1, more: true });
  expect(statusCode).toBe(422);
  expect(JSON.parse(body).detail.map(({ loc }: { loc: string[] }) => loc)).toEqual([
    ["query", "limit"],
    ["body", "name"],
  ]);
});

test("an answer has its own status, and what was given is read", async () => {
  const { statusCode, body } = await call("POST", "/bodies?limit=7", { name: "rin", more: true });
  expect([statusCode, JSON.parse(body)]).toEqual([201, { limit: 7, name: "rin" }]);
});

test("lines come as they are made, and no credentials reach a route", async () => {
  const lines = await call("GET", "/lines");
  expect([lines.body, lines.headers["content-type"]]).toEqual(["one\ntwo\n", "application/x-ndjson"]);
  expect((await call("GET", "/dags/hers")).json().headers).not.toHaveProperty("authorization");
});
