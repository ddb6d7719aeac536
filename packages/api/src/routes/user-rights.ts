/** What an administrator asks about a user: what they may do in a DAG and why, and what they are signed in with. Beside Airflow's API. */
import { audit } from "../access/audit.ts";
import { effectiveRights } from "../access/effective-rights.ts";
import { presentToken } from "../access/present-access.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";
import { knownUser } from "./users.ts";

const ONE = "/api/momiji/v1/users/{username}";

export function userRightRoutes(options: ApiOptions): readonly Route[] {
  const { store, clock } = options;
  return [
    route({
      method: "GET",
      path: `${ONE}/rights`,
      operationId: "get_user_rights",
      access: { thing: "users", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).userRights,
      handle: async ({ params, query: { dag_id: dagId }, requireDag }) => {
        await requireDag(dagId, "dag", "read");
        const { username, roles, isActive } = await knownUser(options, params.username);
        const rights = await effectiveRights(store, { roles, dagId });
        return { username, dag_id: dagId, active: isActive, roles, rights };
      },
    }),
    route({
      method: "GET",
      path: `${ONE}/tokens`,
      operationId: "get_user_tokens",
      access: { thing: "users", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).tokens,
      handle: async ({ params }) => {
        const { id } = await knownUser(options, params.username);
        const tokens = await store.listCredentials(id, clock.now());
        return { tokens: tokens.map(presentToken), total_entries: tokens.length };
      },
    }),
    route({
      method: "DELETE",
      path: `${ONE}/tokens/{token_id}`,
      operationId: "delete_user_token",
      access: { thing: "users", may: "edit" },
      schemas: async () => (await import("../schemas/access.ts")).endedUserToken,
      handle: async ({ params: { token_id: id, username }, ...call }) => {
        const user = await knownUser(options, username);
        const noted = { now: clock.now(), events: [audit("delete_token", call, { id, username })] };
        if (!(await store.revokeCredential(user.id, id, noted))) throw new ApiError("token_not_found", [String(id)]);
        return answer(204);
      },
    }),
  ];
}
