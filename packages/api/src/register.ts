/** Puts routes on the HTTP server: who calls, whether they may, what they sent, what they get. */
import { Readable } from "node:stream";
import type { Json } from "@momiji/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "./access/access.ts";
import type { Identity } from "./access/principal.ts";
import { flowOf } from "./access/cookies.ts";
import { ACTIONS, ENTITIES, permissionText, THINGS } from "./access/vocabulary.ts";
import type { StreamLimit } from "./connection-limit.ts";
import { ApiError } from "./errors.ts";
import { readGiven } from "./read-given.ts";
import { Answer, type Call, type Route } from "./route.ts";

/** What a call had told for the event log. */
export interface Told {
  readonly [name: string]: Json;
}

export interface Gate {
  /** Who sent it. @throws ApiError `unauthenticated` */
  identify(request: FastifyRequest): Promise<Identity> | Identity;
  /** Who they are where nobody is asked. */
  readonly anybody: Identity;
  /** Writes down what was done. */
  note?(route: Route, call: Call, told: Told): Promise<void>;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** Airflow's word for all of a kind. */
const ANY = "~";

interface Door {
  readonly gate: Gate;
  readonly streams: StreamLimit;
}

export function register(server: FastifyInstance, routes: readonly Route[], { gate, streams }: Door): void {
  const open = new Set<AbortController>();
  server.addHook("preClose", async () => {
    for (const controller of open) controller.abort();
  });
  for (const route of routes) {
    const identity = new WeakMap<FastifyRequest, Identity>();
    server.route({
      method: route.method,
      config: { operationId: route.operationId, route },
      url: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      onRequest: async (request) => {
        if (route.access === "public") return;
        const caller = await gate.identify(request);
        await check(route.access, caller, request.params as Params);
        identity.set(request, caller);
      },
      handler: async (request, reply) => {
        const given = await readGiven(route, request);
        const caller = identity.get(request) ?? gate.anybody;
        const told: { [name: string]: Json } = {};
        const call = callOf(route, { request, reply, given, caller, open, told });
        const result = await route.handle(call);
        await gate.note?.(route, call, told);
        if (result instanceof Answer) return sent(reply, result, streams);
        // A text is a value as any other; by itself Fastify would send it as plain text.
        return typeof result === "string" ? reply.type(JSON_TYPE).send(JSON.stringify(result)) : result;
      },
    });
  }
}

/** @throws ApiError `too_many_streams` */
function holdPlace(body: Readable, streams: StreamLimit): void {
  try {
    body.once("close", streams.take());
  } catch (error) {
    body.destroy();
    throw error;
  }
}

type Params = { readonly [name: string]: string | undefined };

/** @throws ApiError `forbidden` */
async function check(access: Exclude<Access, "public">, { permissions }: Identity, params: Params): Promise<void> {
  if (access === "signed_in") return;
  if ("thing" in access) {
    if (!permissions.may(access.thing, access.may)) throw new ApiError("forbidden", [rightOf(access)]);
    return;
  }
  const { dag_id: dagId } = params;
  const isAllowed =
    dagId === undefined || dagId === ANY
      ? await permissions.mayEntity(access.dag, access.may)
      : await permissions.mayDag(dagId, access.dag, access.may);
  if (!isAllowed) throw new ApiError("forbidden", [rightOf(access)]);
}

/** As roles name it. */
function rightOf(access: Exclude<Access, string>): string {
  const resource = "thing" in access ? THINGS[access.thing] : ENTITIES[access.dag];
  return permissionText({ action: ACTIONS[access.may], resource });
}

interface Made {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly given: Pick<Call, "params" | "query" | "body">;
  readonly caller: Identity;
  readonly open: Set<AbortController>;
  readonly told: { [name: string]: Json };
}

function callOf({ access }: Route, { request, reply, given, caller, open, told }: Made): Call {
  const { principal, permissions } = caller;
  let controller: AbortController | undefined;
  return {
    ...given,
    headers: harmless(request.headers),
    principal,
    through: request.headers["x-momiji-client"] === "cli" ? "cli" : "rest_api",
    from: request.ip,
    requestId: request.id,
    flow: flowOf(request.headers.cookie),
    get signal() {
      controller ??= abortedAtEnd(reply, caller, open);
      return controller.signal;
    },
    dags:
      typeof access === "object" && "dag" in access
        ? permissions.scope(access.dag, access.may)
        : permissions.scope("dag", "read"),
    scope: permissions.scope,
    mayDag: permissions.mayDag,
    requireDag: async (dagId, entity, may) => {
      if (!(await permissions.mayDag(dagId, entity, may))) throw new ApiError("forbidden");
    },
    may: permissions.may,
    tell: (more) => void Object.assign(told, more),
  };
}

function abortedAtEnd(reply: FastifyReply, caller: Identity, open: Set<AbortController>): AbortController {
  const controller = new AbortController();
  open.add(controller);
  const forget = caller.whileValid?.(() => controller.abort());
  reply.raw.once("close", () => {
    forget?.();
    open.delete(controller);
    controller.abort();
  });
  return controller;
}

function harmless(headers: FastifyRequest["headers"]): Call["headers"] {
  const { authorization: _token, cookie: _cookies, ...rest } = headers;
  return rest as Call["headers"];
}

function sent(reply: FastifyReply, { status, body, headers }: Answer, streams: StreamLimit): FastifyReply {
  if (body instanceof Readable) holdPlace(body, streams);
  return reply.status(status).headers(headers).send(body);
}
