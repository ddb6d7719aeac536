/** Users, under the paths of Airflow's FAB auth manager. What takes rights away ends sessions and tokens at once. */
import type { UserChange, UserRecord } from "@momiji/store";
import { audit } from "../access/audit.ts";
import { BUILT_IN_ROLES } from "../access/built-in-roles.ts";
import { presentUser } from "../access/present-access.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

const PATH = "/auth/fab/v1/users";
const ONE = `${PATH}/{username}` as const;
const ADMIN = "Admin";

export function userRoutes(options: ApiOptions): readonly Route[] {
  return [...looks(options), create(options), change(options), remove(options)];
}

function looks(options: ApiOptions): readonly Route[] {
  const { store } = options;
  return [
    route({
      method: "GET",
      path: PATH,
      operationId: "get_users",
      access: { thing: "users", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).users,
      handle: async ({ query: { limit, offset } }) => {
        const users = await store.listUsers();
        return { users: users.slice(offset, offset + limit).map(presentUser), total_entries: users.length };
      },
    }),

    route({
      method: "GET",
      path: ONE,
      operationId: "get_user",
      access: { thing: "users", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).user,
      handle: async ({ params }) => presentUser(await knownUser(options, params.username)),
    }),
  ];
}

function create(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "POST",
    path: PATH,
    operationId: "post_user",
    access: { thing: "users", may: "create" },
    schemas: async () => (await import("../schemas/access.ts")).newUser,
    handle: async ({ body, ...call }) => {
      const { hashPassword } = await import("../access/password.ts");
      const { username, first_name: firstName, last_name: lastName, email } = body;
      const roles = await knownRoles(options, body.roles);
      const password = body.password === undefined ? null : await hashPassword(body.password);
      const user = { username, firstName, lastName, email, password, provider: null, roles };
      const after = { username, first_name: firstName, last_name: lastName, email, roles };
      const noted = { now: clock.now(), events: [audit("create_user", call, { username, after })] };
      const made = await store.createUser(user, noted);
      if (made === null) throw new ApiError("user_exists", [username]);
      return presentUser(made);
    },
  });
}

function change(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "PATCH",
    path: ONE,
    operationId: "patch_user",
    access: { thing: "users", may: "edit" },
    schemas: async () => (await import("../schemas/access.ts")).changedUser,
    handle: async ({ params, body, ...call }) => {
      const { hashPassword } = await import("../access/password.ts");
      const { username } = params;
      if (body.username !== undefined && body.username !== username) throw new ApiError("other_name", ["username"]);
      const before = await knownUser(options, username);
      const wanted: UserChange = {
        ...(body.first_name === undefined ? {} : { firstName: body.first_name }),
        ...(body.last_name === undefined ? {} : { lastName: body.last_name }),
        ...(body.email === undefined ? {} : { email: body.email }),
        ...(body.roles === undefined ? {} : { roles: await knownRoles(options, body.roles) }),
        ...(body.active === undefined ? {} : { isActive: body.active }),
      };
      await keepAnAdmin(options, before, { ...before, ...wanted });
      const hashed = body.password === undefined ? {} : { password: await hashPassword(body.password) };
      const extra = {
        username,
        before: shown(before),
        after: shown({ ...before, ...wanted }),
        password_changed: body.password !== undefined,
      };
      const noted = { now: clock.now(), events: [audit("edit_user", call, extra)] };
      await store.changeUser(before.id, { ...wanted, ...hashed }, noted);
      return presentUser(await knownUser(options, username));
    },
  });
}

function remove(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "DELETE",
    path: ONE,
    operationId: "delete_user",
    access: { thing: "users", may: "delete" },
    schemas: async () => (await import("../schemas/access.ts")).removal,
    handle: async ({ params, ...call }) => {
      const user = await knownUser(options, params.username);
      await keepAnAdmin(options, user, null);
      const extra = { username: user.username, before: shown(user) };
      await store.removeUser(user.id, { now: clock.now(), events: [audit("delete_user", call, extra)] });
      return answer(204);
    },
  });
}

/** @throws ApiError `user_not_found` */
export async function knownUser({ store }: ApiOptions, username: string): Promise<UserRecord> {
  const user = await store.findUser({ username });
  if (user === null) throw new ApiError("user_not_found", [username]);
  return user;
}

async function knownRoles({ store }: ApiOptions, given: readonly { readonly name: string }[]): Promise<string[]> {
  const known = new Set([...BUILT_IN_ROLES.keys(), ...(await store.listRoles()).map(({ name }) => name)]);
  for (const { name } of given) if (!known.has(name)) throw new ApiError("role_not_found", [name]);
  return given.map(({ name }) => name);
}

/** Nobody shuts themselves out: some active user stays Admin. */
async function keepAnAdmin({ store }: ApiOptions, before: UserRecord, after: UserRecord | null): Promise<void> {
  const isAdmin = (user: UserRecord | null): boolean => user?.isActive === true && user.roles.includes(ADMIN);
  if (!isAdmin(before) || isAdmin(after)) return;
  const others = (await store.listUsers()).filter((user) => user.id !== before.id && isAdmin(user));
  if (others.length === 0) throw new ApiError("last_admin", [before.username]);
}

/** What the event log may hold of a user. */
function shown({ firstName, lastName, email, roles, isActive }: UserRecord) {
  return { first_name: firstName, last_name: lastName, email, roles: [...roles], active: isActive };
}
