/** A run, its tasks, their mapped instances: each with its tabs, which the last part of the address names. */
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { RUN_SEARCH } from "../pages/run/run-search.ts";
import { LOG_SEARCH } from "../pages/task/log/log-look.ts";
import { readSearch } from "../url/search.ts";
import { grid } from "./dag-frame.ts";

const run = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId",
  component: lazyRouteComponent(() => import("../pages/run/run-page.tsx"), "RunPage"),
  validateSearch: readSearch(RUN_SEARCH),
});

const runTab = lazyRouteComponent(() => import("../pages/run/run-page.tsx"), "RunTab");

const runTabs = [
  createRoute({ getParentRoute: () => run, path: "/", component: runTab }),
  createRoute({ getParentRoute: () => run, path: "/$tab", component: runTab }),
] as const;

const taskPage = lazyRouteComponent(() => import("../pages/task/task-page.tsx"), "TaskPage");
const taskTab = lazyRouteComponent(() => import("../pages/task/task-page.tsx"), "TaskTab");

/** How its log is shown, and the line to which a link leads. */
const ofTask = readSearch(LOG_SEARCH);

const task = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId/tasks/$taskId",
  validateSearch: ofTask,
  component: taskPage,
});

const taskTabs = [
  createRoute({ getParentRoute: () => task, path: "/", component: taskTab }),
  createRoute({ getParentRoute: () => task, path: "/$tab", component: taskTab }),
] as const;

const instances = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId/tasks/$taskId/mapped",
  validateSearch: readSearch(RUN_SEARCH),
  component: lazyRouteComponent(() => import("../pages/task/mapped/mapped-page.tsx"), "MappedPage"),
});

const instance = createRoute({
  getParentRoute: () => grid,
  path: "/runs/$runId/tasks/$taskId/mapped/$mapIndex",
  validateSearch: ofTask,
  component: taskPage,
});

const instanceTabs = [
  createRoute({ getParentRoute: () => instance, path: "/", component: taskTab }),
  createRoute({ getParentRoute: () => instance, path: "/$tab", component: taskTab }),
] as const;

/** What Airflow calls them, in links that people have kept. */
const airflows = [
  createRoute({
    getParentRoute: () => grid,
    path: "/runs/$runId/required_actions",
    beforeLoad: ({ params: { dagId, runId } }) => {
      const search = { dag_id: dagId, dag_run_id: runId };
      redirect({ to: "/required_actions", search, replace: true, throw: true });
    },
  }),
  createRoute({
    getParentRoute: () => grid,
    path: "/runs/$runId/tasks/group/$groupId",
    beforeLoad: ({ params: { dagId, runId, groupId } }) => {
      const to = { to: "/dags/$dagId/runs/$runId/$tab", params: { dagId, runId, tab: "tasks" } } as const;
      redirect({ ...to, search: { group: groupId }, replace: true, throw: true });
    },
  }),
] as const;

export const runRoutes = [
  run.addChildren([...runTabs]),
  task.addChildren([...taskTabs]),
  instances,
  instance.addChildren([...instanceTabs]),
  ...airflows,
] as const;
