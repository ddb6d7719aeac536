/** Numbers and names over many DAGs: see `summary-store.ts`. */
import type { RunState } from "@momiji/core";
import { runCountQuery, tagQueries } from "../queries/lists/summaries.ts";
import type { RunCount, SummaryStore } from "../summary-store.ts";
import type { Connection } from "./connection.ts";
import { SQLITE } from "./dialect.ts";

export function listTags(db: Connection, request: Parameters<SummaryStore["listTags"]>[0]) {
  const { page, total } = tagQueries(request);
  return db.read(() => ({
    tags: db.all<{ name: string }>(page.text, ...page.values).map(({ name }) => name),
    total: db.get<{ total: number }>(total.text, ...total.values)?.total ?? 0,
  }));
}

export function countRunsByState(
  db: Connection,
  request: Parameters<SummaryStore["countRunsByState"]>[0],
): readonly RunCount[] {
  const { text, values } = runCountQuery(request, SQLITE);
  type Row = { dag_id: string; display_name: string; state: RunState; found: number };
  return db
    .all<Row>(text, ...values)
    .map(({ dag_id: dagId, display_name: displayName, state, found: count }) => ({ dagId, displayName, state, count }));
}
