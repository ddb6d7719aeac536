/** Assets, their aliases and events: list, look, tell of an event, run what makes one. */
import type { DagRun, TriggerRequest } from "@momiji/core";
import type { AssetRecord } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { readEventFilter } from "../asset-filters.ts";
import { assetsInScope, eventsInScope } from "../asset-scope.ts";
import { ApiError } from "../errors.ts";
import { inOrder, isLike, readPage, textOf, textsOf } from "../paging.ts";
import { runBody } from "../run-body.ts";
import { presentAlias, presentAsset, presentAssetEvent } from "../present-assets.ts";
import { triggerRun } from "../trigger.ts";
import { type Call, type Query, route, type Route } from "../route.ts";

const ASSET_COLUMNS = {
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
      handle: async ({ query, dags }) => {
        const { limit, offset } = readPage(query);
        const dagIds = textsOf(query, "dag_ids");
        const includeInactive = textOf(query, "only_active") === "false";
        const all = await store.listAssets({ includeInactive, ...(dagIds === undefined ? {} : { dagIds }) });
        const wanted = all.filter(({ name, uri }) => isNamed(query, "name", name) && isNamed(query, "uri", uri));
        const ordered = inOrder(wanted, textOf(query, "order_by"), ASSET_COLUMNS);
        const page = await assetsInScope(store, ordered.slice(offset, offset + limit), dags);
        return { assets: page.map(presentAsset), total_entries: wanted.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/assets/{asset_id}",
      operationId: "get_asset",
      access: { thing: "assets", may: "read" },
      handle: async ({ params, dags }) => {
        const [asset] = await assetsInScope(store, [await knownAsset(options, params.asset_id)], dags);
        return presentAsset(asset as AssetRecord);
      },
    }),

    ...aliasRoutes(options),
    ...eventRoutes(options),

    route({
      method: "POST",
      path: "/api/v2/assets/{asset_id}/materialize",
      operationId: "materialize_asset",
      access: { thing: "assets", may: "create" },
      handle: async ({ params, body, ...call }) => {
        const { readMaterialize } = await import("../bodies.ts");
        const asked = { assetId: params.asset_id, request: readMaterialize(body) };
        return runBody(options, await materialize(options, asked, call));
      },
    }),
  ];
}

function aliasRoutes({ store }: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/assets/aliases",
      operationId: "get_asset_aliases",
      access: { thing: "asset_aliases", may: "read" },
      handle: async ({ query }) => {
        const { limit, offset } = readPage(query);
        const wanted = (await store.listAssetAliases()).filter(({ name }) => isNamed(query, "name", name));
        const ordered = inOrder(wanted, textOf(query, "order_by"), ALIAS_COLUMNS);
        return { asset_aliases: ordered.slice(offset, offset + limit).map(presentAlias), total_entries: wanted.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/assets/aliases/{asset_alias_id}",
      operationId: "get_asset_alias",
      access: { thing: "asset_aliases", may: "read" },
      handle: async ({ params }) => {
        const found = (await store.listAssetAliases()).find(
          ({ id }) => id === readId(params.asset_alias_id, "asset_alias_id"),
        );
        if (found === undefined) throw new ApiError("asset_alias_not_found", [params.asset_alias_id]);
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
      handle: async ({ query, dags: scope }) => {
        const { events, total } = await store.listAssetEvents(await readEventFilter(store, query, scope));
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
      handle: async ({ body, dags }) => {
        const { readAssetEvent } = await import("../bodies.ts");
        const { assetId, extra } = readAssetEvent(body);
        const id = await store.createAssetEvent(assetId, { ...extra, from_rest_api: true }, clock.now());
        if (id === null) throw new ApiError("asset_of_event_not_found", [String(assetId)]);
        const { events } = await store.listAssetEvents({ scope: dags, assetIds: [assetId], newestFirst: true });
        const own = events.filter((event) => event.id === id);
        return (await eventsInScope(store, own, dags)).map(presentAssetEvent)[0];
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents",
      operationId: "get_upstream_asset_events",
      access: { dag: "run", may: "read" },
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
  { assetId, request }: { readonly assetId: string; readonly request: TriggerRequest },
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

async function knownAsset({ store }: ApiDeps, id: string): Promise<AssetRecord> {
  const [asset] = await store.listAssets({ ids: [readId(id, "asset_id")], includeInactive: true });
  if (asset === undefined) throw new ApiError("asset_not_found", [id]);
  return asset;
}

/** @throws ApiError `invalid` */
export function readId(text: string, name: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const message = "Input should be a valid integer, unable to parse string as an integer";
  throw new ApiError("invalid", [message], ["path", name]);
}

function isNamed(query: Query, field: string, text: string): boolean {
  const prefix = textOf(query, `${field}_prefix_pattern`);
  return isLike(text, textOf(query, `${field}_pattern`)) && (prefix === undefined || text.startsWith(prefix));
}
