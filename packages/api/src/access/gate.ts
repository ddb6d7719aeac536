/** Who sent a request: the command line of this machine, the bearer of a token, or the browser of a session. */
import type { Clock } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { FastifyRequest } from "fastify";
import { ApiError } from "../errors.ts";
import type { Gate } from "../register.ts";
import { auditedEntry } from "./audited.ts";
import { CSRF_HEADER, sessionOf } from "./cookies.ts";
import { grantedPermissions } from "./granted-permissions.ts";
import { everything, localPrincipal } from "./local-principal.ts";
import { nobody } from "./nobody.ts";
import type { Identity } from "./principal.ts";
import { Revocations } from "./revocations.ts";
import { csrfTokenOf, hashSecret, isSame } from "./secret.ts";

interface Asked extends GateDeps {
  readonly revocations: Revocations;
}

export interface GateDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** That of this machine's command line. */
  readonly token: string;
}

const BEARER = /^bearer +(\S+)$/i;

export function createGate(deps: GateDeps): Gate {
  const local = `Bearer ${deps.token}`;
  const asked = { ...deps, revocations: new Revocations(deps) };
  return {
    anybody: nobody,
    note: async (route, call, told) => {
      const entry = auditedEntry(route, call, told);
      if (entry !== null) await deps.store.logEvents([entry], deps.clock.now());
    },
    identify: ({ headers, method }: FastifyRequest) => {
      const { authorization, cookie } = headers;
      if (authorization !== undefined) {
        if (isSame(authorization, local)) return localIdentity(headers["x-momiji-user"]);
        return byToken(asked, BEARER.exec(authorization)?.[1]);
      }
      const secret = sessionOf(cookie);
      if (secret === null) throw new ApiError("unauthenticated");
      // A form of another site sends the cookie along, but cannot read what stands beside it.
      if (method !== "GET" && !isSame(String(headers[CSRF_HEADER] ?? ""), csrfTokenOf(secret)))
        throw new ApiError("forged");
      return bySession(asked, secret);
    },
  };
}

function localIdentity(named: string | string[] | undefined): Identity {
  return { principal: localPrincipal(typeof named === "string" ? named : undefined), permissions: everything };
}

async function byToken(deps: Asked, secret: string | undefined): Promise<Identity> {
  const identity = secret === undefined ? null : await identityOf(deps, secret);
  if (identity?.principal.how !== "token") throw new ApiError("unauthenticated");
  return identity;
}

async function bySession(deps: Asked, secret: string): Promise<Identity> {
  const identity = await identityOf(deps, secret);
  if (identity?.principal.how !== "session") throw new ApiError("unauthenticated");
  return identity;
}

/** Asked of the store with every request: what was taken away is gone with the next one. */
async function identityOf({ store, clock, revocations }: Asked, secret: string): Promise<Identity | null> {
  const hash = hashSecret(secret);
  const found = await store.findCredential(hash, clock.now());
  if (found === null) return null;
  const known = identities.get(found);
  if (known !== undefined) return known;
  const { user, credential } = found;
  const principal = {
    id: user.id,
    name: user.username,
    roles: user.roles,
    how: credential.kind === "session" ? "session" : "token",
    credential: credential.id,
  } as const;
  const held = { hash, roles: user.roles, expiresAt: credential.expiresAt };
  const identity = {
    principal,
    permissions: await grantedPermissions(store, { roles: user.roles, scopes: credential.scopes }),
    whileValid: (end: () => void) => revocations.watch(held, end),
  };
  identities.set(found, identity);
  return identity;
}

/** The store gives another record as soon as anything about users, roles or credentials has changed. */
const identities = new WeakMap<object, Identity>();
