/** What a form for connections needs: the types with their fields, and a test that says how far it came. Beside Airflow's API. */
import { CONNECTION_TYPES } from "@momiji/core";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { checkedConnection } from "../settings/vault.ts";
import { changedConnection, emptyConnection } from "./connections.ts";

export function connectionFormRoutes({ connectionTester: tester }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/connections/types",
      operationId: "get_connection_types",
      access: { thing: "connections", may: "read" },
      schemas: async () => (await import("../schemas/setting-forms.ts")).types,
      handle: () => ({
        types: CONNECTION_TYPES.map(({ type, label, fields, extra, defaultPort }) => ({
          type,
          label,
          fields,
          extra,
          default_port: defaultPort ?? null,
          can_be_tested: tester?.types.includes(type) === true,
        })),
        tests_are_allowed: tester !== undefined,
      }),
    }),
    route({
      method: "POST",
      path: "/api/momiji/v1/connections/test",
      operationId: "test_connection_steps",
      access: { thing: "connections", may: "create" },
      schemas: async () => (await import("../schemas/setting-forms.ts")).stepTest,
      handle: async ({ body }) => {
        if (tester === undefined) throw new ApiError("connection_test_disabled");
        const { readConnection } = await import("../settings/settings-bodies.ts");
        const fields = readConnection(body);
        const before = (await tester.settings.connection(fields.connection_id)) ?? emptyConnection(fields);
        return tester.test(checkedConnection(changedConnection(before, fields)));
      },
    }),
  ];
}
