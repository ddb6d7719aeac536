/** Texts about runs, for every database. */
import type { DagRun } from "@momiji/core";
import { parameterList, type Dialect, type Query } from "../dialect.ts";
import { RUN_BIRTH_COLUMNS, RUN_COLUMNS, RUN_STATE_COLUMNS } from "../rows/run-row.ts";
import type { RunFilter } from "../store.ts";
import { Conditions } from "./conditions.ts";

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
    selectDagIds: `SELECT run_key, dag_id FROM dag_run WHERE run_key IN (${numberSet})`,
  };
}

/** Parameters: DAG id, logical date. */
function previous(condition: string): string {
  return `${SELECT_RUN} WHERE dag_id = ? AND logical_date < ? AND ${condition} ORDER BY logical_date DESC LIMIT 1`;
}

/** States and types stand in the text itself (they come from closed sets), so that partial indexes can be chosen. */
export function listRunsQuery(filter: RunFilter): Query {
  const conditions = new Conditions();
  const { states } = filter;
  const isActiveOnly = states?.every((state) => state === "queued" || state === "running") ?? false;
  conditions.addIf("dag_id = ?", filter.dagId);
  conditions.addIf("run_id = ?", filter.runId);
  conditions.addIf("logical_date >= ?", filter.logicalFrom);
  conditions.addIf("logical_date <= ?", filter.logicalTo);
  conditions.addIf("backfill_id = ?", filter.backfillId);
  if (isActiveOnly) conditions.add(ACTIVE);
  if (states !== undefined) conditions.add(oneOf("state", states, RUN_STATES));
  if (filter.runTypes !== undefined) conditions.add(oneOf("run_type", filter.runTypes, RUN_TYPES));
  const { where, values } = conditions;
  // There are few active runs: sorting them is cheaper than looking for them along the order of all runs, which the
  // planner cannot choose when it is given an expression.
  const order = isActiveOnly ? "run_after + 0" : "run_after";
  return {
    text: `${SELECT_RUN}${where} ORDER BY ${order} DESC, run_key DESC LIMIT ?`,
    values: [...values, filter.limit ?? DEFAULT_LIMIT],
  };
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
