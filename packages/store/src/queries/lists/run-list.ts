/** Runs as a list. */
import type { Dialect } from "../../dialect.ts";
import type { ListRequest, RunListFilter, RunOrder } from "../../list-store.ts";
import { RUN_COLUMNS } from "../../rows/run-row.ts";
import { Conditions } from "../conditions.ts";
import { addDuration, addMatch, addNumbers, addPart, addRange, addTexts } from "./filters.ts";
import { type PageQueries, pageQueries, type SortColumn } from "./page.ts";

/** The last moment that is known of a run. */
const UPDATED_AT = "coalesce(r.end_date, r.start_date, r.queued_at)";

const RUN_ORDERS: { readonly [by in RunOrder]: SortColumn } = {
  id: { text: "r.run_key" },
  state: { text: "r.state" },
  dag_id: { text: "r.dag_id" },
  run_id: { text: "r.run_id" },
  logical_date: { text: "r.logical_date", isNullable: true },
  run_after: { text: "r.run_after" },
  start_date: { text: "r.start_date", isNullable: true },
  end_date: { text: "r.end_date", isNullable: true },
  updated_at: { text: UPDATED_AT },
  conf: { text: "r.conf" },
  duration: { text: "(r.end_date - r.start_date)", isNullable: true },
};

/** For few rows that an index of their own holds: an expression keeps the planner from the order of all others. */
const SPARSE_ORDERS = { ...RUN_ORDERS, id: { text: "(r.run_key + 0)" }, run_after: { text: "(r.run_after + 0)" } };

/** Written like the conditions of the indexes `dag_run_active` and `dag_run_failed`. */
const ACTIVE = "r.state IN ('queued', 'running')";
const FAILED = "r.state = 'failed'";

type OfRuns = Omit<
  RunListFilter,
  "states" | "runTypes" | "bundleVersion" | "triggeringUser" | "confContains" | "consumingAsset" | "updatedAt"
>;

export function runListQueries(
  { filter, page, scope }: ListRequest<RunListFilter, RunOrder>,
  dialect: Dialect,
): PageQueries {
  const conditions = new Conditions();
  addRunConditions(conditions, filter, dialect);
  addStates(conditions, filter.states);
  conditions.addOneOf("r.run_type", filter.runTypes);
  addRange(conditions, "r.start_date", filter.startDate);
  addRange(conditions, "r.end_date", filter.endDate);
  addRange(conditions, UPDATED_AT, filter.updatedAt);
  addDuration(conditions, ["r.start_date", "r.end_date"], filter.durationSeconds);
  addMatch(conditions, "r.triggering_user", filter.triggeringUser);
  addPart(conditions, ["r.conf"], filter.confContains);
  conditions.addIf(
    `EXISTS (SELECT 1 FROM dag_version v WHERE v.dag_id = r.dag_id AND v.version = r.dag_version AND v.bundle_hash = ?)`,
    filter.bundleVersion,
  );
  addConsumedAsset(conditions, filter.consumingAsset);
  conditions.addScope("r.dag_id", scope);
  const columns = isSparse(filter.states) ? SPARSE_ORDERS : RUN_ORDERS;
  return pageQueries(
    {
      keys: "r.run_key AS run_key",
      from: "FROM dag_run r",
      conditions,
      columns,
      tie: [columns.id],
      countsWhole: true,
      rows: {
        select: RUN_COLUMNS.map((column) => `r.${column}`).join(", "),
        tables: "dag_run r",
        on: "r.run_key = k.run_key",
      },
    },
    page,
  );
}

function isActive(states: RunListFilter["states"]): boolean {
  return (
    states !== undefined && states.length > 0 && states.every((state) => state === "queued" || state === "running")
  );
}

function isSparse(states: RunListFilter["states"]): boolean {
  return isActive(states) || (states?.length === 1 && states[0] === "failed");
}

function addStates(conditions: Conditions, states: RunListFilter["states"]): void {
  if (states?.length === 1 && states[0] === "failed") return conditions.add(FAILED);
  if (isActive(states)) conditions.add(ACTIVE);
  conditions.addOneOf("r.state", states);
}

/** What is asked of runs (`r`) wherever they stand in a list. */
export function addRunConditions(conditions: Conditions, filter: OfRuns, dialect: Dialect): void {
  addTexts(conditions, ["r.dag_id", dialect], filter.dagIds);
  addMatch(conditions, "r.dag_id", filter.dagId);
  addTexts(conditions, ["r.run_id", dialect], filter.runIds);
  addMatch(conditions, "r.run_id", filter.runId);
  addNumbers(conditions, ["r.dag_version", dialect], filter.dagVersions);
  addRange(conditions, "r.logical_date", filter.logicalDate);
  addRange(conditions, "r.run_after", filter.runAfter);
}

/** An asset whose events the run took up. */
function addConsumedAsset(conditions: Conditions, text: string | undefined): void {
  if (text === undefined || text === "") return;
  const part = text.toLowerCase();
  conditions.add(
    `r.run_key IN (SELECT m.run_key FROM dag_run_asset_event m JOIN asset_event e ON e.event_id = m.event_id
      JOIN asset a ON a.asset_id = e.asset_id WHERE instr(lower(a.name), ?) > 0 OR instr(lower(a.uri), ?) > 0)`,
    part,
    part,
  );
}
