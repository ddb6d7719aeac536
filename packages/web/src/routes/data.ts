/** What DAGs hand to each other, and files that hold none because they are broken. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, readSearch, text, whole } from "../url/search.ts";
import { root } from "./root.ts";

const importErrors = createRoute({
  getParentRoute: () => root,
  path: "/import_errors",
  /** `open`: the id of the one that is shown; 0: none is. */
  validateSearch: readSearch({ q: text, open: whole(0) }),
  component: lazyRouteComponent(() => import("../pages/import-errors/import-errors-page.tsx"), "ImportErrorsPage"),
});

const ASSET_ORDERS = ["name", "-name", "uri", "-uri", "group", "-group", "last_event", "-last_event"] as const;

const assets = createRoute({
  getParentRoute: () => root,
  path: "/assets",
  validateSearch: readSearch({ q: text, sort: oneOf(...ASSET_ORDERS), view: oneOf("list", "graph") }),
  component: lazyRouteComponent(() => import("../pages/assets/assets-page.tsx"), "AssetsPage"),
});

const asset = createRoute({
  getParentRoute: () => root,
  path: "/assets/$assetId",
  component: lazyRouteComponent(() => import("../pages/assets/asset/asset-page.tsx"), "AssetPage"),
});

export const dataRoutes = [importErrors, assets, asset] as const;
