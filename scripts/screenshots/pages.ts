/** Every page, by the name of its picture, and what is opened over some of them. */
import type { Page } from "playwright-core";
import type { Shown } from "./stage.ts";

export interface PictureOf {
  readonly name: string;
  /** Of the server that has nothing to show yet. */
  readonly isOfEmpty?: true;
  path(of: Shown): string;
  /** Done before the picture is taken, in whatever language the page speaks. */
  act?(page: Page): Promise<void>;
}

const at = (name: string, path: string): PictureOf => ({ name, path: () => path });
const run = (dagId: string, runId: string): string => `/dags/${dagId}/runs/${encodeURIComponent(runId)}`;

/** A key that opens a dialog. */
const byKey =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
  };

const inTab =
  (key: string, tab: number) =>
  async (page: Page): Promise<void> => {
    await byKey(key)(page);
    await page.getByRole("dialog").getByRole("tab").nth(tab).click();
  };

/** The button that adds something to a list is the only filled one. */
const addNew = async (page: Page): Promise<void> => {
  await page.getByRole("main").locator(".mantine-Button-root:not([data-variant])").first().click();
  await page.getByRole("dialog").waitFor();
};

/** What a button opens below itself. */
const byMenu =
  (within: string, nth = 0) =>
  async (page: Page): Promise<void> => {
    await page.locator(`${within} button[aria-haspopup]`).nth(nth).click();
    await page.locator("[role=menu], [role=dialog]").first().waitFor();
  };

const tickTwo = async (page: Page): Promise<void> => {
  // The first ticks all.
  for (const row of [1, 2]) await page.getByRole("row").getByRole("checkbox").nth(row).click();
};

const search = async (page: Page): Promise<void> => {
  await byKey("Control+k")(page);
  await page.keyboard.type("rep");
};

const HOME: readonly PictureOf[] = [
  at("home", "/"),
  at("dags", "/dags"),
  at("dags-none", "/dags?q=nothing-like-this"),
  { ...at("palette", "/dags/nightly_report"), act: search },
  { ...at("palette-pages", "/"), act: byKey("Control+k") },
  { ...at("keys", "/"), act: byKey("?") },
  at("not-found", "/no/such/page"),
];

const DAG: readonly PictureOf[] = [
  at("dag-grid", "/dags/nightly_report"),
  { ...at("dag-menu", "/dags/nightly_report"), act: byMenu("main") },
  at("dag-never-ran", "/dags/old_numbers"),
  at("dag-graph", "/dags/nightly_report?view=graph"),
  at("dag-gantt", "/dags/nightly_report?view=gantt"),
  ...["runs", "tasks", "schedule", "backfills", "code", "events", "details"].map((tab) =>
    at(`dag-${tab}`, `/dags/nightly_report/${tab}`),
  ),
  at("dag-runs-none", "/dags/old_numbers/runs"),
  at("dag-schedule-catchup", "/dags/old_numbers/schedule"),
  at("dag-task", "/dags/nightly_report/tasks/load.orders"),
  at("dag-gone", "/dags/nightly_reports"),
  { name: "backfill", path: ({ backfillId }) => `/dags/nightly_report/backfills/${backfillId}` },
  { ...at("trigger", "/dags/price_list"), act: byKey("t") },
  { ...at("trigger-again", "/dags/nightly_report"), act: inTab("t", 1) },
  { ...at("trigger-backfill", "/dags/nightly_report"), act: inTab("t", 2) },
  { ...at("switch-on", "/dags/old_numbers"), act: byKey("p") },
];

const FAILED = ({ failedRun }: Shown): string => run("nightly_report", failedRun);

const RUN: readonly PictureOf[] = [
  { name: "run-failed", path: FAILED },
  ...["graph", "gantt", "logs", "events", "code", "assets", "details"].map((tab) => ({
    name: `run-${tab}`,
    path: (of: Shown) => `${FAILED(of)}/${tab}`,
  })),
  { name: "run-running", path: ({ runningRun }) => run("sync_customers", runningRun) },
  { name: "clear-run", path: FAILED, act: byKey("c") },
];

