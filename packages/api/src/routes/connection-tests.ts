/** Tests of connections that go on beside, and the connections that Airflow has from the beginning. */
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { answer, route, type Route } from "../route.ts";
import { ConnectionTests } from "../settings/connection-tests.ts";
import { checkedConnection, Vault } from "../settings/vault.ts";
import { changedConnection, emptyConnection } from "./connections.ts";

const PATH = "/api/v2/connections/enqueue-test";

export function connectionTestRoutes(options: ApiOptions): readonly Route[] {
  const tests = new ConnectionTests(options.clock);
  return [
    enqueueRoute(options, tests),
    route({
      method: "GET",
      path: PATH,
      operationId: "get_connection_test",
      access: { thing: "connections", may: "read" },
      schemas: async () => (await import("../schemas/connection-tests.ts")).look,
      handle: ({ headers }) => {
        const token = headers["airflow-connection-test-token"];
        if (token === undefined)
          throw new ApiError("invalid", ["Field required"], ["header", "Airflow-Connection-Test-Token"]);
        const found = tests.find(token);
        if (found === null) throw new ApiError("connection_test_not_found", [token]);
        return {
          token,
          connection_id: found.connectionId,
          state: found.state,
          result_message: found.message,
          created_at: presentInstant(found.createdAt),
        };
      },
    }),
    defaultsRoute(options),
  ];
}

function enqueueRoute({ connectionTester: tester, executors, clock, keys, store }: ApiOptions, tests: ConnectionTests) {
  const vault = new Vault(store, keys);
  return route({
    method: "POST",
    path: PATH,
    operationId: "enqueue_connection_test",
    access: { thing: "connections", may: "create" },
    schemas: async () => (await import("../schemas/connection-tests.ts")).enqueue,
    handle: async ({ body }) => {
      if (tester === undefined) throw new ApiError("connection_test_disabled");
      const { testRequest } = await import("../schemas/connection-tests.ts");
      const { fields, keeps, executor } = testRequest(body);
      if (executor !== null && !executors.has(executor))
        throw new ApiError("no_such_executor", [executor, [...executors.keys()].join(", ")]);
      const before = (await tester.settings.connection(fields.connection_id)) ?? emptyConnection(fields);
      const begun = tests.start({
        connection: checkedConnection(changedConnection(before, fields)),
        test: (connection) => tester.test(connection),
        keep: async (connection) => {
          if (keeps) await vault.putConnection(connection, "always", clock.now());
        },
      });
      if (begun === null) throw new ApiError("connection_test_open", [fields.connection_id]);
      return answer(202, { token: begun.token, connection_id: begun.connectionId, state: begun.state });
    },
  });
}

/** Those that are there already stay as they are. */
function defaultsRoute({ clock, keys, store }: ApiOptions): Route {
  const vault = new Vault(store, keys);
  return route({
    method: "POST",
    path: "/api/v2/connections/defaults",
    operationId: "create_default_connections",
    access: { thing: "connections", may: "create" },
    schemas: async () => (await import("../schemas/connection-tests.ts")).defaults,
    handle: async () => {
      const { DEFAULT_CONNECTIONS } = await import("../settings/default-connections.ts");
      for (const connection of DEFAULT_CONNECTIONS) await vault.putConnection(connection, "absent", clock.now());
      return answer(204);
    },
  });
}
