/** Lists across all DAGs. */
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readDeadlinesSearch } from "../pages/browse/deadlines-search.ts";
import { readJobsSearch } from "../pages/browse/jobs-search.ts";
import { readXComsSearch } from "../pages/browse/xcoms-search.ts";
import { readInboxSearch } from "../pages/inbox/search.ts";
import { readRunsSearch } from "../pages/runs/runs-search.ts";
import { readTimelineSearch } from "../pages/timeline/timeline-search.ts";
import { readTaskInstancesSearch } from "../pages/task-instances/task-instances-search.ts";
import { beginWith, lastDay } from "./begin-with.ts";
import { root } from "./root.ts";

const runs = createRoute({
  getParentRoute: () => root,
  path: "/runs",
  validateSearch: readRunsSearch,
  beforeLoad: beginWith("/runs", lastDay),
  component: lazyRouteComponent(() => import("../pages/runs/all-runs-page.tsx"), "AllRunsPage"),
});

/** As Airflow calls it. */
const dagRuns = createRoute({
  getParentRoute: () => root,
  path: "/dag_runs",
  validateSearch: readRunsSearch,
  beforeLoad: ({ search }) => {
    redirect({ to: "/runs", search, replace: true, throw: true });
  },
});

const taskInstances = createRoute({
  getParentRoute: () => root,
  path: "/task_instances",
  validateSearch: readTaskInstancesSearch,
  beforeLoad: beginWith("/task_instances", lastDay),
  component: lazyRouteComponent(() => import("../pages/task-instances/task-instances-page.tsx"), "TaskInstancesPage"),
});

const xcoms = createRoute({
  getParentRoute: () => root,
  path: "/xcoms",
  validateSearch: readXComsSearch,
  component: lazyRouteComponent(() => import("../pages/browse/xcoms-page.tsx"), "XComsPage"),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: "/jobs",
  validateSearch: readJobsSearch,
  component: lazyRouteComponent(() => import("../pages/browse/jobs-page.tsx"), "JobsPage"),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: "/deadlines",
  validateSearch: readDeadlinesSearch,
  component: lazyRouteComponent(() => import("../pages/browse/deadlines-page.tsx"), "DeadlinesPage"),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: "/timeline",
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import("../pages/timeline/timeline-page.tsx"), "TimelinePage"),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/required_actions",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("../pages/inbox/inbox-page.tsx"), "InboxPage"),
});

export const browseRoutes = [inbox, runs, dagRuns, taskInstances, xcoms, jobs, deadlines, timeline] as const;
