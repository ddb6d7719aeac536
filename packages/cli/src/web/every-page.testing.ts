/** Every page of the web interface, for what must hold on all of them: no fault that axe finds, no horizontal scroll, screenshots. */

/** What pages are about, as it is in the store that they are shown from. */
export interface Shown {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly assetId: number;
}

export interface PageUnderTest {
  readonly name: string;
  path(of: Shown): string;
}

const dag =
  (rest = "") =>
  ({ dagId }: Shown) =>
    `/dags/${encodeURIComponent(dagId)}${rest}`;
const run =
  (rest = "") =>
  (of: Shown) =>
    dag(`/runs/${encodeURIComponent(of.runId)}${rest}`)(of);
const task =
  (rest = "") =>
  (of: Shown) =>
    run(`/tasks/${encodeURIComponent(of.taskId)}${rest}`)(of);
const plain = (path: string) => (): string => path;

export const EVERY_PAGE: readonly PageUnderTest[] = [
  { name: "home", path: plain("/") },
  { name: "dags", path: plain("/dags") },
  { name: "grid", path: dag() },
  { name: "graph", path: dag("?view=graph") },
  { name: "gantt", path: run("?view=gantt") },
  { name: "dag-runs", path: dag("/runs") },
  { name: "dag-tasks", path: dag("/tasks") },
  { name: "schedule", path: dag("/schedule") },
  { name: "backfills", path: dag("/backfills") },
  { name: "code", path: dag("/code") },
  { name: "dag-events", path: dag("/events") },
  { name: "dag-details", path: dag("/details") },
  { name: "run", path: run() },
  { name: "task", path: task() },
  { name: "attempts", path: task("/attempts") },
  { name: "rendered", path: task("/rendered") },
  { name: "xcom", path: task("/xcom") },
  { name: "task-details", path: task("/details") },
  { name: "backfill", path: dag("/backfills/1") },
  { name: "task-over-runs", path: ({ dagId, taskId }) => `/dags/${dagId}/tasks/${taskId}` },
  { name: "run-graph", path: run("/graph") },
  { name: "run-logs", path: run("/logs") },
  { name: "run-events", path: run("/events") },
  { name: "run-code", path: run("/code") },
  { name: "run-assets", path: run("/assets") },
  { name: "run-details", path: run("/details") },
  { name: "dependencies", path: task("/dependencies") },
  { name: "task-events", path: task("/events") },
  { name: "task-code", path: task("/code") },
  { name: "task-assets", path: task("/assets") },
  { name: "question", path: plain("/dags/asks/runs/one/tasks/ok") },
  { name: "runs", path: plain("/runs?all=true") },
  { name: "task-instances", path: plain("/task_instances?all=true") },
  { name: "xcoms", path: plain("/xcoms") },
  { name: "jobs", path: plain("/jobs") },
  { name: "deadlines", path: plain("/deadlines") },
  { name: "timeline", path: plain("/timeline") },
  { name: "inbox", path: plain("/required_actions") },
  { name: "import-errors", path: plain("/import_errors") },
  { name: "assets", path: plain("/assets") },
  { name: "asset", path: ({ assetId }) => `/assets/${assetId}` },
  { name: "pools", path: plain("/pools") },
  { name: "pool", path: plain("/pools/default_pool") },
  { name: "variables", path: plain("/variables") },
  { name: "connections", path: plain("/connections") },
  { name: "providers", path: plain("/providers") },
  { name: "plugins", path: plain("/plugins") },
  { name: "configs", path: plain("/configs") },
  { name: "workers", path: plain("/workers") },
  { name: "events", path: plain("/events") },
  { name: "users", path: plain("/security/users") },
  { name: "user", path: plain("/security/users/admin") },
  { name: "roles", path: plain("/security/roles") },
  { name: "tokens", path: plain("/security/tokens") },
  { name: "settings", path: plain("/settings") },
  { name: "help", path: plain("/help/") },
  { name: "help-page", path: plain("/help/guides/docker") },
  { name: "not-found", path: plain("/nowhere") },
];
