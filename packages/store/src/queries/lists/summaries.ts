/** Texts that count and gather over many DAGs. */
import type { Dialect, SqlValue } from "../../dialect.ts";
import type { SummaryStore } from "../../summary-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addTexts } from "./filters.ts";

interface Query {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function tagQueries(request: Parameters<SummaryStore["listTags"]>[0]): { page: Query; total: Query } {
  const conditions = new Conditions();
  conditions.add("b.kind = ?", "tag");
  conditions.add("dag.is_active = 1");
  addMatch(conditions, "b.name", request.name);
  conditions.addScope("b.dag_id", request.scope);
  const from = `FROM dag_label b JOIN dag ON dag.dag_id = b.dag_id${conditions.where}`;
  const direction = request.descending === true ? "DESC" : "ASC";
  return {
    page: {
      text: `SELECT DISTINCT b.name ${from} ORDER BY b.name ${direction} LIMIT ? OFFSET ?`,
      values: [...conditions.values, request.limit, request.offset],
    },
    total: { text: `SELECT count(DISTINCT b.name) AS total ${from}`, values: conditions.values },
  };
}

export function runCountQuery(request: Parameters<SummaryStore["countRunsByState"]>[0], dialect: Dialect): Query {
  const conditions = new Conditions();
  conditions.add("dag.deleted_at IS NULL");
  addTexts(conditions, ["r.dag_id", dialect], request.dagIds);
  conditions.addIf("r.run_after >= ?", request.since);
  conditions.addScope("r.dag_id", request.scope);
  return {
    text: `
      SELECT r.dag_id, coalesce(dag.display_name, dag.dag_id) AS display_name, r.state, count(*) AS found
      FROM dag_run r JOIN dag ON dag.dag_id = r.dag_id${conditions.where}
      GROUP BY r.dag_id, r.state ORDER BY r.dag_id`,
    values: conditions.values,
  };
}
