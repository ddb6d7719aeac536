/** XComs as a list, without their values. */
import type { Dialect } from "../../dialect.ts";
import type { ListRequest, XComListFilter, XComOrder } from "../../list-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addNumbers, addTexts } from "./filters.ts";
import { type PageQueries, pageQueries, type SortColumn } from "./page.ts";
import { addRunConditions } from "./run-list.ts";

/** An XCom is written with the end of its attempt. */
const AT = "coalesce(t.end_date, t.start_date, r.run_after)";

const ORDERS: { readonly [by in XComOrder]: SortColumn } = {
  key: { text: "x.key" },
  dag_id: { text: "r.dag_id" },
  run_id: { text: "r.run_id" },
  task_id: { text: "x.task_id" },
  map_index: { text: "x.map_index" },
  timestamp: { text: AT },
  run_after: { text: "r.run_after" },
};

const INSTANCE =
  "JOIN task_instance t ON t.run_key = x.run_key AND t.task_id = x.task_id AND t.map_index = x.map_index";

export function xcomListQueries(
  { filter, page, scope }: ListRequest<XComListFilter, XComOrder>,
  dialect: Dialect,
): PageQueries {
  const conditions = new Conditions();
  addRunConditions(conditions, filter, dialect);
  conditions.addScope("r.dag_id", scope);
  addTexts(conditions, ["x.task_id", dialect], filter.taskIds);
  addMatch(conditions, "x.task_id", filter.taskId);
  addNumbers(conditions, ["x.map_index", dialect], filter.mapIndexes);
  addTexts(conditions, ["x.key", dialect], filter.keys);
  addMatch(conditions, "x.key", filter.key);
  if (filter.dagDisplayName !== undefined) {
    addMatch(
      conditions,
      "coalesce((SELECT display_name FROM dag WHERE dag_id = r.dag_id), r.dag_id)",
      filter.dagDisplayName,
    );
  }
  const asksForInstance = page.order.some(({ by }) => by === "timestamp");
  return pageQueries(
    {
      keys: "x.run_key AS run_key, x.task_id AS task_id, x.map_index AS map_index, x.key AS key",
      from: `FROM xcom x JOIN dag_run r ON r.run_key = x.run_key ${asksForInstance ? INSTANCE : ""}`,
      conditions,
      columns: ORDERS,
      tie: [{ text: "x.run_key" }, ORDERS.task_id, ORDERS.map_index, ORDERS.key],
      rows: {
        select: `k.task_id, k.map_index, k.key, ${AT} AS at, r.run_key, r.dag_id, r.run_id, r.logical_date, r.run_after, r.queued_at AS run_queued_at, r.dag_version`,
        tables: "dag_run r CROSS JOIN task_instance t",
        on: "r.run_key = k.run_key AND t.run_key = k.run_key AND t.task_id = k.task_id AND t.map_index = k.map_index",
      },
    },
    page,
  );
}
