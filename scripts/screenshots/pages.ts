/** Every page, by the name of its picture. */
import type { Shown } from "./stage.ts";

interface PictureOf {
  readonly name: string;
  path(of: Shown): string;
}

const at = (name: string, path: string): PictureOf => ({ name, path: () => path });
const run = (dagId: string, runId: string): string => `/dags/${dagId}/runs/${encodeURIComponent(runId)}`;

export const PAGES: readonly PictureOf[] = [
  at("home", "/"),
  at("dags", "/dags"),
  at("dag-grid", "/dags/nightly_report"),
  at("dag-graph", "/dags/nightly_report?view=graph"),
  at("dag-gantt", "/dags/nightly_report?view=gantt"),
  ...["runs", "tasks", "schedule", "backfills", "code", "events", "details"].map((tab) =>
    at(`dag-${tab}`, `/dags/nightly_report/${tab}`),
  ),
  at("dag-schedule-catchup", "/dags/old_numbers/schedule"),
  at("dag-task", "/dags/nightly_report/tasks/load.orders"),
  { name: "backfill", path: ({ backfillId }) => `/dags/nightly_report/backfills/${backfillId}` },
  { name: "run-failed", path: ({ failedRun }) => run("nightly_report", failedRun) },
  ...["graph", "gantt", "logs", "events", "code", "details"].map((tab) => ({
    name: `run-${tab}`,
    path: ({ failedRun }: Shown) => `${run("nightly_report", failedRun)}/${tab}`,
  })),
  { name: "task-failed", path: ({ failedRun }) => `${run("nightly_report", failedRun)}/tasks/load.orders` },
  ...["attempts", "rendered", "xcom", "dependencies", "events", "code", "details"].map((tab) => ({
    name: `task-${tab}`,
    path: ({ failedRun }: Shown) => `${run("nightly_report", failedRun)}/tasks/load.orders/${tab}`,
  })),
  { name: "task-upstream-failed", path: ({ failedRun }) => `${run("nightly_report", failedRun)}/tasks/report` },
  { name: "task-waiting", path: ({ waitingRun }) => `${run("year_end", waitingRun)}/tasks/close_books` },
  { name: "task-asking", path: ({ askingRun }) => `${run("publish_prices", askingRun)}/tasks/ok_to_publish` },
  { name: "mapped", path: ({ mappedRun }) => `${run("resize_images", mappedRun)}/tasks/resize/mapped` },
  at("runs", "/runs"),
  at("task-instances", "/task_instances"),
  at("xcoms", "/xcoms"),
  at("jobs", "/jobs"),
  at("deadlines", "/deadlines"),
  at("timeline", "/timeline"),
  at("required-actions", "/required_actions"),
  at("assets", "/assets"),
  { name: "asset", path: ({ assetId }) => `/assets/${assetId}` },
  at("import-errors", "/import_errors"),
  ...["pools", "variables", "connections", "providers", "plugins", "configs", "workers", "events", "settings"].map(
    (name) => at(name, `/${name}`),
  ),
  ...["users", "roles", "tokens"].map((name) => at(`security-${name}`, `/security/${name}`)),
  at("not-found", "/no/such/page"),
];
