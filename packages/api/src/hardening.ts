/** What every answer carries and every connection is held to, whatever route it is about. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

/** Bodies larger than this are refused with 413. */
export const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

const HEADER_LIMIT_BYTES = 16 * 1024;
const SECOND_MILLIS = 1000;

/** A client that sends its request in drops is cut off; one that reads its answer slowly is not. */
export const TIMEOUTS = {
  headersMillis: 10 * SECOND_MILLIS,
  requestMillis: 60 * SECOND_MILLIS,
  keepAliveMillis: 75 * SECOND_MILLIS,
  checkMillis: 2 * SECOND_MILLIS,
};

export const HTTP_OPTIONS = {
  maxHeaderSize: HEADER_LIMIT_BYTES,
  headersTimeout: TIMEOUTS.headersMillis,
  requestTimeout: TIMEOUTS.requestMillis,
  connectionsCheckingInterval: TIMEOUTS.checkMillis,
};

/** Pages bring a policy of their own; nothing else is a page. */
const CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  // A route may say something else of these two. What one person may see must not be kept for another.
  "content-security-policy": CONTENT_POLICY,
  "cache-control": "no-store",
};

const YEAR_SECONDS = 31_536_000;

export function addSecurityHeaders(server: FastifyInstance, { isSecure }: { readonly isSecure: boolean }): void {
  const headers = isSecure ? { ...HEADERS, "strict-transport-security": `max-age=${YEAR_SECONDS}` } : HEADERS;
  server.addHook("onRequest", (request, reply, done) => {
    reply.headers(headers).header("x-request-id", request.id);
    done();
  });
}

const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** The proxy's, if it has given one that can stand in a log. */
export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** The url without the path below which the server stands behind its proxy, for proxies that leave it there. */
export function withoutBase(url: string, basePath: string): string {
  if (basePath === "/") return url;
  if (url.startsWith(basePath)) return url.slice(basePath.length - 1);
  const bare = basePath.slice(0, -1);
  return url === bare || url.startsWith(`${bare}?`) ? `/${url.slice(bare.length)}` : url;
}
