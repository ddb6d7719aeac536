/** Every property of a DAG: what holds, and where that comes from. Names are the API's, which are Airflow's. */
import type { components } from "@momiji/client";

export type DagDetails = components["schemas"]["DAGDetailsResponse"];

export const GROUPS = ["identity", "schedule", "limits", "code", "state", "params", "other"] as const;

export type Group = (typeof GROUPS)[number];

/** `file`: the author wrote it. `default`: nobody did. `computed`: it follows from the others and from what has run. */
export type Source = "file" | "default" | "user" | "server" | "computed";

export interface Fact {
  readonly name: string;
  readonly value: unknown;
  readonly group: Group;
  readonly source: Source;
}

type Known = readonly [group: Group, source: Exclude<Source, "default">];

const KNOWN: { readonly [name in keyof DagDetails]?: Known } = {
  dag_id: ["identity", "file"],
  dag_display_name: ["identity", "file"],
  description: ["identity", "file"],
  tags: ["identity", "file"],
  owners: ["identity", "file"],
  owner_links: ["identity", "file"],
  doc_md: ["identity", "file"],
  is_favorite: ["identity", "user"],
  timetable_summary: ["schedule", "file"],
  timetable_description: ["schedule", "computed"],
  timetable_partitioned: ["schedule", "computed"],
  timetable_periodic: ["schedule", "computed"],
  asset_expression: ["schedule", "file"],
  timezone: ["schedule", "file"],
  start_date: ["schedule", "file"],
  end_date: ["schedule", "file"],
  catchup: ["schedule", "file"],
  is_paused_upon_creation: ["schedule", "file"],
  is_backfillable: ["schedule", "computed"],
  allowed_run_types: ["schedule", "file"],
  next_dagrun_logical_date: ["schedule", "computed"],
  next_dagrun_data_interval_start: ["schedule", "computed"],
  next_dagrun_data_interval_end: ["schedule", "computed"],
  next_dagrun_run_after: ["schedule", "computed"],
  max_active_runs: ["limits", "file"],
  max_active_tasks: ["limits", "file"],
  concurrency: ["limits", "computed"],
  max_consecutive_failed_dag_runs: ["limits", "file"],
  has_task_concurrency_limits: ["limits", "computed"],
  dag_run_timeout: ["limits", "file"],
  bundle_name: ["code", "server"],
  bundle_version: ["code", "computed"],
  relative_fileloc: ["code", "server"],
  fileloc: ["code", "server"],
  latest_dag_version: ["code", "computed"],
  last_parsed: ["code", "server"],
  last_parsed_time: ["code", "server"],
  last_parse_duration: ["code", "server"],
  has_import_errors: ["code", "server"],
  render_template_as_native_obj: ["code", "file"],
  template_search_path: ["code", "file"],
  default_args: ["code", "file"],
  rerun_with_latest_version: ["code", "file"],
  is_paused: ["state", "user"],
  paused_reason: ["state", "server"],
  held_reason: ["state", "server"],
  is_stale: ["state", "server"],
  last_expired: ["state", "server"],
  active_runs_count: ["state", "computed"],
  params: ["params", "file"],
};

/** For the reader of files alone; and what says again what others say. */
const LEFT_OUT: ReadonlySet<string> = new Set(["file_token", "schedule"]);

/** What holds where the file says nothing. */
const DEFAULTS: { readonly [name: string]: unknown } = {
  max_active_runs: 16,
  max_active_tasks: 16,
  max_consecutive_failed_dag_runs: 0,
  timezone: "UTC",
  catchup: false,
  render_template_as_native_obj: false,
};

/** Params stand one by one. */
export function dagFacts({ params, ...dag }: DagDetails): readonly Fact[] {
  const facts = Object.entries(dag).flatMap(([name, value]): readonly Fact[] => {
    if (LEFT_OUT.has(name)) return [];
    const [group, source]: Known = KNOWN[name as keyof DagDetails] ?? ["other", "computed"];
    return [{ name, value, group, source: sourceOf({ name, value, source }, dag) }];
  });
  const ofParams = Object.entries(params).map(([name, value]): Fact => ({
    name,
    value,
    group: "params",
    source: "file",
  }));
  return [...facts, ...ofParams];
}

function sourceOf(
  { name, value, source }: { readonly name: string; readonly value: unknown; readonly source: Source },
  dag: Omit<DagDetails, "params">,
): Source {
  if (name === "is_paused" && dag.paused_reason !== null) return "server";
  if (name === "dag_display_name" && value === dag.dag_id) return "default";
  if (name === "owners" && dag.owners.join() === "airflow") return "default";
  if (source !== "file") return source;
  return isUnset(value) || value === DEFAULTS[name] ? "default" : "file";
}

export function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

interface Wanted {
  readonly text: string;
  readonly onlySet: boolean;
}

/** By name or value, whatever the letters' case. */
export function shownFacts(facts: readonly Fact[], { text, onlySet }: Wanted): readonly Fact[] {
  const sought = text.trim().toLowerCase();
  return facts.filter(({ name, value }) => {
    if (onlySet && isUnset(value)) return false;
    return sought === "" || `${name} ${JSON.stringify(value)}`.toLowerCase().includes(sought);
  });
}
