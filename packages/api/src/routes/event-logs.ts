/** The event log: who did what. Only reads; entries are written by the acts themselves. */
import { parseInstant } from "@momiji/core";
import type { EventLogFilter } from "@momiji/store";
import type { ActDeps } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { presentEventLog } from "../present-event-log.ts";
import { type Query, route, type Route } from "../route.ts";

const MOST_AT_ONCE = 100;
const DEFAULT_LIMIT = 50;

export function eventLogRoutes({ store }: ActDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/eventLogs",
      operationId: "get_event_logs",
      access: { dag: "audit", may: "read" },
      handle: async ({ query }) => {
        const { entries, total } = await store.listEventLogs(filterOf(query));
        return { event_logs: entries.map(presentEventLog), total_entries: total };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/eventLogs/{event_log_id}",
      operationId: "get_event_log",
      access: { dag: "audit", may: "read" },
      handle: async ({ params }) => {
        const id = Number(params.event_log_id);
        const { entries } = Number.isInteger(id) ? await store.listEventLogs({ id }) : { entries: [] };
        const [entry] = entries;
        if (entry === undefined) throw new ApiError("event_log_not_found", [params.event_log_id]);
        return presentEventLog(entry);
      },
    }),
  ];
}

function filterOf(query: Query): EventLogFilter {
  const text = (name: string) => one(query[name]);
  const given = <Value>(key: string, name: string, read: (text: string) => Value) => {
    const value = text(name);
    return value === undefined ? {} : { [key]: read(value) };
  };
  const list = (key: string, name: string) => (query[name] === undefined ? {} : { [key]: [query[name]].flat() });
  const same = (value: string): string => value;
  return {
    ...given("dagId", "dag_id", same),
    ...given("runId", "run_id", same),
    ...given("taskId", "task_id", same),
    ...given("mapIndex", "map_index", Number),
    ...given("tryNumber", "try_number", Number),
    ...given("owner", "owner", same),
    ...given("event", "event", same),
    ...given("before", "before", instant),
    ...given("after", "after", instant),
    ...list("includedEvents", "included_events"),
    ...list("excludedEvents", "excluded_events"),
    limit: Math.min(Number(text("limit") ?? DEFAULT_LIMIT) || DEFAULT_LIMIT, MOST_AT_ONCE),
    offset: Number(text("offset") ?? 0) || 0,
    descending: text("order_by")?.startsWith("-") === true,
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function instant(text: string): number {
  try {
    return parseInstant(text);
  } catch {
    throw new ApiError("invalid", [`${JSON.stringify(text)} is no date-time with an offset`], ["query"]);
  }
}
