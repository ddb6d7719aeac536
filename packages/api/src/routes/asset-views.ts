/** Assets as the user interface shows them: how fresh, who makes them, who waits for what else. Beside Airflow's API. */
import { NOTHING_QUEUED } from "@momiji/core";
import type { AssetRecord, DagOverview, DagRecord } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { assetsInScope } from "../asset-scope.ts";
import { inOrder } from "../paging.ts";
import { presentInstant } from "../present.ts";
import { presentAsset } from "../present-assets.ts";
import { type Call, route, type Route } from "../route.ts";
import { usualGap, waitingOf } from "../views/asset-views.ts";
import { presentDagRow } from "../views/dag-row.ts";
import { ASSET_COLUMNS, knownAsset } from "./assets.ts";

/** Events that the usual time between two is taken from. */
const LAST_EVENTS = 21;

const COLUMNS = {
  ...ASSET_COLUMNS,
  group: ({ group }: AssetRecord) => group,
  last_event: ({ lastEvent }: AssetRecord) => lastEvent?.at ?? 0,
};

export function assetViewRoutes(deps: ApiDeps): readonly Route[] {
  return [rowsRoute(deps), overviewRoute(deps)];
}

function rowsRoute({ store }: ApiDeps): Route {
  return route({
    method: "GET",
    path: "/api/momiji/v1/assets",
    operationId: "get_asset_rows",
    access: { thing: "assets", may: "read" },
    schemas: async () => (await import("../schemas/asset-views.ts")).rows,
    handle: async ({ query: { q, limit, offset, order_by: order, only_active: onlyActive }, dags }) => {
      const sought = q.toLowerCase();
      const all = await store.listAssets({ includeInactive: !onlyActive });
      const wanted = all.filter(({ name, uri, group }) =>
        [name, uri, group].some((word) => word.toLowerCase().includes(sought)),
      );
      const ordered = inOrder(wanted, order ?? ["name"], COLUMNS);
      const page = await assetsInScope(store, ordered.slice(offset, offset + limit), dags);
      const events = await store.listLastAssetEvents(
        page.map(({ id }) => id),
        LAST_EVENTS,
      );
      const rows = page.map((asset) => ({ ...presentAsset(asset), usualMs: usualGap(events.get(asset.id) ?? []) }));
      return { rows, total: wanted.length };
    },
  });
}

function overviewRoute(deps: ApiDeps): Route {
  const { store, clock } = deps;
  return route({
    method: "GET",
    path: "/api/momiji/v1/assets/{asset_id}/overview",
    operationId: "get_asset_overview",
    access: { thing: "assets", may: "read" },
    schemas: async () => (await import("../schemas/asset-views.ts")).overview,
    handle: async (call) => {
      const [asset] = await assetsInScope(store, [await knownAsset(deps, call.params.asset_id)], call.dags);
      const { id, producingTasks, scheduledDags } = asset as AssetRecord;
      const makers = Map.groupBy(producingTasks, ({ dagId }) => dagId);
      const waiters = scheduledDags.map(({ dagId }) => dagId);
      const known = await faring(deps, [...new Set([...makers.keys(), ...waiters])], call);
      const queues = await store.loadAssetQueues(waiters);
      return {
        asset: presentAsset(asset as AssetRecord),
        usualMs: usualGap((await store.listLastAssetEvents([id], LAST_EVENTS)).get(id) ?? []),
        at: presentInstant(clock.now()),
        producers: [...makers].flatMap(([dagId, tasks]) => {
          const found = known.get(dagId);
          return found === undefined ? [] : [{ ...found.shown, taskIds: tasks.map(({ taskId }) => taskId) }];
        }),
        consumers: waiters.flatMap((dagId) => {
          const found = known.get(dagId);
          const waiting = found && waitingOf(found.dag, queues.get(dagId) ?? NOTHING_QUEUED, asset as AssetRecord);
          return found === undefined || waiting == null ? [] : [{ ...found.shown, ...waiting }];
        }),
      };
    },
  });
}

/** DAGs by id, each with its last run and its next one. */
async function faring({ store, clock }: ApiDeps, dagIds: readonly string[], call: Pick<Call, "scope">) {
  const now = clock.now();
  const dags = dagIds.length === 0 ? [] : await store.listDags({ dagIds, includeInactive: true });
  const overviews = await store.loadOverviews({
    dagIds: dags.map(({ dagId }) => dagId),
    recent: 1,
    endedSince: now,
    scope: call.scope("run", "read"),
  });
  const entries = dags.map((dag, at) => [dag.dagId, { dag, shown: shownOf(dag, overviews[at] as DagOverview, now) }]);
  return new Map(entries as [string, { dag: DagRecord; shown: ReturnType<typeof shownOf> }][]);
}

function shownOf(dag: DagRecord, overview: DagOverview, now: number) {
  const { lastRun, next, active } = presentDagRow(dag, { overview, isFavorite: false, now });
  return { dagId: dag.dagId, isPaused: dag.isPaused, isActive: dag.isActive, lastRun, active, next };
}
