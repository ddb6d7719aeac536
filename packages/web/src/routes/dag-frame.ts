/** What stands around everything of a DAG, and the grid that stays while one looks at one run or task after another. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readDagSearch, withShownSearch } from "../pages/dag/dag-search.ts";
import { root } from "./root.ts";

export const dag = createRoute({
  getParentRoute: () => root,
  path: "/dags/$dagId",
  component: lazyRouteComponent(() => import("../pages/dag/dag-page.tsx"), "DagPage"),
});

export const grid = createRoute({
  getParentRoute: () => dag,
  id: "grid",
  validateSearch: readDagSearch,
  search: { middlewares: [withShownSearch] },
  component: lazyRouteComponent(() => import("../pages/dag/grid/grid-page.tsx"), "GridPage"),
});
