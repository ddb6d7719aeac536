/** DAGs as a list, and their versions. The documents of the DAGs are read for the rows of the page alone. */
import { type Dialect, parameterList } from "../../dialect.ts";
import type { DagListFilter, DagOrder, ListRequest, VersionListFilter, VersionOrder } from "../../list-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addPart, addRange, addTexts } from "./filters.ts";
import { type PageQueries, pageQueries, type SortColumn } from "./page.ts";

const DAG_ORDERS: { readonly [by in DagOrder]: SortColumn } = {
  dag_id: { text: "dag.dag_id" },
  dag_display_name: { text: "coalesce(dag.display_name, dag.dag_id)" },
  state: { text: "l.state", isNullable: true },
  start_date: { text: "l.start_date", isNullable: true },
  last_run_state: { text: "l.state", isNullable: true },
  last_run_start_date: { text: "l.start_date", isNullable: true },
};

export const LAST_RUN = `
  LEFT JOIN dag_run l ON l.run_key =
    (SELECT x.run_key FROM dag_run x WHERE x.dag_id = dag.dag_id ORDER BY x.run_after DESC, x.run_key DESC LIMIT 1)`;

/** Somebody is asked by one of its tasks. The index of open questions is small. */
export const NEEDS_REVIEW = `dag.dag_id IN (
  SELECT r.dag_id FROM hitl_detail h CROSS JOIN task_instance t CROSS JOIN dag_run r
  WHERE h.responded_at IS NULL AND t.run_key = h.run_key AND t.task_id = h.task_id AND t.map_index = h.map_index
    AND t.state = 'awaiting_input' AND r.run_key = h.run_key)`;

export const HAS_IMPORT_ERRORS = "EXISTS (SELECT 1 FROM import_error e WHERE e.file = dag.file)";

/** For rows of `dag`; of the last run, if the filter asks for it, as `l`. */
export function dagConditions(
  { filter, scope }: Pick<ListRequest<DagListFilter, DagOrder>, "filter" | "scope">,
  dialect: Dialect,
): Conditions {
  const conditions = new Conditions();
  conditions.add("dag.deleted_at IS NULL");
  if (filter.excludeStale !== false) conditions.add("dag.is_active = 1");
  addTexts(conditions, ["dag.dag_id", dialect], filter.dagIds);
  const { excludedDagIds: excluded } = filter;
  if (excluded !== undefined) conditions.add(`dag.dag_id NOT IN (${dialect.textSet})`, JSON.stringify(excluded));
  addMatch(conditions, "dag.dag_id", filter.dagId);
  addMatch(conditions, "coalesce(dag.display_name, dag.dag_id)", filter.displayName);
  addPart(conditions, ["dag.dag_id", "dag.display_name", "dag.description"], filter.anyText);
  conditions.addIf("dag.folder = ?", filter.folder);
  if (filter.needsReview !== undefined) conditions.add(filter.needsReview ? NEEDS_REVIEW : `NOT (${NEEDS_REVIEW})`);
  if (filter.anyRun !== undefined) addAnyRun(conditions, filter.anyRun);
  if (filter.isPaused !== undefined) conditions.add("dag.is_paused = ?", filter.isPaused ? 1 : 0);
  if (filter.hasImportErrors !== undefined) {
    conditions.add(filter.hasImportErrors ? HAS_IMPORT_ERRORS : `NOT ${HAS_IMPORT_ERRORS}`);
  }
  conditions.addIf(
    "EXISTS (SELECT 1 FROM dag_version v WHERE v.dag_id = dag.dag_id AND v.version = dag.version AND v.bundle_hash = ?)",
    filter.bundleVersion,
  );
  addTexts(conditions, ["dag.schedule_kind", dialect], filter.scheduleKinds);
  addLabels(conditions, filter, dialect);
  addAssets(conditions, filter);
  conditions.addOneOf("l.state", filter.lastRunStates);
  addRange(conditions, "l.start_date", filter.lastRunStart);
  addRange(conditions, "l.end_date", filter.lastRunEnd);
  conditions.addScope("dag.dag_id", scope);
  return conditions;
}

/** Whether the filter is about the newest run, which is looked up then. */
export function asksForRun({ lastRunStates, lastRunStart, lastRunEnd }: DagListFilter): boolean {
  return [lastRunStates, lastRunStart, lastRunEnd].some((given) => given !== undefined);
}

