/** What may be done to what, in the words of Airflow's roles: `can_read on DAG Runs`. */
import type { DagAction } from "@momiji/core";
import type { Permission } from "@momiji/store";
import type { DagEntity, May, Thing } from "./access.ts";

export const ACTIONS: { readonly [may in May]: string } = {
  read: "can_read",
  create: "can_create",
  edit: "can_edit",
  delete: "can_delete",
};

export const ENTITIES: { readonly [entity in DagEntity]: string } = {
  dag: "DAGs",
  run: "DAG Runs",
  task: "Task Instances",
  task_instance: "Task Instances",
  task_reschedule: "Task Reschedules",
  xcom: "XComs",
  code: "DAG Code",
  version: "DAG Versions",
  log: "Task Logs",
  audit: "Audit Logs",
  warning: "DAG Warnings",
  dependencies: "DAG Dependencies",
  hitl: "HITL Detail",
  state: "Task Instances",
};

export const THINGS: { readonly [thing in Thing]: string } = {
  assets: "Assets",
  asset_aliases: "Asset Aliases",
  audit_logs: "Audit Logs",
  backfills: "Backfills",
  cluster: "Cluster Activity",
  config: "Configurations",
  connections: "Connections",
  dag_files: "DAG Files",
  import_errors: "ImportError",
  jobs: "Jobs",
  keys: "Keys",
  plugins: "Plugins",
  pools: "Pools",
  providers: "Providers",
  roles: "Roles",
  triggers: "Triggers",
  users: "Users",
  variables: "Variables",
};

/** One DAG as a resource: `DAG:etl`. */
export const DAG_PREFIX = "DAG:";

/** Every resource that is not a single DAG. */
export const RESOURCES: ReadonlySet<string> = new Set([...Object.values(ENTITIES), ...Object.values(THINGS)]);

export function permissionText({ action, resource }: Permission): string {
  return `${action} on ${resource}`;
}

/** Null: no such permission. */
export function readPermission(text: string): Permission | null {
  const [action = "", resource = ""] = text.split(/ on (.*)/s);
  const isKnown = RESOURCES.has(resource) || (resource.startsWith(DAG_PREFIX) && resource.length > DAG_PREFIX.length);
  return isKnown && Object.values(ACTIONS).includes(action) ? { action, resource } : null;
}

/** As in Airflow: what is changed of a DAG's things (its runs, say) is a change of the DAG. */
export function dagActionOf(entity: DagEntity, may: May): DagAction {
  if (may === "read") return "can_read";
  return entity === "dag" && may === "delete" ? "can_delete" : "can_edit";
}
