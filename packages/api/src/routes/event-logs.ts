/** The event log: who did what. Only reads; entries are written by the acts themselves. */
import type { EventLogListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { ordersOf, pageRequest } from "../paging.ts";
import { presentEventLog } from "../present-event-log.ts";
import { given, matchOf, some } from "../read-filters.ts";
import { route, type Route } from "../route.ts";

const ORDERS = {
  ...ordersOf("id", "when", "dag_id", "task_id", "run_id", "event", "logical_date", "owner", "extra"),
  event_log_id: "id",
  dttm: "when",
} as const;

const access = { dag: "audit", may: "read" } as const;

export function eventLogRoutes({ store }: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/eventLogs",
      operationId: "get_event_logs",
      access,
      schemas: async () => (await import("../schemas/event-logs.ts")).list,
      handle: async ({ query, dags: scope }) => {
        const { before, after } = query;
        const filter = given<EventLogListFilter>({
          dagId: query.dag_id,
          dagIdMatch: matchOf(query, "dag_id"),
          runId: query.run_id,
          runIdMatch: matchOf(query, "run_id"),
          taskId: query.task_id,
          taskIdMatch: matchOf(query, "task_id"),
          owner: query.owner,
          ownerMatch: matchOf(query, "owner"),
          event: query.event,
          eventMatch: matchOf(query, "event"),
          mapIndex: query.map_index,
          tryNumber: query.try_number,
          includedEvents: some(query.included_events),
          excludedEvents: some(query.excluded_events),
          when: { ...(before === undefined ? {} : { lt: before }), ...(after === undefined ? {} : { gt: after }) },
        });
        const found = await store.listEventLogsPage({ filter, page: pageRequest(query, ORDERS), scope });
        return { event_logs: found.rows.map(presentEventLog), total_entries: found.total };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/eventLogs/{event_log_id}",
      operationId: "get_event_log",
      access,
      schemas: async () => (await import("../schemas/event-logs.ts")).one,
      handle: async ({ params: { event_log_id: id }, requireDag }) => {
        const [entry] = (await store.listEventLogs({ id })).entries;
        if (entry === undefined) throw new ApiError("event_log_not_found", [String(id)]);
        if (entry.dagId !== undefined) await requireDag(entry.dagId, "audit", "read");
        return presentEventLog(entry);
      },
    }),
  ];
}
