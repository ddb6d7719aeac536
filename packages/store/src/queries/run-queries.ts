/** Texts about runs, for every database. */
import type { DagRun } from "@momiji/core";
import { parameterList, type Dialect, type Query, type SqlValue } from "../dialect.ts";
import { RUN_BIRTH_COLUMNS, RUN_COLUMNS, RUN_STATE_COLUMNS } from "../rows/run-row.ts";
import type { RunFilter } from "../store.ts";

const INSERT_COLUMNS = [...RUN_BIRTH_COLUMNS, ...RUN_STATE_COLUMNS];
const SELECT_RUN = `SELECT ${RUN_COLUMNS.join(", ")} FROM dag_run`;

/** Written like the condition of the index `dag_run_active`: the planner uses it only for the same words. */
const ACTIVE = "state IN ('queued', 'running')";

const DEFAULT_LIMIT = 100;

export function runQueries({ textSet, numberSet }: Dialect) {
  return {
    /** Gives no row if the run id or the logical date is taken. */
    insert: `
      INSERT INTO dag_run (${INSERT_COLUMNS.join(", ")}) VALUES ${parameterList(INSERT_COLUMNS)}
      ON CONFLICT DO NOTHING`,
    selectByRunId: `${SELECT_RUN} WHERE dag_id = ? AND run_id = ?`,
    selectByLogicalDate: `${SELECT_RUN} WHERE dag_id = ? AND logical_date = ?`,
    /** Parameter: ids as JSON. */
    selectActive: `${SELECT_RUN} WHERE ${ACTIVE} AND dag_id IN (${textSet}) ORDER BY run_key`,
    /** Parameter: keys as JSON. */
    selectByKeys: `${SELECT_RUN} WHERE run_key IN (${numberSet}) ORDER BY run_key`,
    selectPrevious: previous("1 = 1"),
    selectPreviousScheduled: previous("run_type IN ('scheduled', 'backfill')"),
    selectPreviousSuccess: previous("state = 'success'"),
    /** Parameter: run keys as JSON. */
    selectDagIds: `SELECT DISTINCT dag_id FROM dag_run WHERE run_key IN (${numberSet})`,
  };
}

/** Parameters: DAG id, logical date. */
function previous(condition: string): string {
  return `${SELECT_RUN} WHERE dag_id = ? AND logical_date < ? AND ${condition} ORDER BY logical_date DESC LIMIT 1`;
}

/** States and types stand in the text itself (they come from closed sets), so that partial indexes can be chosen. */
export function listRunsQuery(filter: RunFilter): Query {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const { states } = filter;
  const isActiveOnly = states?.every((state) => state === "queued" || state === "running") ?? false;
  if (filter.dagId !== undefined) {
    conditions.push("dag_id = ?");
    values.push(filter.dagId);
  }
  if (filter.runId !== undefined) {
    conditions.push("run_id = ?");
    values.push(filter.runId);
  }
  if (filter.logicalFrom !== undefined) {
    conditions.push("logical_date >= ?");
    values.push(filter.logicalFrom);
  }
  if (filter.logicalTo !== undefined) {
    conditions.push("logical_date <= ?");
    values.push(filter.logicalTo);
  }
  if (filter.backfillId !== undefined) {
    conditions.push("backfill_id = ?");
    values.push(filter.backfillId);
  }
  if (isActiveOnly) conditions.push(ACTIVE);
  if (states !== undefined) conditions.push(oneOf("state", states, RUN_STATES));
  if (filter.runTypes !== undefined) conditions.push(oneOf("run_type", filter.runTypes, RUN_TYPES));
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  values.push(filter.limit ?? DEFAULT_LIMIT);
  // There are few active runs: sorting them is cheaper than looking for them along the order of all runs, which the
  // planner cannot choose when it is given an expression.
  const order = isActiveOnly ? "run_after + 0" : "run_after";
  return { text: `${SELECT_RUN}${where} ORDER BY ${order} DESC, run_key DESC LIMIT ?`, values };
}

const RUN_STATES: { readonly [state in DagRun["state"]]: true } = {
  queued: true,
  running: true,
  success: true,
  failed: true,
};

const RUN_TYPES: { readonly [type in DagRun["runType"]]: true } = {
  scheduled: true,
  manual: true,
  backfill: true,
  asset_triggered: true,
  asset_materialization: true,
  operator_triggered: true,
};

/** Words outside the closed set never reach the text, and equal sets give equal texts, which are prepared once. */
function oneOf(column: string, words: readonly string[], closedSet: { readonly [word: string]: true }): string {
  const known = Object.keys(closedSet).filter((word) => words.includes(word));
  if (known.length === 0) return "1 = 0";
  if (known.length === 1) return `${column} = '${known[0]}'`;
  return `${column} IN (${known.map((word) => `'${word}'`).join(", ")})`;
}
