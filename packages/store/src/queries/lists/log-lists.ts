/** The event log and the import errors as lists. */
import type { Dialect } from "../../dialect.ts";
import type {
  EventLogListFilter,
  EventLogOrder,
  ImportErrorListFilter,
  ImportErrorOrder,
  ListRequest,
} from "../../list-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addNumbers, addRange, addTexts, isEverything } from "./filters.ts";
import { type PageQueries, pageQueries, type SortColumn } from "./page.ts";

const EVENT_ORDERS: { readonly [by in EventLogOrder]: SortColumn } = {
  id: { text: "g.id" },
  when: { text: "g.at" },
  dag_id: { text: "g.dag_id", isNullable: true },
  task_id: { text: "g.task_id", isNullable: true },
  run_id: { text: "g.run_id", isNullable: true },
  event: { text: "g.event" },
  logical_date: { text: "g.logical_date", isNullable: true },
  owner: { text: "g.owner", isNullable: true },
  extra: { text: "g.extra", isNullable: true },
};

export function eventLogListQueries(
  { filter, page, scope }: ListRequest<EventLogListFilter, EventLogOrder>,
  dialect: Dialect,
): PageQueries {
  const conditions = new Conditions();
  for (const [column, text, match] of [
    ["g.dag_id", filter.dagId, filter.dagIdMatch],
    ["g.run_id", filter.runId, filter.runIdMatch],
    ["g.task_id", filter.taskId, filter.taskIdMatch],
    ["g.owner", filter.owner, filter.ownerMatch],
    ["g.event", filter.event, filter.eventMatch],
  ] as const) {
    conditions.addIf(`${column} = ?`, text);
    addMatch(conditions, column, match);
  }
  conditions.addIf("g.map_index = ?", filter.mapIndex);
  conditions.addIf("g.try_number = ?", filter.tryNumber);
  addTexts(conditions, ["g.event", dialect], filter.includedEvents);
  if (filter.excludedEvents !== undefined) {
    conditions.add(`g.event NOT IN (${dialect.textSet})`, JSON.stringify(filter.excludedEvents));
  }
  addRange(conditions, "g.at", filter.when);
  conditions.addScope("g.dag_id", scope, { orNone: true });
  return pageQueries(
    {
      keys: "g.id AS id",
      from: "FROM event_log g",
      conditions,
      columns: EVENT_ORDERS,
      tie: [EVENT_ORDERS.id],
      rows: { select: "g.*", tables: "event_log g", on: "g.id = k.id" },
    },
    page,
  );
}

const ERROR_ORDERS: { readonly [by in ImportErrorOrder]: SortColumn } = {
  id: { text: "e.id" },
  timestamp: { text: "e.at" },
  filename: { text: "e.file" },
  stacktrace: { text: "e.message" },
};

export function importErrorListQueries(
  { filter, page, scope }: ListRequest<ImportErrorListFilter, ImportErrorOrder>,
  dialect: Dialect,
): PageQueries {
  const conditions = new Conditions();
  addNumbers(conditions, ["e.id", dialect], filter.ids);
  addTexts(conditions, ["e.file", dialect], filter.files);
  addMatch(conditions, "e.file", filter.file);
  if (!isEverything(scope)) {
    const visible = new Conditions();
    visible.addScope("dag.dag_id", scope);
    const known = "SELECT 1 FROM dag WHERE dag.file = e.file";
    conditions.add(
      `(NOT EXISTS (${known}) OR NOT EXISTS (${known} AND dag.dag_id NOT IN (SELECT dag.dag_id FROM dag${visible.where})))`,
      ...visible.values,
    );
  }
  return pageQueries(
    {
      keys: "e.id AS id",
      from: "FROM import_error e",
      conditions,
      columns: ERROR_ORDERS,
      tie: [ERROR_ORDERS.id],
      rows: { select: "e.*", tables: "import_error e", on: "e.id = k.id" },
    },
    page,
  );
}
