/** Assets, their aliases and events: list, look, tell of an event, run what makes one. */
import type { DagRun, TriggerRequest } from "@momiji/core";
import type { AssetRecord } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { eventFilter } from "../asset-filters.ts";
import { assetsInScope, eventsInScope } from "../asset-scope.ts";
import { ApiError } from "../errors.ts";
import { isMatched } from "../like.ts";
import { inOrder } from "../paging.ts";
import { matchOf } from "../read-filters.ts";
import { runBody } from "../run-body.ts";
import { presentAlias, presentAsset, presentAssetEvent } from "../present-assets.ts";
import { triggerRun } from "../trigger.ts";
import { type Call, route, type Route } from "../route.ts";

export const ASSET_COLUMNS = {
  id: ({ id }: AssetRecord) => id,
  name: ({ name }: AssetRecord) => name,
  uri: ({ uri }: AssetRecord) => uri,
  created_at: ({ createdAt }: AssetRecord) => createdAt,
  updated_at: ({ updatedAt }: AssetRecord) => updatedAt,
};
const ALIAS_COLUMNS = { id: ({ id }: { id: number }) => id, name: ({ name }: { name: string }) => name };

export function assetRoutes(options: ApiDeps): readonly Route[] {
  const { store } = options;

  return [
    route({
      method: "GET",
      path: "/api/v2/assets",
      operationId: "get_assets",
      access: { thing: "assets", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).list,
      handle: async ({ query, dags }) => {
        const { limit, offset, dag_ids: dagIds, only_active: onlyActive } = query;
        const all = await store.listAssets({
          includeInactive: !onlyActive,
          ...(dagIds === undefined ? {} : { dagIds }),
        });
        const [byName, byUri] = [matchOf(query, "name"), matchOf(query, "uri")];
        const wanted = all.filter(({ name, uri }) => isMatched(name, byName) && isMatched(uri, byUri));
        const ordered = inOrder(wanted, query.order_by, ASSET_COLUMNS);
        const page = await assetsInScope(store, ordered.slice(offset, offset + limit), dags);
        return { assets: page.map(presentAsset), total_entries: wanted.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/assets/{asset_id}",
      operationId: "get_asset",
      access: { thing: "assets", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).one,
      handle: async ({ params, dags }) => {
        const [asset] = await assetsInScope(store, [await knownAsset(options, params.asset_id)], dags);
        return presentAsset(asset as AssetRecord);
      },
    }),

    materializeRoute(options),
    ...aliasRoutes(options),
    ...eventRoutes(options),
  ];
}

function materializeRoute(options: ApiDeps): Route {
  return route({
    method: "POST",
    path: "/api/v2/assets/{asset_id}/materialize",
    operationId: "materialize_asset",
    access: { thing: "assets", may: "create" },
    schemas: async () => (await import("../schemas/assets.ts")).materialize,
    handle: async ({ params, body, ...call }) => {
      const { readMaterialize } = await import("../bodies.ts");
      const asked = { assetId: params.asset_id, request: readMaterialize(body) };
      return runBody(options, await materialize(options, asked, call));
    },
  });
}

function aliasRoutes({ store }: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/assets/aliases",
      operationId: "get_asset_aliases",
      access: { thing: "asset_aliases", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).aliases,
      handle: async ({ query }) => {
        const { limit, offset } = query;
        const byName = matchOf(query, "name");
        const wanted = (await store.listAssetAliases()).filter(({ name }) => isMatched(name, byName));
        const ordered = inOrder(wanted, query.order_by, ALIAS_COLUMNS);
        return { asset_aliases: ordered.slice(offset, offset + limit).map(presentAlias), total_entries: wanted.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/assets/aliases/{asset_alias_id}",
      operationId: "get_asset_alias",
      access: { thing: "asset_aliases", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).alias,
      handle: async ({ params: { asset_alias_id: id } }) => {
        const found = (await store.listAssetAliases()).find((alias) => alias.id === id);
        if (found === undefined) throw new ApiError("asset_alias_not_found", [String(id)]);
        return presentAlias(found);
      },
    }),
  ];
}

function eventRoutes({ store, clock }: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/assets/events",
      operationId: "get_asset_events",
      access: { thing: "assets", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).events,
      handle: async ({ query, dags: scope }) => {
        const { events, total } = await store.listAssetEvents(await eventFilter(store, query, scope));
        return {
          asset_events: (await eventsInScope(store, events, scope)).map(presentAssetEvent),
          total_entries: total,
        };
      },
    }),

    route({
      method: "POST",
      path: "/api/v2/assets/events",
      operationId: "create_asset_event",
      access: { thing: "assets", may: "create" },
      schemas: async () => (await import("../schemas/assets.ts")).newEvent,
      handle: async ({ body: { asset_id: assetId, extra }, dags }) => {
        const id = await store.createAssetEvent(assetId, { ...extra, from_rest_api: true }, clock.now());
        if (id === null) throw new ApiError("asset_of_event_not_found", [String(assetId)]);
        const order = [{ by: "id", descending: true }] as const;
        const { events } = await store.listAssetEvents({ scope: dags, assetIds: [assetId], order });
        const own = events.filter((event) => event.id === id);
        return (await eventsInScope(store, own, dags)).map(presentAssetEvent)[0];
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents",
      operationId: "get_upstream_asset_events",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/assets.ts")).eventsOfRun,
      handle: async ({ params, dags }) => {
        const found = await store.findRun(params.dag_id, params.dag_run_id);
        if (found === null) throw new ApiError("run_not_found", [params.dag_id, params.dag_run_id]);
        const events = await eventsInScope(store, await store.listEventsOfRun(found.run.runKey), dags);
        return { asset_events: events.map(presentAssetEvent), total_entries: events.length };
      },
    }),
  ];
}

/** A run of the one DAG that makes the asset. @throws ApiError */
async function materialize(
  options: ApiDeps,
  { assetId, request }: { readonly assetId: number; readonly request: TriggerRequest },
  { principal, from, requireDag }: Pick<Call, "principal" | "from" | "requireDag">,
): Promise<DagRun> {
  const { id, producingTasks } = await knownAsset(options, assetId);
  const [dagId, ...more] = new Set(producingTasks.map((task) => task.dagId));
  if (dagId === undefined) throw new ApiError("asset_without_dag", [String(id)]);
  if (more.length > 0) throw new ApiError("asset_of_many_dags", [String(id)]);
  await requireDag(dagId, "run", "create");
  const origin = { runType: "asset_materialization", triggeredBy: "rest_api", owner: principal.name, from } as const;
  const answer = await triggerRun(options, { dagId, request }, origin);
  if (!answer.created) throw new ApiError("run_exists", [dagId, answer.conflict, answer.existing.runId]);
  return answer.run;
}

/** @throws ApiError `asset_not_found` */
export async function knownAsset({ store }: ApiDeps, id: number): Promise<AssetRecord> {
  const [asset] = await store.listAssets({ ids: [id], includeInactive: true });
  if (asset === undefined) throw new ApiError("asset_not_found", [String(id)]);
  return asset;
}
