/** Builds the HTTP server: one token for everything but liveness, Airflow's error bodies, no stack traces. */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { DEFAULT_ACCESS } from "./access/access-settings.ts";
import { compressAnswers } from "./compression.ts";
import { createGate } from "./access/gate.ts";
import type { ApiOptions } from "./api-options.ts";
import { limitConnections, StreamLimit } from "./connection-limit.ts";
import { addSecurityHeaders, BODY_LIMIT_BYTES, HTTP_OPTIONS, requestIdOf, TIMEOUTS, withoutBase } from "./hardening.ts";
import { RequestMetrics } from "./metrics.ts";
import { register } from "./register.ts";
import { sendError } from "./send-error.ts";
import { allRoutes } from "./routes.ts";
import { documentRoutes } from "./routes/documents.ts";
import { probeRoutes } from "./routes/probes.ts";
import type { Route } from "./route.ts";
import { isPageOfWeb, webPage } from "./routes/web.ts";
import { unknownRoute } from "./unknown-route.ts";
import { sendGuestsToLogin } from "./web-guests.ts";

/** Ids have up to 250 characters, percent-encoded at most nine times as many. */
const LONGEST_PARAM = 2250;

/** What is under way when the server stops gets so long; streams are ended at once. */
const STOP_GRACE_MICROS = 10_000_000;

export function createApiServer(options: ApiOptions): FastifyInstance {
  const { place } = options.access ?? DEFAULT_ACCESS;
  const settings = {
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: "idle" as const,
    genReqId: requestIdOf,
    http: HTTP_OPTIONS,
    keepAliveTimeout: TIMEOUTS.keepAliveMillis,
    requestTimeout: TIMEOUTS.requestMillis,
    rewriteUrl: ({ url = "/" }: { url?: string | undefined }) => withoutBase(url, place.basePath),
    routerOptions: { maxParamLength: LONGEST_PARAM },
    trustProxy: options.trustProxy === true ? ["loopback", "linklocal", "uniquelocal"] : false,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  };
  const { tls } = options;
  const { http: _plain, ...secured } = settings;
  const server: FastifyInstance =
    tls === undefined
      ? fastify(settings)
      : fastify({ ...secured, https: { ...tls, ...HTTP_OPTIONS, handshakeTimeout: TIMEOUTS.headersMillis } });
  const metrics = new RequestMetrics();
  addSecurityHeaders(server, place);
  compressAnswers(server);
  tellOfAnswers(server, options, metrics);
  limitStop(server, options);
  if (options.limits !== undefined) limitConnections(server, options.limits.connections);
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  const gate = createGate(options);
  sendGuestsToLogin(server, gate, options);
  const routes = [...allRoutes(options), ...probeRoutes(options, metrics), ...documentRoutes()];
  const sendUnknown = unknownTo(routes, options);
  server.setNotFoundHandler(sendUnknown);
  server.setErrorHandler((error, request, reply) =>
    // Fastify asks a QUERY for its content type before it looks whether there is one for that path; there is none.
    codeOf(error) === "FST_ERR_ROUTE_MISSING_CONTENT_TYPE"
      ? sendUnknown(request, reply)
      : sendError(error, reply, options),
  );
  register(server, routes, {
    gate,
    streams: new StreamLimit(options.limits?.streams ?? Infinity),
  });
  return server;
}

/** Of what no route answers: a page of the web interface, or that there is nothing. */
function unknownTo(routes: readonly Route[], { webFolder, access = DEFAULT_ACCESS }: ApiOptions) {
  return async ({ method, url, headers: sent }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (webFolder !== undefined && isPageOfWeb(method, url, sent.accept)) {
      const page = await webPage(webFolder, access.place.basePath, url);
      return reply.status(page.status).headers(page.headers).send(page.body);
    }
    const { status, body, headers } = unknownRoute(routes, method, url);
    return reply.status(status).headers(headers).send(body);
  };
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

function tellOfAnswers(server: FastifyInstance, { onAnswered }: ApiOptions, metrics: RequestMetrics): void {
  server.addHook("onResponse", (request, reply, done) => {
    const operation = request.routeOptions.config.operationId ?? "none";
    const { statusCode: status, elapsedTime: millis } = reply;
    metrics.note({ operation, status, seconds: millis / 1000 });
    const { id: requestId, method, ip: from } = request;
    onAnswered?.({ requestId, operation, method, status, millis: Math.round(millis * 1000) / 1000, from });
    done();
  });
}

/** A client that never reads its answer must not keep the server from stopping. */
function limitStop(server: FastifyInstance, { clock }: ApiOptions): void {
  let cancel = (): void => undefined;
  server.addHook("preClose", async () => {
    cancel = clock.setTimer(clock.now() + STOP_GRACE_MICROS, () => server.server.closeAllConnections());
  });
  server.addHook("onClose", async () => cancel());
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Of the route. */
    operationId?: string;
    route?: Route;
  }
}

/**
 * Bodies are read with zod, so no route has a JSON schema; Fastify's own compilers for such schemas would be loaded with the
 * first server all the same, which takes as long as half of its start.
 */
function noSchemas(): never {
  throw new Error("routes have no JSON schemas: their bodies are read in bodies.ts");
}
