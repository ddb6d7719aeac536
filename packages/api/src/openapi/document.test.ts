import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { testServer } from "../access/signed-in.testing.ts";
import { route } from "../route.ts";
import { openApiText } from "./all-operations.ts";
import { openApiDocument } from "./document.ts";
import { SUMMARIZED } from "./summaries.ts";
import { thinPlaces } from "./thin-places.ts";

/** Whatever may be called by everybody stands here, so that nothing becomes public by the way. */
const PUBLIC = [
  "GET /",
  "GET /api/v2/auth/login",
  "GET /api/v2/monitor/health",
  "GET /api/v2/version",
  "GET /auth/login",
  "GET /auth/oidc/callback",
  "GET /auth/oidc/login",
  "GET /docs",
  "GET /docs/{file}",
  "GET /livez",
  "GET /openapi.json",
  "GET /readyz",
  "POST /auth/login",
  "POST /auth/token",
  "POST /auth/token/cli",
];

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

test("a route is told with its permission, its parameters, its body and its answers", async () => {
  const one = route({
    method: "POST",
    path: "/api/v2/things/{thing_id}",
    operationId: "post_thing",
    access: { thing: "pools", may: "create" },
    schemas: async () => ({
      query: z.object({ limit: z.coerce.number().int().default(50) }),
      body: z.object({ name: z.string(), any: z.json() }),
      answers: { 201: z.object({ id: z.number().int() }), 204: null },
    }),
    handle: () => null,
  });
  const { paths } = await openApiDocument([one], "1");
  expect(paths["/api/v2/things/{thing_id}"]?.post).toMatchObject({
    tags: ["server"],
    "x-permission": "can_create on Pools",
    security: [{ HTTPBearer: [] }, { session: [], csrf: [] }],
    parameters: [
      { name: "thing_id", in: "path", required: true, schema: { type: "string" } },
      { name: "limit", in: "query", required: false, schema: { default: 50 } },
    ],
    requestBody: { required: true, content: { "application/json": { schema: { required: ["name", "any"] } } } },
    responses: { "201": {}, "204": { description: "Successful response" }, "401": {}, "403": {}, "404": {}, "422": {} },
  });
});

test("a schema with a name stands once in the document, and no name means two things", async () => {
  const Part = z.strictObject({ name: z.string(), more: z.json() }).meta({ id: "PartResponse" });
  const get = (path: string, answer: z.ZodType) =>
    route({
      method: "GET",
      path,
      operationId: path,
      access: "public",
      schemas: async () => ({ answers: { 200: answer } }),
      handle: () => null,
    });
  const whole = z.strictObject({ parts: z.array(Part) });
  const { paths, components } = await openApiDocument([get("/a", Part), get("/b", whole)], "1");
  const told = JSON.parse(JSON.stringify(paths)) as {
    [path: string]: { get: { responses: { [status: string]: { content: object } } } };
  };
  const schemaOf = (path: string) => told[path]?.get.responses["200"]?.content;
  expect(schemaOf("/a")).toEqual({ "application/json": { schema: { $ref: "#/components/schemas/PartResponse" } } });
  expect(schemaOf("/b")).toMatchObject({
    "application/json": {
      schema: { properties: { parts: { items: { $ref: "#/components/schemas/PartResponse" } } } },
    },
  });
  expect(components.schemas).toEqual({
    PartResponse: { type: "object", properties: { name: { type: "string" }, more: {} }, required: ["name", "more"] },
  });
  const other = z.strictObject({ id: z.int() }).meta({ id: "PartResponse" });
  await expect(openApiDocument([get("/a", Part), get("/b", other)], "1")).rejects.toThrow("PartResponse");
});

test("the document has every operation once, names what its paths do, and refers to nothing that is not in it", async () => {
  const text = await openApiText("1");
  const { paths, components } = JSON.parse(text) as {
    paths: { [path: string]: { [method: string]: Operation } };
    components: { schemas: object };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations) {
    const told = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
    expect(told).toEqual(path.match(/\{\w+\}/g) ?? []);
  }
  expect(
    operations
      .filter(({ operation }) => operation.security.length === 0)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(PUBLIC);
  const references = new Set(text.match(/"\$ref": "[^"]*"/g) ?? []);
  const told = Object.keys(components.schemas).map((name) => `"$ref": "#/components/schemas/${name}"`);
  expect([...references].toSorted()).toEqual(told.toSorted());
  // Names of Airflow's document, which generated clients call their types by.
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining(["HTTPExceptionResponse", "HTTPValidationError", "ValidationError"]),
  );
});

test("nothing in the document leaves its reader alone, and nothing is told of what is not there", async () => {
  const { paths } = JSON.parse(await openApiText("1")) as Parameters<typeof thinPlaces>[0];
  expect(thinPlaces({ paths })).toEqual([]);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods) as { operationId: string }[]);
  expect([...SUMMARIZED].toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted());
  const mute = route({
    method: "GET",
    path: "/api/v2/pools/{strange_thing}",
    operationId: "get_something",
    access: { thing: "pools", may: "read" },
    handle: () => null,
  });
  expect(thinPlaces(await openApiDocument([mute], "1"))).toEqual([
    expect.stringContaining("get_something has no summary"),
    expect.stringContaining("what strange_thing means"),
    expect.stringContaining("what it answers"),
  ]);
});

test("parameters that are read from texts are told as what they are, with what they are if they are left out", async () => {
  const { paths } = JSON.parse(await openApiText("1")) as {
    paths: { [path: string]: { get?: { parameters: { name: string; schema: object }[] } } };
  };
  const jobs = Object.fromEntries(
    (paths["/api/v2/jobs"]?.get?.parameters ?? []).map(({ name, schema }) => [name, schema]),
  );
  expect(jobs).toMatchObject({
    is_alive: { type: "boolean" },
    start_date_gte: { type: "string", format: "date-time" },
    limit: { type: "integer", minimum: 0, default: 50 },
    order_by: { type: "array", items: { enum: expect.arrayContaining(["id", "-hostname"]) } },
    hostname: { type: "string" },
  });
});

test("the server gives the document, and a page that shows it with nothing from elsewhere", async () => {
  const { server } = await testServer();
  const document = await server.inject("/openapi.json");
  expect(document.body).toBe(readFileSync(new URL("../../openapi.json", import.meta.url), "utf8"));
  const page = await server.inject("/docs");
  const files = page.body.match(/(?<=(?:src|href)=")[^"]*/g) ?? [];
  expect(files).toEqual(["docs/swagger-ui.css", "docs/swagger-ui-bundle.js", "docs/start.js"]);
  for (const file of files) expect((await server.inject(`/${file}`)).statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("script-src 'self';");
  for (const file of ["package.json", "..%2Fpackage.json", "__proto__", "toString"])
    expect((await server.inject(`/docs/${file}`)).statusCode).toBe(404);
});
