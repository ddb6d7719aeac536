/** Connections of the store. */
import { type ConnectionRecord, extraOf } from "@momiji/core";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import type { Entities } from "../settings/bulk.ts";
import { checkedConnection, Vault } from "../settings/vault.ts";
import { presentConnection, presentListedConnection, unredacted } from "../settings/present-settings.ts";
import type { ConnectionFields } from "../settings/settings-bodies.ts";
import { settingsRoutes, touched } from "./settings.ts";
import { route, type Route } from "../route.ts";

export function connectionRoutes(options: ApiOptions): readonly Route[] {
  const { store, keys, clock } = options;
  const vault = new Vault(store, keys);
  const known = async (id: string): Promise<ConnectionRecord> => {
    const connection = await vault.findConnection(id);
    if (connection === null) throw new ApiError("connection_not_found", [id]);
    return connection;
  };
  const entities = async (): Promise<Entities<ConnectionFields>> => {
    const { readConnection } = await import("../settings/settings-bodies.ts");
    return {
      read: readConnection,
      nameOf: ({ connection_id }) => connection_id,
      exists: async (id) => (await store.findConnection(id)) !== null,
      logged: async (id) => {
        const found = await store.findConnection(id);
        if (found === null) return null;
        const { secret: _secret, ...plain } = found;
        return { ...plain };
      },
      existsError: (id) => new ApiError("connection_exists", [id]),
      create: (fields, when) => vault.putConnection(withFields(emptyConnection(fields), fields), when, clock.now()),
      update: async (id, fields, mask) => {
        const before = await known(id);
        await vault.putConnection(changedConnection(before, touched(fields, mask)), "always", clock.now());
      },
      remove: async (id) => {
        if (!(await store.removeConnection(id))) throw new ApiError("connection_not_found", [id]);
      },
    };
  };
  const settings = settingsRoutes({
    kind: "connections",
    name: "connection_id",
    list: async () => (await vault.listConnections()).map(presentListedConnection),
    show: async (id) => presentConnection(await known(id)),
    readPatch: async (body) => (await import("../settings/settings-bodies.ts")).readConnection(body),
    entities,
  });
  return [testRoute(options), ...settings];
}

/** Nothing of what is tested is kept. */
function testRoute({ connectionTester: tester }: ApiOptions): Route {
  return route({
    method: "POST",
    path: "/api/v2/connections/test",
    operationId: "test_connection",
    access: { thing: "connections", may: "create" },
    schemas: async () => (await import("../schemas/connection-tests.ts")).test,
    handle: async ({ body }) => {
      if (tester === undefined) throw new ApiError("connection_test_disabled");
      const { readConnection } = await import("../settings/settings-bodies.ts");
      const fields = readConnection(body);
      const before = (await tester.settings.connection(fields.connection_id)) ?? emptyConnection(fields);
      const { status, message } = await tester.test(checkedConnection(changedConnection(before, fields)));
      return { status, message };
    },
  });
}

export function emptyConnection({ connection_id, conn_type }: ConnectionFields): ConnectionRecord {
  const nothing = { description: null, host: null, login: null, password: null, schema: null, port: null, extra: null };
  return { connectionId: connection_id, type: conn_type, ...nothing };
}

function withFields(record: ConnectionRecord, fields: Partial<ConnectionFields>): ConnectionRecord {
  const { conn_type, connection_id: _id, team_name: _team, ...rest } = fields;
  const given = Object.entries(rest).map(([name, value]) => [name, value === "" ? null : value]);
  return { ...record, ...(conn_type === undefined ? {} : { type: conn_type }), ...Object.fromEntries(given) };
}

/** A password or an extra that comes back as it was shown stays what it was. */
export function changedConnection(before: ConnectionRecord, fields: Partial<ConnectionFields>): ConnectionRecord {
  const after = withFields(before, fields);
  const password = unredacted(after.password, before.password) as string | null;
  const extra = after.extra === null ? null : unredactedExtra(after.extra, before);
  return { ...after, password, extra };
}

function unredactedExtra(extra: string, before: ConnectionRecord): string {
  if (!extra.includes("***")) return extra;
  const given = extraOf({ ...before, extra });
  return JSON.stringify(unredacted(given, extraOf(before)));
}
