/**
 * Set up for every test (vitest.config.ts): whatever a server of the API answers in it must be what its route says, field by
 * field; else the test fails with what did not fit. Servers in other processes are not seen.
 */
import { subscribe } from "node:diagnostics_channel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { afterEach } from "vitest";

const violations: string[] = [];

/** Forgets them: for tests of this itself. */
export function takeViolations(): readonly string[] {
  return violations.splice(0);
}

// Fastify tells here of every server that is made.
subscribe("fastify.initialization", (message) => {
  const { fastify } = message as { readonly fastify: FastifyInstance };
  fastify.addHook("onSend", async (request, reply, payload) => {
    const found = await violationOf(request, reply, payload);
    if (found !== null) violations.push(found);
  });
});

async function violationOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<string | null> {
  const { route } = request.routeOptions.config;
  const body = bodyOf(payload);
  if (route === undefined || body === null) return null;
  const { problemOfAnswer } = await import("./answer-check.testing.ts");
  const contentType = reply.getHeader("content-type");
  const problem = await problemOfAnswer(route, {
    status: reply.statusCode,
    mediaType: typeof contentType === "string" ? (contentType.split(";")[0] ?? "") : "",
    body,
  });
  return problem === null ? null : `${route.method} ${request.url} (${route.operationId}) ${problem}`;
}

/** Null: a stream. */
function bodyOf(payload: unknown): string | null {
  if (payload === undefined || payload === null) return "";
  if (typeof payload === "string") return payload;
  return Buffer.isBuffer(payload) ? payload.toString() : null;
}

afterEach(() => {
  const found = takeViolations();
  if (found.length > 0) throw new Error(`answers of the API that are not as their routes say:\n${found.join("\n")}`);
});
