/** What is one's own: who one is, one's password, and the tokens that one made. */
import type { Permission } from "@momiji/store";
import { audit } from "../access/audit.ts";
import { presentToken } from "../access/present-access.ts";
import { hashSecret, newSecret } from "../access/secret.ts";
import { readPermission } from "../access/vocabulary.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, type Call, route, type Route } from "../route.ts";

const TOKENS = "/api/momiji/v1/tokens";
const DAY_MICROS = 86_400_000_000;

export function tokenRoutes(options: ApiOptions): readonly Route[] {
  return [me(), password(options), list(options), create(options), revoke(options)];
}

function me(): Route {
  return route({
    method: "GET",
    path: "/api/momiji/v1/me",
    operationId: "get_me",
    access: "signed_in",
    schemas: async () => (await import("../schemas/access.ts")).me,
    handle: ({ principal: { name, roles, how } }) => ({ username: name, roles, how }),
  });
}

function password(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "PATCH",
    path: "/api/momiji/v1/me/password",
    operationId: "patch_my_password",
    access: "signed_in",
    schemas: async () => (await import("../schemas/access.ts")).password,
    handle: async ({ body, ...call }) => {
      const { id, credential } = await personOf(call, options);
      const { hashPassword, verifyPassword } = await import("../access/password.ts");
      const user = await store.findUser({ username: call.principal.name });
      if (!(await verifyPassword(body.old_password, user?.password ?? null))) throw new ApiError("wrong_login");
      const noted = { now: clock.now(), events: [audit("change_password", call)], keep: credential };
      await store.changeUser(id, { password: await hashPassword(body.new_password) }, noted);
      return answer(204);
    },
  });
}

function list(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "GET",
    path: TOKENS,
    operationId: "get_tokens",
    access: "signed_in",
    schemas: async () => (await import("../schemas/access.ts")).tokens,
    handle: async (call) => {
      const { id } = await personOf(call, options);
      const tokens = await store.listCredentials(id, clock.now());
      return { tokens: tokens.map(presentToken), total_entries: tokens.length };
    },
  });
}

function create(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "POST",
    path: TOKENS,
    operationId: "post_token",
    access: "signed_in",
    schemas: async () => (await import("../schemas/access.ts")).newToken,
    handle: async ({ body, ...call }) => {
      const { id: userId } = await personOf(call, options);
      const now = clock.now();
      const secret = newSecret();
      const expiresAt = now + Math.round(body.expires_in_days * DAY_MICROS);
      const scopes = body.scopes?.map(knownScope) ?? null;
      const extra = { name: body.name, scopes: body.scopes };
      const token = { userId, kind: "personal", hash: hashSecret(secret), name: body.name, scopes, expiresAt } as const;
      const made = await store.issueCredential(token, { now, events: [audit("create_token", call, extra)] });
      return answer(201, { ...presentToken(made), token: secret });
    },
  });
}

function revoke(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "DELETE",
    path: `${TOKENS}/{token_id}`,
    operationId: "delete_token",
    access: "signed_in",
    schemas: async () => (await import("../schemas/access.ts")).endedToken,
    handle: async ({ params: { token_id: id }, ...call }) => {
      const { id: userId } = await personOf(call, options);
      const noted = { now: clock.now(), events: [audit("delete_token", call, { id })] };
      if (!(await store.revokeCredential(userId, id, noted))) throw new ApiError("token_not_found", [String(id)]);
      return answer(204);
    },
  });
}

/**
 * A user of the store, not with a token that was made for less: such a one must not make others.
 * @throws ApiError `not_by_token`
 */
async function personOf(
  { principal }: Pick<Call, "principal">,
  { store, clock }: ApiOptions,
): Promise<{ readonly id: number; readonly credential: number }> {
  const { id, credential } = principal;
  if (id === null || credential === undefined) throw new ApiError("not_by_token");
  const own = (await store.listCredentials(id, clock.now())).find((each) => each.id === credential);
  if (own === undefined || own.scopes !== null) throw new ApiError("not_by_token");
  return { id, credential };
}

function knownScope(text: string): Permission {
  const permission = readPermission(text);
  if (permission === null) throw new ApiError("no_such_permission", [text]);
  return permission;
}
