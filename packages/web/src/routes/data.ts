/** What DAGs hand to each other, and files that hold none because they are broken. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSearch, text, whole } from "../url/search.ts";
import { root } from "./root.ts";

const importErrors = createRoute({
  getParentRoute: () => root,
  path: "/import_errors",
  /** `open`: the id of the one that is shown; 0: none is. */
  validateSearch: readSearch({ q: text, open: whole(0) }),
  component: lazyRouteComponent(() => import("../pages/import-errors/import-errors-page.tsx"), "ImportErrorsPage"),
});

const asset = createRoute({
  getParentRoute: () => root,
  path: "/assets/$assetId",
  component: lazyRouteComponent(() => import("../pages/assets/asset/asset-page.tsx"), "AssetPage"),
});

export const dataRoutes = [importErrors, asset] as const;
