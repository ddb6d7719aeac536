/** A DAG: the grid, beside it the run or task that was chosen, and its tabs. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readRunsSearch } from "../pages/runs/runs-search.ts";
import { readCodeSearch } from "../pages/dag/code/code-search.ts";
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

const schedule = createRoute({
  getParentRoute: () => dag,
  path: "/schedule",
  component: lazyRouteComponent(() => import("../pages/dag/schedule/schedule-page.tsx"), "SchedulePage"),
});

const code = createRoute({
  getParentRoute: () => dag,
  path: "/code",
  validateSearch: readCodeSearch,
  component: lazyRouteComponent(() => import("../pages/dag/code/code-page.tsx"), "CodePage"),
});

const details = createRoute({
  getParentRoute: () => dag,
  path: "/details",
  /** `set`: only what is set. */
  validateSearch: readSearch({ q: text, set: flag }),
  component: lazyRouteComponent(() => import("../pages/dag/details/details-page.tsx"), "DetailsPage"),
});

export const dagRoutes = [
  dag.addChildren([grid.addChildren([overview, ...runRoutes]), runs, schedule, code, details]),
] as const;
