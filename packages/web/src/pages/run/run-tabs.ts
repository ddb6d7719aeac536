/** The tabs of a run, by the names that stand in addresses. */

export const RUN_TABS = ["tasks", "graph", "gantt", "logs", "events", "code", "assets", "details"] as const;

export type RunTabName = (typeof RUN_TABS)[number];

/** What Airflow calls them, in links that people have kept. */
const AIRFLOWS: { readonly [name: string]: RunTabName } = {
  task_instances: "tasks",
  audit_log: "events",
  asset_events: "assets",
};

/** @returns null: there is no such tab */
export function readRunTab(name: string | undefined): RunTabName | null {
  return RUN_TABS.find((tab) => tab === name) ?? AIRFLOWS[name ?? ""] ?? null;
}
