/** Builds the HTTP server: one token for everything but liveness, Airflow's error bodies, no stack traces. */
import { timingSafeEqual } from "node:crypto";
import { StoreError } from "@momiji/store";
import fastify, { type FastifyInstance } from "fastify";
import type { ApiOptions } from "./api-options.ts";
import { ApiError } from "./errors.ts";
import { Graphs } from "./graphs.ts";
import { backfillRoutes } from "./routes/backfills.ts";
import { clearRoutes } from "./routes/clear.ts";
import { alarmRoutes } from "./routes/alarms.ts";
import { assetRoutes } from "./routes/assets.ts";
import { queuedEventRoutes } from "./routes/queued-events.ts";
import { connectionRoutes } from "./routes/connections.ts";
import { dagDeletionRoutes } from "./routes/dag-deletion.ts";
import { dagRoutes } from "./routes/dags.ts";
import { eventLogRoutes } from "./routes/event-logs.ts";
import { markRoutes } from "./routes/marks.ts";
import { explainRoutes } from "./routes/explain.ts";
import { hitlRoutes } from "./routes/hitl.ts";
import { monitorRoutes } from "./routes/monitor.ts";
import { runActRoutes } from "./routes/run-acts.ts";
import { poolRoutes } from "./routes/pools.ts";
import { runRoutes } from "./routes/runs.ts";
import { upkeepRoutes } from "./routes/upkeep.ts";
import { variableRoutes } from "./routes/variables.ts";
import { xcomRoutes } from "./routes/xcoms.ts";

/** Bodies larger than this are refused with 413. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export function createApiServer(options: ApiOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  const expected = Buffer.from(`Bearer ${options.token}`);
  server.addHook("onRequest", async (request) => {
    if (request.routeOptions.config.public === true) return;
    const given = Buffer.from(request.headers.authorization ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ApiError("unauthenticated");
  });
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) return reply.status(error.status).send(error.body());
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
  for (const routes of [
    monitorRoutes,
    dagRoutes,
    dagDeletionRoutes,
    runRoutes,
    assetRoutes,
    queuedEventRoutes,
    variableRoutes,
    connectionRoutes,
    poolRoutes,
    explainRoutes,
    upkeepRoutes,
    hitlRoutes,
    alarmRoutes,
    xcomRoutes,
  ])
    routes(server, options);
  const deps = { store: options.store, clock: options.clock, graphs: new Graphs(options.store) };
  for (const routes of [clearRoutes, markRoutes, runActRoutes, backfillRoutes, eventLogRoutes]) routes(server, deps);
  return server;
}

/**
 * Bodies are read with zod, so no route has a JSON schema; Fastify's own compilers for such schemas would be loaded with the
 * first server all the same, which takes as long as half of its start.
 */
function noSchemas(): never {
  throw new Error("routes have no JSON schemas: their bodies are read in bodies.ts");
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Answered without a token. */
    public?: boolean;
  }
}
