/** The documentation: what the pages of a failure point to. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root.ts";

const help = createRoute({
  getParentRoute: () => root,
  path: "/help/$",
  component: lazyRouteComponent(() => import("../pages/help/help-page.tsx"), "HelpPage"),
});

export const helpRoutes = [help] as const;
