/** The pages by their paths, which are Airflow 3's, so that links in mails and chats survive. Each page is loaded when it is opened. */
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "./routes/account.ts";
import { adminRoutes } from "./routes/admin.ts";
import { browseRoutes } from "./routes/browse.ts";
import { dagRoutes } from "./routes/dag.ts";
import { dataRoutes } from "./routes/data.ts";
import { helpRoutes } from "./routes/help.ts";
import { homeRoutes } from "./routes/home.ts";
import { root } from "./routes/root.ts";
import { PageProblem } from "./shell/page-problem.tsx";
import { parseQuery, writeQuery } from "./url/query.ts";

export const router = createRouter({
  routeTree: root.addChildren([
    ...homeRoutes,
    ...dagRoutes,
    ...browseRoutes,
    ...dataRoutes,
    ...adminRoutes,
    ...accountRoutes,
    ...helpRoutes,
  ]),
  basepath: new URL(document.baseURI).pathname,
  parseSearch: parseQuery,
  stringifySearch: writeQuery,
  defaultErrorComponent: PageProblem,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
