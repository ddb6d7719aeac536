/** The OpenAPI document of all routes, made of their schemas: what is checked in as `openapi.json`, and served. */
import { z } from "zod";
import type { Access } from "../access/access.ts";
import { ACTIONS, ENTITIES, permissionText, THINGS } from "../access/vocabulary.ts";
import type { Route, RouteSchemas } from "../route.ts";

type Schema = { readonly [name: string]: unknown };

interface Operation {
  readonly operationId: string;
  readonly [name: string]: unknown;
}

/** In the order of paths and methods: the same routes give the same text, in whatever order they were put together. */
export async function openApiDocument(routes: readonly Route[], version: string) {
  const paths: { [path: string]: { [method: string]: Operation } } = {};
  const keyOf = ({ path, method }: Route): string => `${path} ${method}`;
  for (const route of routes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operationOf(route, (await route.schemas?.()) ?? {});
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Momiji",
      version,
      description: "Airflow's REST API v2 under /api/v2, and beside it what Momiji adds under /api/momiji/v1.",
    },
    paths,
    components: { schemas: { Error: ERROR }, securitySchemes: SECURITY_SCHEMES },
  };
}

function operationOf({ path, method, operationId, access }: Route, schemas: RouteSchemas): Operation {
  const isPublic = access === "public";
  const body = method === "GET" || method === "DELETE" ? undefined : requestBody(schemas.body);
  return {
    operationId,
    tags: [tagOf(path)],
    ...(isPublic ? { security: [] } : { security: [{ HTTPBearer: [] }, { session: [] }] }),
    "x-permission": permissionOf(access),
    parameters: [...pathParameters(path, schemas.params), ...queryParameters(schemas.query)],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answersOf(schemas), ...refusals(path, isPublic) },
  };
}

/** `dags`, `variables`, `auth`: the first word that names a thing. */
function tagOf(path: string): string {
  const words = path.split("/").filter((word) => word !== "" && !/^(api|v\d|momiji|fab)$/.test(word));
  return words[0]?.startsWith("{") === false ? words[0] : "server";
}

function permissionOf(access: Access): string {
  if (typeof access === "string") return access;
  const resource = "thing" in access ? THINGS[access.thing] : ENTITIES[access.dag];
  return permissionText({ action: ACTIONS[access.may], resource });
}

function pathParameters(path: string, schema: z.ZodType | undefined): Schema[] {
  const known = propertiesOf(schema).properties;
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: known[name] ?? { type: "string" },
  }));
}

function queryParameters(schema: z.ZodType | undefined): Schema[] {
  const { properties, required } = propertiesOf(schema);
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: value,
  }));
}

function propertiesOf(schema: z.ZodType | undefined): {
  readonly properties: { readonly [name: string]: Schema };
  readonly required: readonly string[];
} {
  const { properties = {}, required = [] } = (schema === undefined ? {} : jsonSchema(schema, "input")) as {
    properties?: { readonly [name: string]: Schema };
    required?: readonly string[];
  };
  return { properties, required };
}

/** Without a schema: some JSON, which the route reads by itself. */
function requestBody(schema: z.ZodType | undefined): Schema {
  const given = schema === undefined ? { type: "object" } : jsonSchema(schema, "input");
  return { required: schema !== undefined, content: { "application/json": { schema: given } } };
}

function answersOf({ answers }: RouteSchemas): { readonly [status: string]: Schema } {
  if (answers === undefined) return { "200": { description: "Successful response" } };
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => {
      const content =
        schema === null ? {} : { content: { "application/json": { schema: jsonSchema(schema, "output") } } };
      return [status, { description: "Successful response", ...content }];
    }),
  );
}

function refusals(path: string, isPublic: boolean): { readonly [status: string]: Schema } {
  const named = path.includes("{") ? { "404": refusal("Not found") } : {};
  const closed = isPublic ? {} : { "401": refusal("Not authenticated"), "403": refusal("Forbidden") };
  return { "400": refusal("Bad request"), ...closed, ...named, "422": refusal("What was sent does not fit") };
}

function refusal(description: string): Schema {
  return { description, content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } };
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const {
    $schema: _dialect,
    "~standard": _standard,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
    cycles: "ref",
  }) as Schema;
  return withoutCycles(rest) as Schema;
}

/** What refers to itself is JSON of any kind, which is what an empty schema says. */
function withoutCycles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCycles);
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) return {};
  const parts = Object.entries(value).filter(([name]) => name !== "$defs");
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutCycles(part)]));
}

const ERROR = {
  type: "object",
  properties: {
    detail: {
      description: "What is wrong; with 422 a list of places",
      anyOf: [
        { type: "string" },
        {
          type: "array",
          items: {
            type: "object",
            properties: {
              loc: { type: "array", items: { type: ["string", "integer"] } },
              msg: { type: "string" },
              type: { type: "string" },
            },
          },
        },
      ],
    },
    code: { type: "string", description: "Of the table in docs/reference/errors.md" },
    remedy: { type: "string", description: "What to do" },
  },
};

const SECURITY_SCHEMES = {
  HTTPBearer: { type: "http", scheme: "bearer", description: "A token of POST /auth/token, or a personal one" },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "momiji_session",
    description: "Changes need the header X-CSRF-Token with the value of the cookie momiji_csrf as well",
  },
};
