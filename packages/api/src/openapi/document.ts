/** The OpenAPI document of all routes, made of their schemas: what is checked in as `openapi.json`, and served. */
import type { z } from "zod";
import type { Access } from "../access/access.ts";
import { ACTIONS, ENTITIES, permissionText, THINGS } from "../access/vocabulary.ts";
import type { Route, RouteSchemas } from "../route.ts";
import { possibleAnswers } from "./answers.ts";
import { Components, type Schema } from "./components.ts";

interface Operation {
  readonly operationId: string;
  readonly [name: string]: unknown;
}

/** In the order of paths and methods: the same routes give the same text, in whatever order they were put together. */
export async function openApiDocument(routes: readonly Route[], version: string) {
  const components = new Components();
  const paths: { [path: string]: { [method: string]: Operation } } = {};
  const keyOf = ({ path, method }: Route): string => `${path} ${method}`;
  for (const route of routes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operationOf(route, (await route.schemas?.()) ?? {}, components);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Momiji",
      version,
      description: "Airflow's REST API v2 under /api/v2, and beside it what Momiji adds under /api/momiji/v1.",
    },
    paths,
    components: { schemas: components.all(), securitySchemes: SECURITY_SCHEMES },
  };
}

function operationOf(route: Route, schemas: RouteSchemas, components: Components): Operation {
  const { path, method, operationId, access } = route;
  const isPublic = access === "public";
  const body =
    method === "GET" || method === "DELETE" ? undefined : requestBody(schemas.body ?? schemas.ownBody, components);
  return {
    operationId,
    tags: [tagOf(path)],
    ...(isPublic ? { security: [] } : { security: [{ HTTPBearer: [] }, { session: [] }] }),
    "x-permission": permissionOf(access),
    parameters: [...pathParameters(path, schemas.params, components), ...queryParameters(schemas.query, components)],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: answersOf(route, schemas, components),
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

function pathParameters(path: string, schema: z.ZodType | undefined, components: Components): Schema[] {
  const known = propertiesOf(schema, components).properties;
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: known[name] ?? { type: "string" },
  }));
}

function queryParameters(schema: z.ZodType | undefined, components: Components): Schema[] {
  const { properties, required } = propertiesOf(schema, components);
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: value,
  }));
}

function propertiesOf(
  schema: z.ZodType | undefined,
  components: Components,
): {
  readonly properties: { readonly [name: string]: Schema };
  readonly required: readonly string[];
} {
  const { properties = {}, required = [] } = (schema === undefined ? {} : components.add(schema, "input")) as {
    properties?: { readonly [name: string]: Schema };
    required?: readonly string[];
  };
  return { properties, required };
}

/** Without a schema: some JSON, which the route reads by itself. */
function requestBody(schema: z.ZodType | undefined, components: Components): Schema {
  const given = schema === undefined ? { type: "object" } : components.add(schema, "input");
  return { required: schema !== undefined, content: { "application/json": { schema: given } } };
}

function answersOf(route: Route, schemas: RouteSchemas, components: Components): { readonly [status: string]: Schema } {
  const answers = Object.entries(possibleAnswers(route, schemas)).map(([status, { description, content }]) => {
    const told = Object.entries(content).map(([media, schema]) => [
      media,
      { schema: components.add(schema, "output") },
    ]);
    return [status, { description, ...(told.length === 0 ? {} : { content: Object.fromEntries(told) }) }];
  });
  return Object.fromEntries(answers);
}

const SECURITY_SCHEMES = {
  HTTPBearer: { type: "http", scheme: "bearer", description: "A token of POST /auth/token, or a personal one" },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "momiji_session",
    description: "Changes need the header X-CSRF-Token with the value of the cookie momiji_csrf as well",
  },
};
