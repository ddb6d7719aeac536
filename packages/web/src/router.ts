/** The pages by their paths, which are Airflow 3's, so that links in mails and chats survive. Each page is loaded when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/home/home-page.tsx"), "HomePage"),
});

const dags = createRoute({
  getParentRoute: () => root,
  path: "/dags",
  validateSearch: (given: Record<string, unknown>): { readonly q?: string } =>
    typeof given["q"] === "string" && given["q"] !== "" ? { q: given["q"] } : {},
  component: lazyRouteComponent(() => import("./pages/dags/dags-page.tsx"), "DagsPage"),
});

const dag = createRoute({
  getParentRoute: () => root,
  path: "/dags/$dagId",
  component: lazyRouteComponent(() => import("./pages/dag/dag-page.tsx"), "DagPage"),
});

/** The grid, and beside it what was chosen in it: it stays while one looks at one after another. */
const grid = createRoute({
  getParentRoute: () => dag,
  id: "grid",
  component: lazyRouteComponent(() => import("./pages/dag/grid/grid-page.tsx"), "GridPage"),
});

const overview = createRoute({ getParentRoute: () => grid, path: "/" });

const run = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId",
  component: lazyRouteComponent(() => import("./pages/run/run-page.tsx"), "RunPage"),
});

const taskPage = lazyRouteComponent(() => import("./pages/task/task-page.tsx"), "TaskPage");

/** A line of the log, to which a link leads. */
function lineOf(given: Record<string, unknown>): { readonly line?: number } {
  const { line } = given;
  return typeof line === "number" && Number.isSafeInteger(line) && line > 0 ? { line } : {};
}

const task = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId/tasks/$taskId",
  validateSearch: lineOf,
  component: taskPage,
});

const mapped = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId/tasks/$taskId/mapped/$mapIndex",
  validateSearch: lineOf,
  component: taskPage,
});

const runs = createRoute({
  getParentRoute: () => dag,
  path: "/runs",
  component: lazyRouteComponent(() => import("./pages/dag/runs-page.tsx"), "RunsPage"),
});

const schedule = createRoute({
  getParentRoute: () => dag,
  path: "/schedule",
  component: lazyRouteComponent(() => import("./pages/dag/schedule/schedule-page.tsx"), "SchedulePage"),
});

const code = createRoute({
  getParentRoute: () => dag,
  path: "/code",
  component: lazyRouteComponent(() => import("./pages/dag/code/code-page.tsx"), "CodePage"),
});

const ofDag = dag.addChildren([grid.addChildren([overview, run, task, mapped]), runs, schedule, code]);

export const router = createRouter({
  routeTree: root.addChildren([home, dags, ofDag]),
  basepath: new URL(document.baseURI).pathname,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
