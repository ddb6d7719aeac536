/** Every operation of the API. */
import type { ApiOptions } from "./api-options.ts";
import { Graphs } from "./graphs.ts";
import type { Route } from "./route.ts";
import { alarmRoutes } from "./routes/alarms.ts";
import { assetRoutes } from "./routes/assets.ts";
import { authRoutes } from "./routes/auth.ts";
import { backfillRoutes } from "./routes/backfills.ts";
import { clearRoutes } from "./routes/clear.ts";
import { connectionRoutes } from "./routes/connections.ts";
import { dagDeletionRoutes } from "./routes/dag-deletion.ts";
import { dagRoutes } from "./routes/dags.ts";
import { eventLogRoutes } from "./routes/event-logs.ts";
import { explainRoutes } from "./routes/explain.ts";
import { hitlRoutes } from "./routes/hitl.ts";
import { markRoutes } from "./routes/marks.ts";
import { monitorRoutes } from "./routes/monitor.ts";
import { poolRoutes } from "./routes/pools.ts";
import { queuedEventRoutes } from "./routes/queued-events.ts";
import { roleRoutes } from "./routes/roles.ts";
import { runActRoutes } from "./routes/run-acts.ts";
import { runRoutes } from "./routes/runs.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { upkeepRoutes } from "./routes/upkeep.ts";
import { userRoutes } from "./routes/users.ts";
import { variableRoutes } from "./routes/variables.ts";
import { xcomRoutes } from "./routes/xcoms.ts";

const TOPICS = [
  monitorRoutes,
  dagRoutes,
  dagDeletionRoutes,
  runRoutes,
  assetRoutes,
  queuedEventRoutes,
  variableRoutes,
  connectionRoutes,
  poolRoutes,
  explainRoutes,
  upkeepRoutes,
  hitlRoutes,
  alarmRoutes,
  xcomRoutes,
  authRoutes,
  userRoutes,
  roleRoutes,
  tokenRoutes,
];

const ACTS = [clearRoutes, markRoutes, runActRoutes, backfillRoutes, eventLogRoutes];

export function allRoutes(options: ApiOptions): readonly Route[] {
  const deps = { store: options.store, clock: options.clock, graphs: new Graphs(options.store) };
  return [...TOPICS.flatMap((topic) => topic(options)), ...ACTS.flatMap((topic) => topic(deps))];
}
