/** Who one is: personal settings. Signing in is the server's own page. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root.ts";

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../pages/settings/settings-page.tsx"), "SettingsPage"),
});

export const accountRoutes = [settings] as const;
