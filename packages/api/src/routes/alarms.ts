/** Callbacks with what became of them, and deadlines. Airflow has neither in its public API. */
import type { CallbackState, DeadlineState } from "@momiji/core";
import type { ApiOptions } from "../api-options.ts";
import { presentCallback, presentDeadline } from "../present-alarms.ts";
import { route, type Route } from "../route.ts";

interface Of {
  readonly dag_id?: string | undefined;
  readonly dag_run_id?: string | undefined;
  readonly limit: number;
}

export function alarmRoutes({ store }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/callbacks",
      operationId: "get_callbacks",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/alarms.ts")).callbacks,
      handle: async ({ query, dags: scope }) => {
        const { task_id: taskId, state: states } = query;
        const records = await store.listCallbacks({
          scope,
          ...filterOf(query),
          ...(taskId === undefined ? {} : { taskId }),
          ...(states === undefined ? {} : { states: states as CallbackState[] }),
        });
        return { callbacks: records.map(presentCallback), total_entries: records.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/momiji/v1/deadlines",
      operationId: "get_deadlines",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/alarms.ts")).deadlines,
      handle: async ({ query, dags: scope }) => {
        const { state: states } = query;
        const records = await store.listDeadlines({
          scope,
          ...filterOf(query),
          ...(states === undefined ? {} : { states: states as DeadlineState[] }),
        });
        return { deadlines: records.map(presentDeadline), total_entries: records.length };
      },
    }),
  ];
}

function filterOf({ dag_id: dagId, dag_run_id: runId, limit }: Of) {
  return { ...(dagId === undefined ? {} : { dagId }), ...(runId === undefined ? {} : { runId }), limit };
}
