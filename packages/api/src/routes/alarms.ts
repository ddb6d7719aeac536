/** Callbacks with what became of them, and deadlines. Airflow has neither in its public API. */
import type { CallbackState, DeadlineState } from "@momiji/core";
import type { ApiOptions } from "../api-options.ts";
import { presentCallback, presentDeadline } from "../present-alarms.ts";
import { textOf } from "../paging.ts";
import { type Query, route, type Route } from "../route.ts";

const MOST = 1000;
const DEFAULT_PAGE = 100;

export function alarmRoutes({ store }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/callbacks",
      operationId: "get_callbacks",
      access: { dag: "run", may: "read" },
      handle: async ({ query, dags: scope }) => {
        const taskId = textOf(query, "task_id");
        const records = await store.listCallbacks({
          scope,
          ...filterOf(query),
          ...(taskId === undefined ? {} : { taskId }),
          ...(query.state === undefined ? {} : { states: [query.state].flat() as CallbackState[] }),
        });
        return { callbacks: records.map(presentCallback), total_entries: records.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/momiji/v1/deadlines",
      operationId: "get_deadlines",
      access: { dag: "run", may: "read" },
      handle: async ({ query, dags: scope }) => {
        const states = query.state === undefined ? undefined : ([query.state].flat() as DeadlineState[]);
        const records = await store.listDeadlines({
          scope,
          ...filterOf(query),
          ...(states === undefined ? {} : { states }),
        });
        return { deadlines: records.map(presentDeadline), total_entries: records.length };
      },
    }),
  ];
}

function filterOf(query: Query) {
  const dagId = textOf(query, "dag_id");
  const runId = textOf(query, "dag_run_id");
  return {
    ...(dagId === undefined ? {} : { dagId }),
    ...(runId === undefined ? {} : { runId }),
    limit: Math.min(Number(textOf(query, "limit") ?? DEFAULT_PAGE) || DEFAULT_PAGE, MOST),
  };
}
