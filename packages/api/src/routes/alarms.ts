/** Callbacks with what became of them, and deadlines. Airflow has neither in its public API. */
import type { CallbackState, DeadlineState } from "@momiji/core";
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "../api-options.ts";
import { presentCallback, presentDeadline } from "../present-alarms.ts";

interface ListQuery {
  Querystring: { dag_id?: string; dag_run_id?: string; task_id?: string; state?: string | string[]; limit?: string };
}

const MOST = 1000;
const DEFAULT_PAGE = 100;

export function alarmRoutes(server: FastifyInstance, { store }: ApiOptions): void {
  server.get<ListQuery>("/api/momiji/v1/callbacks", async ({ query }) => {
    const records = await store.listCallbacks({
      ...filterOf(query),
      ...(query.task_id === undefined ? {} : { taskId: query.task_id }),
      ...(query.state === undefined ? {} : { states: [query.state].flat() as CallbackState[] }),
    });
    return { callbacks: records.map(presentCallback), total_entries: records.length };
  });

  server.get<ListQuery>("/api/momiji/v1/deadlines", async ({ query }) => {
    const states = query.state === undefined ? undefined : ([query.state].flat() as DeadlineState[]);
    const records = await store.listDeadlines({ ...filterOf(query), ...(states === undefined ? {} : { states }) });
    return { deadlines: records.map(presentDeadline), total_entries: records.length };
  });
}

function filterOf({ dag_id, dag_run_id, limit }: ListQuery["Querystring"]) {
  return {
    ...(dag_id === undefined ? {} : { dagId: dag_id }),
    ...(dag_run_id === undefined ? {} : { runId: dag_run_id }),
    limit: Math.min(Number(limit ?? DEFAULT_PAGE) || DEFAULT_PAGE, MOST),
  };
}
