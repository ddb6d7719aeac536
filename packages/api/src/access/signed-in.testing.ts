/** For tests: a server over a store in memory with a clock that stands, and people who call it. */
import type { Micros } from "@momiji/core";
import { openSqliteStore, type Permission, type Store, type UserRecord } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import type { ApiOptions } from "../api-options.ts";
import { createApiServer } from "../server.ts";
import { generateKey, KeyRing } from "../settings/key-ring.ts";
import { hashSecret } from "./secret.ts";

export const NOW: Micros = 1_773_144_000_000_000;
export const LOCAL = "the-token-of-this-machine";

export interface Answered {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  readonly headers: { readonly [name: string]: unknown };
}

export interface Tested {
  readonly store: Store;
  readonly server: FastifyInstance;
  /** What the server told of itself. */
  readonly errors: unknown[];
  readonly clock: { now: Micros };
  /** A user, whose password is the hash that is given, and a token of theirs. */
  user(
    name: string,
    roles: readonly string[],
    more?: { scopes?: readonly Permission[]; password?: string },
  ): Promise<Caller>;
}

export interface Caller {
  readonly user: UserRecord;
  readonly token: string;
  call(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, payload?: object): Promise<Answered>;
}

export async function testServer(more: Partial<ApiOptions> = {}): Promise<Tested> {
  const store = await openSqliteStore({ path: ":memory:" });
  const clock = { now: NOW };
  const errors: unknown[] = [];
  const server = createApiServer({
    store,
    clock: { now: () => clock.now, setTimer: () => () => undefined },
    token: LOCAL,
    version: "9.9.9",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map([["default", 4]]),
    catchupLimit: 1000,
    reserialize: async () => undefined,
    removeDag: async () => undefined,
    onError: (error) => errors.push(error),
    ...more,
  });
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  const user: Tested["user"] = async (name, roles, { scopes = null, password = null } = {}) => {
    const noted = { now: NOW, events: [] };
    const made = { username: name, firstName: "", lastName: "", email: "", provider: null, password, roles };
    const record = (await store.createUser(made, noted)) as UserRecord;
    const token = `token-of-${name}`;
    const credential = { userId: record.id, kind: "personal", hash: hashSecret(token), name, scopes } as const;
    await store.issueCredential({ ...credential, expiresAt: NOW + 86_400_000_000 }, noted);
    return { user: record, token, call: callerOf(server, { authorization: `Bearer ${token}` }) };
  };
  return { store, server, errors, clock, user };
}

/** @param headers what proves who calls */
export function callerOf(server: FastifyInstance, headers: { readonly [name: string]: string }): Caller["call"] {
  return async (method, url, payload) => {
    const sent = { method, url, headers, ...(payload === undefined ? {} : { payload }) };
    const { statusCode, body, headers: given } = await server.inject(sent);
    return { status: statusCode, body: readJson(body), headers: given };
  };
}

function readJson(text: string): Answered["body"] {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
