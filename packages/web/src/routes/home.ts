/** Where one arrives: the night's summary, and every DAG. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readDagsSearch } from "../pages/dags/dags-search.ts";
import { HomePage } from "../pages/home/home-page.tsx";
import { WINDOWS } from "../pages/home/window.ts";
import { oneOf, readSearch } from "../url/search.ts";
import { beginWith } from "./begin-with.ts";
import { root } from "./root.ts";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readSearch({ window: oneOf(...WINDOWS) }),
  // With the first page: most people come here, and the others need most of it.
  component: HomePage,
});

const dags = createRoute({
  getParentRoute: () => root,
  path: "/dags",
  validateSearch: readDagsSearch,
  beforeLoad: beginWith("/dags"),
  component: lazyRouteComponent(() => import("../pages/dags/dags-page.tsx"), "DagsPage"),
});

export const homeRoutes = [home, dags] as const;
