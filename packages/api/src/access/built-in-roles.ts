/** The roles that every installation has, with what Airflow lets each do; each may do what the one before it may. */
import { permissionText, RESOURCES } from "./vocabulary.ts";

const READABLE = [
  "DAGs",
  "DAG Runs",
  "Task Instances",
  "XComs",
  "DAG Code",
  "DAG Versions",
  "Task Logs",
  "DAG Warnings",
  "DAG Dependencies",
  "HITL Detail",
  "Assets",
  "Asset Aliases",
  "Backfills",
  "Cluster Activity",
  "ImportError",
  "Jobs",
  "Pools",
];

const VIEWER = on(["can_read"], READABLE);

const USER = [
  ...VIEWER,
  ...on(["can_edit", "can_delete"], ["DAGs"]),
  ...on(["can_create", "can_edit", "can_delete"], ["DAG Runs", "Task Instances"]),
  ...on(["can_edit"], ["HITL Detail"]),
  ...on(["can_create"], ["Assets"]),
];

const OP = [
  ...USER,
  ...on(
    ["can_read", "can_create", "can_edit", "can_delete"],
    ["Connections", "Variables", "Pools", "Backfills", "XComs"],
  ),
  ...on(["can_edit", "can_delete"], ["Assets"]),
  ...on(["can_read"], ["Configurations", "Plugins", "Providers"]),
  ...on(["can_edit"], ["DAG Files"]),
];

const ADMIN = on(["can_read", "can_create", "can_edit", "can_delete"], [...RESOURCES]);

export const BUILT_IN_ROLES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["Viewer", new Set(VIEWER)],
  ["User", new Set(USER)],
  ["Op", new Set(OP)],
  ["Admin", new Set(ADMIN)],
]);

function on(actions: readonly string[], resources: readonly string[]): string[] {
  return actions.flatMap((action) => resources.map((resource) => permissionText({ action, resource })));
}
