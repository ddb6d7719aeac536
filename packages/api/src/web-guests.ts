/** A page of the web interface is of no use to somebody who is not signed in: the login comes first, and leads back to it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DEFAULT_ACCESS } from "./access/access-settings.ts";
import type { ApiOptions } from "./api-options.ts";
import { ApiError } from "./errors.ts";
import type { Gate } from "./register.ts";
import { isPageOfWeb, PAGE_OPERATION } from "./routes/web.ts";

export function sendGuestsToLogin(server: FastifyInstance, gate: Gate, options: ApiOptions): void {
  const { webFolder, access = DEFAULT_ACCESS } = options;
  if (webFolder === undefined) return;
  const { basePath } = access.place;
  server.addHook("onRequest", async (request, reply) => {
    if (!isPage(request) || !(await isGuest(gate, request))) return;
    const next = encodeURIComponent(`${basePath}${request.url.slice(1)}`);
    return reply.redirect(`${basePath}auth/login?next=${next}`);
  });
}

/** What no operation answers is a page as well: the interface finds out which. */
function isPage({ method, url, headers, routeOptions }: FastifyRequest): boolean {
  const { operationId = PAGE_OPERATION } = routeOptions.config;
  return operationId === PAGE_OPERATION && isPageOfWeb(method, url, headers.accept);
}

/** If that cannot be found out, the page itself says what is wrong. */
async function isGuest(gate: Gate, request: FastifyRequest): Promise<boolean> {
  try {
    await gate.identify(request);
    return false;
  } catch (error) {
    return error instanceof ApiError && error.code === "unauthenticated";
  }
}
