/**
 * Which DAGs the rows of a list can be of. Where a filter leaves few, their runs are found by the index of DAGs, instead of by a
 * look at every run.
 */
import type { Dialect, Query } from "../../dialect.ts";
import type { TaskInstanceListFilter } from "../../list-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addTexts } from "./filters.ts";

/** More DAGs than this are not few. */
export const FEW_DAGS = 200;
/** Nor are those with more runs than this, which would have to be sorted. */
export const FEW_RUNS = 2_000;

/** What tasks say in their files; also the tables of these conditions are called the same in all queries: `d` is `dag_task`. */
export function addTaskConditions(conditions: Conditions, filter: TaskInstanceListFilter, dialect: Dialect): void {
  addTexts(conditions, ["d.pool", dialect], filter.pools);
  addMatch(conditions, "d.pool", filter.pool);
  addTexts(conditions, ["d.queue", dialect], filter.queues);
  addMatch(conditions, "d.queue", filter.queue);
  addTexts(conditions, ["d.executor", dialect], filter.executors);
  addTexts(conditions, ["d.operator", dialect], filter.operators);
  addMatch(conditions, "d.operator", filter.operator);
  addMatch(conditions, "coalesce(d.display_name, d.task_id)", filter.taskDisplayName);
}

/** Up to one DAG more than are few. Null: the filter says nothing of DAGs, or names them. */
export function dagsOfListQuery(filter: TaskInstanceListFilter, dialect: Dialect): Query | null {
  if (filter.dagIds !== undefined) return null;
  const ofTasks = new Conditions();
  addTexts(ofTasks, ["d.task_id", dialect], filter.taskIds);
  addTaskConditions(ofTasks, filter, dialect);
  const isAboutTasks = ofTasks.where !== "";
  // Written like the conditions of the indexes, which leave out what nearly all tasks say.
  if (filter.pools?.includes("default_pool") === false) ofTasks.add("d.pool <> 'default_pool'");
  if (filter.queues?.includes("default") === false) ofTasks.add("d.queue <> 'default'");
  const conditions = isAboutTasks ? ofTasks : new Conditions();
  addMatch(conditions, isAboutTasks ? "d.dag_id" : "dag.dag_id", filter.dagId);
  if (conditions.where === "") return null;
  const from = isAboutTasks ? "SELECT DISTINCT d.dag_id FROM dag_task d" : "SELECT dag.dag_id FROM dag";
  return { text: `${from}${conditions.where} LIMIT ${FEW_DAGS + 1}`, values: conditions.values };
}

/** Parameter: DAG ids as JSON. Up to one run more than are few. */
export const runsOfDagsText = ({ textSet }: Dialect): string =>
  `SELECT count(*) AS total FROM (SELECT 1 FROM dag_run r WHERE r.dag_id IN (${textSet}) LIMIT ${FEW_RUNS + 1}) AS counted`;
