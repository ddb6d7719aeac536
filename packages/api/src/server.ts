/** Builds the HTTP server: one token for everything but liveness, Airflow's error bodies, no stack traces. */
import { StoreError } from "@momiji/store";
import fastify, { type FastifyInstance } from "fastify";
import { createGate } from "./access/gate.ts";
import type { ApiOptions } from "./api-options.ts";
import { ApiError, InvalidRequest } from "./errors.ts";
import { register } from "./register.ts";
import { allRoutes } from "./routes.ts";
import { unknownRoute } from "./unknown-route.ts";

/** Bodies larger than this are refused with 413. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** Ids have up to 250 characters, percent-encoded at most nine times as many. */
const LONGEST_PARAM = 2250;

export function createApiServer(options: ApiOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: LONGEST_PARAM },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) {
      if (error.code === "too_many_logins") reply.header("retry-after", error.words[0]);
      return reply.status(error.status).send(error.body());
    }
    if (error instanceof StoreError) {
      options.onError(error);
      return reply.status(error.status).send({ detail: error.message, code: error.code, remedy: error.remedy });
    }
    const { statusCode: status = 500, code } = error as { readonly statusCode?: number; readonly code?: string };
    if (code !== undefined && UNREADABLE.has(code))
      return reply.status(422).send(unreadableBody((error as Error).message));
    if (status < 500) return reply.status(status).send({ detail: (error as Error).message });
    options.onError(error);
    return reply.status(500).send({ detail: "Internal server error; the server's log says more" });
  });
  const routes = allRoutes(options);
  server.setNotFoundHandler(({ method, url }, reply) => {
    const { status, body, headers } = unknownRoute(routes, method, url);
    return reply.status(status).headers(headers).send(body);
  });
  register(server, routes, createGate(options));
  return server;
}

/** Fastify's codes of bodies that are no JSON. */
const UNREADABLE = new Set(["FST_ERR_CTP_INVALID_JSON_BODY", "FST_ERR_CTP_EMPTY_JSON_BODY"]);

/** As Airflow answers to what is no JSON. */
function unreadableBody(message: string) {
  return new InvalidRequest([{ loc: ["body", 0], message, type: "json_invalid", input: {} }]).body();
}

/**
 * Bodies are read with zod, so no route has a JSON schema; Fastify's own compilers for such schemas would be loaded with the
 * first server all the same, which takes as long as half of its start.
 */
function noSchemas(): never {
  throw new Error("routes have no JSON schemas: their bodies are read in bodies.ts");
}
