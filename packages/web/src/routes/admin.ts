/** What a deployment has beside its DAGs: pools, variables, connections, workers, and who may do what. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, readSearch, text, texts } from "../url/search.ts";
import { root } from "./root.ts";

const admin = createRoute({
  getParentRoute: () => root,
  id: "admin",
  component: lazyRouteComponent(() => import("../pages/admin/admin-layout.tsx"), "AdminLayout"),
});

const filtered = readSearch({ q: text });

const pools = createRoute({
  getParentRoute: () => admin,
  path: "/pools",
  validateSearch: filtered,
  component: lazyRouteComponent(() => import("../pages/admin/pools/pools-page.tsx"), "PoolsPage"),
});

const pool = createRoute({
  getParentRoute: () => admin,
  path: "/pools/$poolName",
  component: lazyRouteComponent(() => import("../pages/admin/pools/pool-page.tsx"), "PoolPage"),
});

const variables = createRoute({
  getParentRoute: () => admin,
  path: "/variables",
  validateSearch: filtered,
  component: lazyRouteComponent(() => import("../pages/admin/variables/variables-page.tsx"), "VariablesPage"),
});

const connections = createRoute({
  getParentRoute: () => admin,
  path: "/connections",
  validateSearch: filtered,
  component: lazyRouteComponent(() => import("../pages/admin/connections/connections-page.tsx"), "ConnectionsPage"),
});

const providers = createRoute({
  getParentRoute: () => admin,
  path: "/providers",
  component: lazyRouteComponent(() => import("../pages/admin/config/providers-page.tsx"), "ProvidersPage"),
});

const plugins = createRoute({
  getParentRoute: () => admin,
  path: "/plugins",
  component: lazyRouteComponent(() => import("../pages/admin/config/plugins-page.tsx"), "PluginsPage"),
});

const configs = createRoute({
  getParentRoute: () => admin,
  path: "/configs",
  validateSearch: readSearch({ q: text, set: flag }),
  component: lazyRouteComponent(() => import("../pages/admin/config/config-page.tsx"), "ConfigPage"),
});

const workers = createRoute({
  getParentRoute: () => admin,
  path: "/workers",
  component: lazyRouteComponent(() => import("../pages/admin/workers/workers-page.tsx"), "WorkersPage"),
});

const events = createRoute({
  getParentRoute: () => admin,
  path: "/events",
  validateSearch: readSearch({
    dag_id: text,
    owner: text,
    event: texts,
    when_gte: text,
    when_lt: text,
    scheduler: flag,
  }),
  component: lazyRouteComponent(() => import("../pages/admin/events/events-page.tsx"), "EventsPage"),
});

const users = createRoute({
  getParentRoute: () => admin,
  path: "/security/users",
  component: lazyRouteComponent(() => import("../pages/admin/security/users-page.tsx"), "UsersPage"),
});

const user = createRoute({
  getParentRoute: () => admin,
  path: "/security/users/$username",
  validateSearch: readSearch({ dag_id: text }),
  component: lazyRouteComponent(() => import("../pages/admin/security/user-page.tsx"), "UserPage"),
});

const roles = createRoute({
  getParentRoute: () => admin,
  path: "/security/roles",
  validateSearch: readSearch({ role: text }),
  component: lazyRouteComponent(() => import("../pages/admin/security/roles-page.tsx"), "RolesPage"),
});

const tokens = createRoute({
  getParentRoute: () => admin,
  path: "/security/tokens",
  component: lazyRouteComponent(() => import("../pages/admin/security/tokens-page.tsx"), "TokensPage"),
});

export const adminRoutes = [
  admin.addChildren([
    pools,
    pool,
    variables,
    connections,
    providers,
    plugins,
    configs,
    workers,
    events,
    users,
    user,
    roles,
    tokens,
  ]),
] as const;
