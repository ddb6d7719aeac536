/** The tabs of a task instance, by the names that stand in addresses. */

export const TASK_TABS = [
  "required_actions",
  "log",
  "attempts",
  "rendered",
  "xcom",
  "dependencies",
  "events",
  "code",
  "assets",
  "details",
] as const;

export type TaskTabName = (typeof TASK_TABS)[number];

/** What Airflow calls them, in links that people have kept. */
const AIRFLOWS: { readonly [name: string]: TaskTabName } = {
  logs: "log",
  rendered_templates: "rendered",
  audit_log: "events",
  asset_events: "assets",
  tries: "attempts",
  task_instance: "details",
};

/** @returns null: there is no such tab */
export function readTab(name: string | undefined): TaskTabName | null {
  return TASK_TABS.find((tab) => tab === name) ?? AIRFLOWS[name ?? ""] ?? null;
}
