/** Builds the HTTP server: one token for everything but liveness, Airflow's error bodies, no stack traces. */
import { StoreError } from "@momiji/store";
import fastify, { type FastifyInstance } from "fastify";
import { createGate } from "./access/gate.ts";
import type { ApiOptions } from "./api-options.ts";
import { ApiError } from "./errors.ts";
import { register } from "./register.ts";
import { allRoutes } from "./routes.ts";

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
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) return reply.status(status).send({ detail: (error as Error).message });
    options.onError(error);
    return reply.status(500).send({ detail: "Internal server error; the server's log says more" });
  });
  server.setNotFoundHandler((_request, reply) => reply.status(404).send({ error: "API route not found" }));
  register(server, allRoutes(options), createGate(options));
  return server;
}

/**
 * Bodies are read with zod, so no route has a JSON schema; Fastify's own compilers for such schemas would be loaded with the
 * first server all the same, which takes as long as half of its start.
 */
function noSchemas(): never {
  throw new Error("routes have no JSON schemas: their bodies are read in bodies.ts");
}