const ORDERS = (of: Shown): string => `${FAILED(of)}/tasks/load.orders`;

const TASK: readonly PictureOf[] = [
  { name: "task-failed", path: ORDERS },
  ...["log", "attempts", "rendered", "xcom", "dependencies", "events", "code", "assets", "details"].map((tab) => ({
    name: `task-${tab}`,
    path: (of: Shown) => `${ORDERS(of)}/${tab}`,
  })),
  { name: "task-siblings", path: ORDERS, act: byMenu("header nav", 1) },
  { name: "task-log-full", path: (of) => `${ORDERS(of)}/log?full=1` },
  { name: "task-xcom-value", path: (of) => `${FAILED(of)}/tasks/extract/xcom` },
  { name: "task-success", path: (of) => `${FAILED(of)}/tasks/extract` },
  { name: "task-upstream-failed", path: (of) => `${FAILED(of)}/tasks/report` },
  { name: "task-running", path: ({ runningRun }) => `${run("sync_customers", runningRun)}/tasks/fetch` },
  { name: "task-not-yet", path: ({ runningRun }) => `${run("sync_customers", runningRun)}/tasks/merge` },
  { name: "task-retry", path: ({ runningRun }) => `${run("sync_customers", runningRun)}/tasks/reach_shop` },
  { name: "task-waiting", path: ({ waitingRun }) => `${run("year_end", waitingRun)}/tasks/close_books` },
  { name: "task-asking", path: ({ askingRun }) => `${run("publish_prices", askingRun)}/tasks/ok_to_publish` },
  { name: "mapped", path: ({ mappedRun }) => `${run("resize_images", mappedRun)}/tasks/resize/mapped` },
  { name: "mapped-failed", path: ({ mappedRun }) => `${run("resize_images", mappedRun)}/tasks/resize/mapped/7` },
  { name: "clear-task", path: ORDERS, act: byKey("c") },
  { name: "mark-task", path: ORDERS, act: byKey("m") },
];

const BROWSE: readonly PictureOf[] = [
  at("runs", "/runs"),
  { ...at("runs-ticked", "/runs"), act: tickTwo },
  { ...at("runs-filter", "/runs"), act: byMenu("[role=search]", 1) },
  at("runs-none", "/runs?state=queued&dag_id_pattern=nothing-like-this"),
  at("task-instances", "/task_instances"),
  at("xcoms", "/xcoms"),
  at("jobs", "/jobs"),
  at("deadlines", "/deadlines"),
  at("timeline", "/timeline"),
  at("required-actions", "/required_actions"),
  at("assets", "/assets"),
  { name: "asset", path: ({ assetId }) => `/assets/${assetId}` },
  at("import-errors", "/import_errors"),
];

const ADMIN: readonly PictureOf[] = [
  ...["pools", "variables", "connections", "providers", "plugins", "configs", "workers", "events", "settings"].map(
    (name) => at(name, `/${name}`),
  ),
  at("pool", "/pools/ledger"),
  ...["users", "roles", "tokens"].map((name) => at(`security-${name}`, `/security/${name}`)),
  at("security-user", "/security/users/admin"),
  ...["pools", "variables", "connections", "security/users"].map((path) => ({
    ...at(`${path.replace("/", "-")}-add`, `/${path}`),
    act: addNew,
  })),
];

/** What whoever has just begun sees. */
const EMPTY: readonly PictureOf[] = [
  ["home", "/"],
  ["dags", "/dags"],
  ["runs", "/runs"],
  ["timeline", "/timeline"],
  ["required-actions", "/required_actions"],
  ["assets", "/assets"],
  ["import-errors", "/import_errors"],
  ["variables", "/variables"],
].map(([name = "", path = ""]) => ({ ...at(`empty-${name}`, path), isOfEmpty: true }));

export const PAGES: readonly PictureOf[] = [...HOME, ...DAG, ...RUN, ...TASK, ...BROWSE, ...ADMIN, ...EMPTY];
