/** Roles, under the paths of Airflow's FAB auth manager. Those that every installation has cannot be changed. */
import type { Permission, RoleRecord } from "@momiji/store";
import { audit } from "../access/audit.ts";
import { BUILT_IN_ROLES } from "../access/built-in-roles.ts";
import { presentPermission, presentRole } from "../access/present-access.ts";
import { ACTIONS, permissionText, readPermission, RESOURCES } from "../access/vocabulary.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

const PATH = "/auth/fab/v1/roles";
const ONE = `${PATH}/{role_name}` as const;

export function roleRoutes(options: ApiOptions): readonly Route[] {
  return [...looks(options), permissions(), create(options), change(options), remove(options)];
}

function looks(options: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: PATH,
      operationId: "get_roles",
      access: { thing: "roles", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).roles,
      handle: async () => {
        const roles = [...builtIn(), ...(await options.store.listRoles())];
        return {
          roles: roles.map(({ name, permissions }) => presentRole(name, permissions)),
          total_entries: roles.length,
        };
      },
    }),

    route({
      method: "GET",
      path: ONE,
      operationId: "get_role",
      access: { thing: "roles", may: "read" },
      schemas: async () => (await import("../schemas/access.ts")).role,
      handle: async ({ params }) => {
        const role =
          builtIn().find(({ name }) => name === params.role_name) ?? (await knownRole(options, params.role_name));
        return presentRole(role.name, role.permissions);
      },
    }),
  ];
}

function permissions(): Route {
  return route({
    method: "GET",
    path: "/auth/fab/v1/permissions",
    operationId: "get_permissions",
    access: { thing: "roles", may: "read" },
    schemas: async () => (await import("../schemas/access.ts")).permissions,
    handle: () => {
      const all = [...RESOURCES].flatMap((resource) => Object.values(ACTIONS).map((action) => ({ action, resource })));
      return { actions: all.map(presentPermission), total_entries: all.length };
    },
  });
}

function create({ store, clock }: ApiOptions): Route {
  return route({
    method: "POST",
    path: PATH,
    operationId: "post_role",
    access: { thing: "roles", may: "create" },
    schemas: async () => (await import("../schemas/access.ts")).newRole,
    handle: async ({ body: { name, actions }, ...call }) => {
      const isTaken = BUILT_IN_ROLES.has(name) || (await store.listRoles()).some((role) => role.name === name);
      if (isTaken) throw new ApiError("role_exists", [name]);
      const role = { name, permissions: readActions(actions) };
      const extra = { role: name, after: role.permissions.map(permissionText) };
      await store.putRole(role, { now: clock.now(), events: [audit("create_role", call, extra)] });
      return presentRole(name, role.permissions);
    },
  });
}

function change(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "PATCH",
    path: ONE,
    operationId: "patch_role",
    access: { thing: "roles", may: "edit" },
    schemas: async () => (await import("../schemas/access.ts")).changedRole,
    handle: async ({ params: { role_name: name }, body, ...call }) => {
      if (body.name !== undefined && body.name !== name) throw new ApiError("other_name", ["name"]);
      const before = await ownRole(options, name);
      const after = readActions(body.actions);
      const extra = { role: name, before: before.permissions.map(permissionText), after: after.map(permissionText) };
      await store.putRole(
        { name, permissions: after },
        { now: clock.now(), events: [audit("edit_role", call, extra)] },
      );
      return presentRole(name, after);
    },
  });
}

function remove(options: ApiOptions): Route {
  const { store, clock } = options;
  return route({
    method: "DELETE",
    path: ONE,
    operationId: "delete_role",
    access: { thing: "roles", may: "delete" },
    schemas: async () => (await import("../schemas/access.ts")).removal,
    handle: async ({ params: { role_name: name }, ...call }) => {
      const { permissions: before } = await ownRole(options, name);
      const extra = { role: name, before: before.map(permissionText) };
      await store.removeRole(name, { now: clock.now(), events: [audit("delete_role", call, extra)] });
      return answer(204);
    },
  });
}

function builtIn(): RoleRecord[] {
  return [...BUILT_IN_ROLES].map(([name, texts]) => ({
    name,
    permissions: [...texts].map((text) => readPermission(text) as Permission),
  }));
}

async function knownRole({ store }: ApiOptions, name: string): Promise<RoleRecord> {
  const role = (await store.listRoles()).find((each) => each.name === name);
  if (role === undefined) throw new ApiError("role_not_found", [name]);
  return role;
}

async function ownRole(options: ApiOptions, name: string): Promise<RoleRecord> {
  if (BUILT_IN_ROLES.has(name)) throw new ApiError("role_is_built_in", [name]);
  return knownRole(options, name);
}

function readActions(
  actions: readonly { readonly action: { readonly name: string }; readonly resource: { readonly name: string } }[],
): Permission[] {
  return actions.map(({ action, resource }) => {
    const text = permissionText({ action: action.name, resource: resource.name });
    const permission = readPermission(text);
    if (permission === null) throw new ApiError("no_such_permission", [text]);
    return permission;
  });
}
