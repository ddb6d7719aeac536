/** The OpenAPI document of all routes, made of their schemas: what is checked in as `openapi.json`, and served. */
import type { z } from "zod";
import type { Access } from "../access/access.ts";
import { ACTIONS, ENTITIES, permissionText, THINGS } from "../access/vocabulary.ts";
import type { Route, RouteSchemas } from "../route.ts";
import { possibleAnswers } from "./answers.ts";
import { Components, type Schema } from "./components.ts";
import { aboutParameter, headersOf } from "./parameters.ts";
import { aboutOperation } from "./summaries.ts";
import { tagOf, TAGS } from "./tags.ts";

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
      description: DESCRIPTION,
    },
    servers: [{ url: "./", description: "The server that gives this document" }],
    tags: TAGS,
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
    ...aboutOperation(operationId),
    tags: [tagOf(path)],
    security: isPublic ? [] : [{ HTTPBearer: [] }, method === "GET" ? { session: [] } : { session: [], csrf: [] }],
    "x-permission": permissionOf(access),
    parameters: [
      ...pathParameters(path, schemas.params, components),
      ...queryParameters(schemas.query, components),
      ...headersOf(operationId).map((header) => ({
        ...header,
        in: "header",
        required: false,
        schema: { type: "string" },
      })),
    ],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: answersOf(route, schemas, components),
  };
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
    ...described(name, known[name] ?? { type: "string" }),
  }));
}

function queryParameters(schema: z.ZodType | undefined, components: Components): Schema[] {
  const { properties, required } = propertiesOf(schema, components);
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...described(name, value),
  }));
}

/** What the schema says of itself comes first. */
function described(name: string, { description = aboutParameter(name), ...schema }: Schema): Schema {
  return { ...(description === undefined ? {} : { description }), schema };
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
  // What may be left out whole is read as if it were empty.
  return { required: schema?.safeParse({}).success === false, content: { "application/json": { schema: given } } };
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
    description: "Of a browser that has signed in at /auth/login",
  },
  csrf: {
    type: "apiKey",
    in: "header",
    name: "X-CSRF-Token",
    description: "With the cookie of a session, for everything but GET: the value of the cookie momiji_csrf",
  },
};

const DESCRIPTION = `Airflow's REST API v2 under \`/api/v2\`, with its paths, bodies and errors, so that its clients go on working; and beside it what Momiji adds, under \`/api/momiji/v1\`.

**Who you are.** \`POST /auth/token\` with a name and a password answers a token; send it as \`Authorization: Bearer TOKEN\`. Programs have tokens of their own: \`POST /api/momiji/v1/tokens\`. What each operation demands stands in its \`x-permission\`; of a DAG, a run or a task it may also be granted for single DAGs. What you may not see is in no list.

**Moments** are ISO 8601, in answers in UTC with \`Z\`. In queries one without an offset is UTC; in bodies it must have one. **Durations** are seconds, unless the name says otherwise.

**Lists** come in pages (\`limit\`, \`offset\`), in an order (\`order_by\`), with \`total_entries\`; those of runs and task instances also by cursor, which costs the same wherever a page lies.

**Errors** have \`detail\`, as Airflow's, with a \`code\` that stays the same and a \`remedy\` that says what to do. Every answer has an \`X-Request-Id\`, which the server's log names too.`;
