/** Lists across all DAGs. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readTimelineSearch } from "../pages/timeline/timeline-search.ts";
import { root } from "./root.ts";

const timeline = createRoute({
  getParentRoute: () => root,
  path: "/timeline",
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import("../pages/timeline/timeline-page.tsx"), "TimelinePage"),
});

export const browseRoutes = [timeline] as const;
