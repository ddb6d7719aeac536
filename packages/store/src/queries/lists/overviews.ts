/** Texts about many DAGs at once, as lists show them. Each costs what a page holds, or one look at every DAG. */
import { HOUR } from "@momiji/core";
import type { Dialect, Query } from "../../dialect.ts";
import { MOST_ENDED, type OverviewStore } from "../../overview-store.ts";
import { Conditions } from "../conditions.ts";
import { asksForRun, dagConditions, HAS_IMPORT_ERRORS, LAST_RUN, NEEDS_REVIEW } from "./dag-list.ts";

type Overviews = Parameters<OverviewStore["loadOverviews"]>[0];

/** The newest runs of a DAG `d.value`, found along their index. */
function newest(condition: string): string {
  return `r.run_key IN (
    SELECT x.run_key FROM dag_run x WHERE x.dag_id = d.value${condition} ORDER BY x.run_after DESC, x.run_key DESC LIMIT ?)`;
}

export function overviewQueries({ dagIds, recent, endedSince, scope }: Overviews, { textSet }: Dialect) {
  const seen = new Conditions();
  seen.addScope("d.value", scope);
  const also = seen.where.replace(" WHERE", " AND");
  const values = [JSON.stringify(dagIds)];
  // Not joined by the id of the DAG, which would lead through all of its runs.
  const from = `FROM (${textSet}) AS d CROSS JOIN dag_run r`;
  return {
    recent: {
      text: `
        SELECT r.dag_id, r.run_id, r.run_type, r.state, r.run_after, r.start_date, r.end_date, r.dag_version
        ${from} WHERE ${newest("")}${also} ORDER BY r.dag_id, r.run_after DESC, r.run_key DESC`,
      values: [...values, recent, ...seen.values],
    },
    ended: {
      text: `
        SELECT r.dag_id, r.state, count(*) AS found ${from} WHERE ${newest(" AND x.run_after >= ?")}${also}
        GROUP BY r.dag_id, r.state`,
      values: [...values, endedSince, MOST_ENDED, ...seen.values],
    },
    active: {
      text: `
        SELECT r.dag_id, r.state, count(*) AS found
        ${from} WHERE r.dag_id = d.value AND r.state IN ('queued', 'running')${also} GROUP BY r.dag_id, r.state`,
      values: [...values, ...seen.values],
    },
  } satisfies { readonly [name: string]: Query };
}

export function markQuery(request: Parameters<OverviewStore["listDagMarks"]>[0], dialect: Dialect): Query {
  const { where, values } = dagConditions(request, dialect);
  return {
    text: `
      SELECT dag.dag_id, dag.version, dag.is_paused, dag.last_interval_start, dag.last_interval_end
      FROM dag ${asksForRun(request.filter) ? LAST_RUN : ""}${where} ORDER BY dag.dag_id`,
    values,
  };
}

type Ended = Parameters<OverviewStore["countEndedRuns"]>[0];

/** From the index `dag_run_ended` alone. */
export function endedQuery({ since, scope }: Ended): Query {
  const conditions = new Conditions();
  conditions.add("r.end_date IS NOT NULL AND r.end_date >= ?", since);
  conditions.addScope("r.dag_id", scope);
  return {
    text: `
      SELECT r.end_date - r.end_date % ${HOUR} AS hour, r.state, count(*) AS found
      FROM dag_run r${conditions.where} GROUP BY 1, 2 ORDER BY 1, 2`,
    values: conditions.values,
  };
}

const word = (condition: string): string => `CASE WHEN ${condition} THEN 'true' ELSE 'false' END`;

export function facetQueries({ filter, scope, user }: Parameters<OverviewStore["countFacets"]>[0], dialect: Dialect) {
  const { where, values } = dagConditions({ filter, scope }, dialect);
  return {
    /** How many DAGs have the same of everything. */
    own: {
      text: `
        SELECT coalesce(l.state, 'none') AS state, ${word("dag.is_paused = 1")} AS paused, dag.folder,
          ${word(HAS_IMPORT_ERRORS)} AS import_error, ${word(NEEDS_REVIEW)} AS needs_review,
          ${word("EXISTS (SELECT 1 FROM dag_favorite f WHERE f.user_name = ? AND f.dag_id = dag.dag_id)")} AS favorite,
          count(*) AS found
        FROM dag ${LAST_RUN}${where} GROUP BY 1, 2, 3, 4, 5, 6`,
      values: [user, ...values],
    },
    labels: {
      text: `
        SELECT b.kind AS facet, b.name AS value, count(*) AS found
        FROM dag ${asksForRun(filter) ? LAST_RUN : ""} CROSS JOIN dag_label b
        ${where === "" ? "WHERE" : `${where} AND`} b.dag_id = dag.dag_id GROUP BY b.kind, b.name
        UNION ALL
        SELECT 'tag', '', count(*)
        FROM dag ${asksForRun(filter) ? LAST_RUN : ""}
        ${where === "" ? "WHERE" : `${where} AND`} dag.dag_id NOT IN (SELECT t.dag_id FROM dag_label t WHERE t.kind = 'tag')
        HAVING count(*) > 0`,
      values: [...values, ...values],
    },
  } satisfies { readonly [name: string]: Query };
}