function addAnyRun(conditions: Conditions, { states, since }: NonNullable<DagListFilter["anyRun"]>): void {
  conditions.add(
    `EXISTS (SELECT 1 FROM dag_run y WHERE y.dag_id = dag.dag_id AND y.run_after >= ? AND y.state IN ${parameterList(states)})`,
    since,
    ...states,
  );
}

export function dagListQueries(request: ListRequest<DagListFilter, DagOrder>, dialect: Dialect): PageQueries {
  const { filter, page } = request;
  const conditions = dagConditions(request, dialect);
  const needsRun = asksForRun(filter) || page.order.some(({ by }) => DAG_ORDERS[by].text.startsWith("l."));
  return pageQueries(
    {
      keys: "dag.dag_id AS dag_id",
      from: `FROM dag ${needsRun ? LAST_RUN : ""}`,
      conditions,
      columns: DAG_ORDERS,
      tie: [DAG_ORDERS.dag_id],
      rows: {
        select: `dag.*, v.spec, v.bundle_hash, v.bundle_path, CASE WHEN ${HAS_IMPORT_ERRORS} THEN 1 ELSE 0 END AS has_import_errors`,
        tables: "dag CROSS JOIN dag_version v",
        on: "dag.dag_id = k.dag_id AND v.dag_id = dag.dag_id AND v.version = dag.version",
      },
    },
    page,
  );
}

function addLabels(conditions: Conditions, { tags, tag, owners }: DagListFilter, { textSet }: Dialect): void {
  const tagged = "SELECT b.dag_id FROM dag_label b WHERE b.kind = 'tag'";
  if (tag === "") conditions.add(`dag.dag_id NOT IN (${tagged})`);
  else conditions.addIf(`dag.dag_id IN (${tagged} AND b.name = ?)`, tag);
  const withLabel = `SELECT b.dag_id FROM dag_label b WHERE b.kind = ? AND b.name IN (${textSet})`;
  if (owners !== undefined && owners.length > 0) {
    conditions.add(`dag.dag_id IN (${withLabel})`, "owner", JSON.stringify(owners));
  }
  if (tags === undefined || tags.names.length === 0) return;
  if (tags.match === "any") return conditions.add(`dag.dag_id IN (${withLabel})`, "tag", JSON.stringify(tags.names));
  const names = [...new Set(tags.names)];
  conditions.add(
    `dag.dag_id IN (${withLabel} GROUP BY b.dag_id HAVING count(*) = ?)`,
    "tag",
    JSON.stringify(names),
    names.length,
  );
}

function addAssets(conditions: Conditions, { hasAssetSchedule, assetDependency }: DagListFilter): void {
  if (hasAssetSchedule !== undefined) {
    const named =
      "(EXISTS (SELECT 1 FROM dag_asset a WHERE a.dag_id = dag.dag_id) OR EXISTS (SELECT 1 FROM dag_asset_alias a WHERE a.dag_id = dag.dag_id))";
    conditions.add(hasAssetSchedule ? named : `NOT ${named}`);
  }
  if (assetDependency === undefined || assetDependency === "") return;
  const part = assetDependency.toLowerCase();
  const found = "SELECT asset_id FROM asset WHERE instr(lower(name), ?) > 0 OR instr(lower(uri), ?) > 0";
  conditions.add(
    `dag.dag_id IN (SELECT dag_id FROM dag_asset WHERE asset_id IN (${found})
      UNION SELECT dag_id FROM task_asset WHERE role = 'outlet' AND asset_id IN (${found}))`,
    part,
    part,
    part,
    part,
  );
}

const VERSION_ORDERS: { readonly [by in VersionOrder]: SortColumn } = {
  id: { text: "v.created_at" },
  version_number: { text: "v.version" },
  bundle_version: { text: "v.bundle_hash" },
};

export function versionListQueries({ filter, page, scope }: ListRequest<VersionListFilter, VersionOrder>): PageQueries {
  const conditions = new Conditions();
  conditions.addIf("v.dag_id = ?", filter.dagId);
  conditions.addIf("v.version = ?", filter.version);
  conditions.addIf("v.bundle_hash = ?", filter.bundleVersion);
  conditions.addScope("v.dag_id", scope);
  return pageQueries(
    {
      keys: "v.dag_id AS dag_id, v.version AS version",
      from: "FROM dag_version v",
      conditions,
      columns: VERSION_ORDERS,
      tie: [{ text: "v.dag_id" }, VERSION_ORDERS.version_number],
      rows: {
        select: "v.dag_id, v.version, v.bundle_hash, v.created_at, v.spec",
        tables: "dag_version v",
        on: "v.dag_id = k.dag_id AND v.version = k.version",
      },
    },
    page,
  );
}
