/** Lists across all DAGs. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readInboxSearch } from "../pages/inbox/search.ts";
import { root } from "./root.ts";

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/required_actions",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("../pages/inbox/inbox-page.tsx"), "InboxPage"),
});

export const browseRoutes = [inbox] as const;
