/** Every operation of the API. */
import type { ApiOptions } from "./api-options.ts";
import { Graphs } from "./graphs.ts";
import { EventHub } from "./live/event-hub.ts";
import type { Route } from "./route.ts";
import { assetViewRoutes } from "./routes/asset-views.ts";
import { importErrorSourceRoutes } from "./routes/import-error-sources.ts";
import { assetStateRoutes } from "./routes/asset-states.ts";
import { bulkRunRoutes } from "./routes/bulk-runs.ts";
import { bulkTaskInstanceRoutes } from "./routes/bulk-task-instances.ts";
import { favoriteRoutes } from "./routes/favorites.ts";
import { fileRoutes } from "./routes/files.ts";
import { installationRoutes } from "./routes/installation.ts";
import { taskStateRoutes } from "./routes/task-states.ts";
import { xcomWriteRoutes } from "./routes/xcom-writes.ts";
import { connectionFormRoutes } from "./routes/connection-forms.ts";
import { settingOriginRoutes } from "./routes/setting-origins.ts";
import { userRightRoutes } from "./routes/user-rights.ts";
import { connectionTestRoutes } from "./routes/connection-tests.ts";
import { dagPatchRoutes } from "./routes/dag-patches.ts";
import { linkRoutes } from "./routes/links.ts";
import { eventRoutes } from "./routes/events.ts";
import { preflightRoutes } from "./routes/preflight.ts";
import { runSummaryRoutes } from "./routes/run-summaries.ts";
import { timelineRoutes } from "./routes/timeline.ts";
import { versionDiffRoutes } from "./routes/version-diff.ts";
import { workerRoutes } from "./routes/workers.ts";
import { dagRowRoutes } from "./routes/dag-rows.ts";
import { dagStructureRoutes } from "./routes/dag-structures.ts";
import { dagViewRoutes } from "./routes/dag-views.ts";
import { runViewRoutes } from "./routes/run-views.ts";
import { personalRoutes } from "./routes/personal.ts";
import { summaryRoutes } from "./routes/summaries.ts";
import { previewRoutes } from "./routes/preview.ts";
import { homeRoutes } from "./routes/home.ts";
import { searchRoutes } from "./routes/search.ts";
import { shellRoutes } from "./routes/shell.ts";
import { logViewRoutes } from "./routes/log-views.ts";
import { failureRoutes } from "./routes/failure.ts";
import { renderedFieldRoutes } from "./routes/rendered-fields.ts";
import { alarmRoutes } from "./routes/alarms.ts";
import { assetRoutes } from "./routes/assets.ts";
import { authRoutes } from "./routes/auth.ts";
import { backfillRoutes } from "./routes/backfills.ts";
import { clearRoutes } from "./routes/clear.ts";
import { connectionRoutes } from "./routes/connections.ts";
import { dagDeletionRoutes } from "./routes/dag-deletion.ts";
import { dagFileRoutes } from "./routes/dag-files.ts";
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
import { logRoutes } from "./routes/logs.ts";
import { runRoutes } from "./routes/runs.ts";
import { taskInstanceRoutes } from "./routes/task-instances.ts";
import { taskPageRoutes } from "./routes/task-pages.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { upkeepRoutes } from "./routes/upkeep.ts";
import { userRoutes } from "./routes/users.ts";
import { webRoutes } from "./routes/web.ts";
import { variableRoutes } from "./routes/variables.ts";
import { xcomRoutes } from "./routes/xcoms.ts";

const TOPICS = [
  monitorRoutes,
  dagRoutes,
  dagFileRoutes,
  dagDeletionRoutes,
  runRoutes,
  taskInstanceRoutes,
  logRoutes,
  eventLogRoutes,
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
  xcomWriteRoutes,
  taskStateRoutes,
  assetStateRoutes,
  favoriteRoutes,
  fileRoutes,
  installationRoutes,
  connectionTestRoutes,
  connectionFormRoutes,
  settingOriginRoutes,
  userRightRoutes,
  dagPatchRoutes,
  linkRoutes,
  summaryRoutes,
  searchRoutes,
  logViewRoutes,
  failureRoutes,
  taskPageRoutes,
  renderedFieldRoutes,
  timelineRoutes,
  workerRoutes,
  versionDiffRoutes,
  dagStructureRoutes,
  assetViewRoutes,
  importErrorSourceRoutes,
  runSummaryRoutes,
  preflightRoutes,
  personalRoutes,
  authRoutes,
  userRoutes,
  roleRoutes,
  tokenRoutes,
];

const ACTS = [
  clearRoutes,
  markRoutes,
  runActRoutes,
  backfillRoutes,
  bulkRunRoutes,
  bulkTaskInstanceRoutes,
  previewRoutes,
];

const LIVE = [eventRoutes, dagRowRoutes, dagViewRoutes, runViewRoutes, homeRoutes, shellRoutes];

export function allRoutes(options: ApiOptions): readonly Route[] {
  const deps = { ...options, graphs: new Graphs(options.store) };
  const live = { ...deps, hub: new EventHub(options) };
  return [
    ...webRoutes(options),
    ...TOPICS.flatMap((topic) => topic(deps)),
    ...ACTS.flatMap((topic) => topic(deps)),
    ...LIVE.flatMap((topic) => topic(live)),
  ];
}
