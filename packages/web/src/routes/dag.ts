/** A DAG: the grid, beside it the run or task that was chosen, and its tabs. */
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readRunsSearch } from "../pages/runs/runs-search.ts";
import { readCodeSearch } from "../pages/dag/code/code-search.ts";
import { readScheduleSearch } from "../pages/dag/schedule/schedule-search.ts";
import { flag, readSearch, text } from "../url/search.ts";
import { dag, grid } from "./dag-frame.ts";
import { runRoutes } from "./run.ts";

const overview = createRoute({ getParentRoute: () => grid, path: "/" });

const runs = createRoute({
  getParentRoute: () => dag,
  path: "/runs",
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(() => import("../pages/dag/runs/runs-page.tsx"), "RunsPage"),
});

const tasks = createRoute({
  getParentRoute: () => dag,
  path: "/tasks",
  validateSearch: readSearch({ q: text, sort: text }),
  component: lazyRouteComponent(() => import("../pages/dag/tasks/tasks-page.tsx"), "TasksPage"),
});

const overRuns = () => import("../pages/dag/tasks/task-over-runs-page.tsx");

const taskOverRuns = createRoute({
  getParentRoute: () => dag,
  path: "/tasks/$taskId",
  component: lazyRouteComponent(overRuns, "TaskOverRunsPage"),
});

const groupOverRuns = createRoute({
  getParentRoute: () => dag,
  path: "/tasks/group/$groupId",
  component: lazyRouteComponent(overRuns, "GroupOverRunsPage"),
});

const schedule = createRoute({
  getParentRoute: () => dag,
  path: "/schedule",
  validateSearch: readScheduleSearch,
  component: lazyRouteComponent(() => import("../pages/dag/schedule/schedule-page.tsx"), "SchedulePage"),
});

const backfills = createRoute({
  getParentRoute: () => dag,
  path: "/backfills",
  component: lazyRouteComponent(() => import("../pages/dag/backfills/backfills-page.tsx"), "BackfillsPage"),
});

const backfill = createRoute({
  getParentRoute: () => dag,
  path: "/backfills/$backfillId",
  component: lazyRouteComponent(() => import("../pages/dag/backfills/backfill-page.tsx"), "BackfillPage"),
});

const code = createRoute({
  getParentRoute: () => dag,
  path: "/code",
  validateSearch: readCodeSearch,
  component: lazyRouteComponent(() => import("../pages/dag/code/code-page.tsx"), "CodePage"),
});

const events = createRoute({
  getParentRoute: () => dag,
  path: "/events",
  component: lazyRouteComponent(() => import("../pages/dag/events-page.tsx"), "DagEventsPage"),
});

const details = createRoute({
  getParentRoute: () => dag,
  path: "/details",
  /** `set`: only what is set. */
  validateSearch: readSearch({ q: text, set: flag }),
  component: lazyRouteComponent(() => import("../pages/dag/details/details-page.tsx"), "DetailsPage"),
});

/** What Airflow calls them, in links that people have kept. */
const airflows = [
  createRoute({
    getParentRoute: () => dag,
    path: "/calendar",
    beforeLoad: ({ params }) => {
      redirect({ to: "/dags/$dagId/schedule", params, replace: true, throw: true });
    },
  }),
  createRoute({
    getParentRoute: () => dag,
    path: "/audit_log",
    beforeLoad: ({ params }) => {
      redirect({ to: "/dags/$dagId/events", params, replace: true, throw: true });
    },
  }),
  createRoute({
    getParentRoute: () => dag,
    path: "/asset_events",
    beforeLoad: () => {
      redirect({ to: "/assets", replace: true, throw: true });
    },
  }),
  createRoute({
    getParentRoute: () => dag,
    path: "/required_actions",
    beforeLoad: ({ params: { dagId } }) => {
      redirect({ to: "/required_actions", search: { dag_id: dagId }, replace: true, throw: true });
    },
  }),
] as const;

export const dagRoutes = [
  dag.addChildren([
    grid.addChildren([overview, ...runRoutes]),
    runs,
    tasks,
    taskOverRuns,
    groupOverRuns,
    schedule,
    backfills,
    backfill,
    code,
    events,
    details,
    ...airflows,
  ]),
] as const;
