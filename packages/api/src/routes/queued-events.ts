/** The assets that wait in the queues of DAGs: look, and take out. */
import type { Micros } from "@momiji/core";
import type { DagScope, QueuedAssetFilter, QueuedAssetRecord } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { answer, type Call, route, type Route } from "../route.ts";

interface Path {
  readonly dag_id?: string | undefined;
  readonly asset_id?: number | undefined;
}

interface Query {
  readonly before?: Micros | undefined;
}

const BY_ASSET = "/api/v2/assets/{asset_id}/queuedEvents";
const BY_DAG = "/api/v2/dags/{dag_id}/assets/queuedEvents";
const BY_BOTH = "/api/v2/dags/{dag_id}/assets/{asset_id}/queuedEvents";

const OF_ASSET = { read: { thing: "assets", may: "read" }, remove: { thing: "assets", may: "delete" } } as const;
const OF_DAG = { read: { dag: "dag", may: "read" }, remove: { dag: "dag", may: "edit" } } as const;

const PLACES = [
  { path: BY_ASSET, name: "asset_queued_events", access: OF_ASSET },
  { path: BY_DAG, name: "dag_asset_queued_events", access: OF_DAG },
  { path: BY_BOTH, name: "dag_asset_queued_event", access: OF_DAG },
] as const;

export function queuedEventRoutes({ store }: ApiOptions): readonly Route[] {
  const present = async (records: readonly QueuedAssetRecord[]) => {
    const dagIds = [...new Set(records.map(({ dagId }) => dagId))];
    const dags = dagIds.length === 0 ? [] : await store.listDags({ dagIds, includeInactive: true });
    const names = new Map(dags.map(({ dagId, spec }) => [dagId, spec.displayName ?? dagId]));
    return records.map(({ dagId, assetId, queuedAt }) => ({
      dag_id: dagId,
      asset_id: assetId,
      created_at: presentInstant(queuedAt),
      dag_display_name: names.get(dagId) ?? dagId,
    }));
  };

  const list = async ({ params, query, dags: scope }: Call<Path, Query>) => {
    const found = await present(await store.listQueuedAssets(filterOf(params, query, scope)));
    return { queued_events: found, total_entries: found.length };
  };
  const look = async ({ params, query, dags: scope }: Call<Path, Query>) => {
    const [found] = await present(await store.listQueuedAssets(filterOf(params, query, scope)));
    if (found === undefined) throw new ApiError("queued_event_not_found", [wordsOf(params, "Queued")]);
    return found;
  };
  const remove = async ({ params, query, scope }: Call<Path, Query>) => {
    const filter = filterOf(params, query, scope("dag", "edit"));
    if ((await store.deleteQueuedAssets(filter)) > 0) return answer(204);
    const word = params.dag_id !== undefined && params.asset_id !== undefined ? "Queued" : "Queue";
    throw new ApiError("queued_event_not_found", [wordsOf(params, word)]);
  };
  return PLACES.flatMap(({ path, name, access: { read, remove: removal } }) => [
    route({
      method: "GET",
      path,
      operationId: `get_${name}`,
      access: read,
      schemas: async () => (await import("../schemas/queued-events.ts"))[path === BY_BOTH ? "one" : "list"],
      handle: path === BY_BOTH ? look : list,
    }),
    route({
      method: "DELETE",
      path,
      operationId: `delete_${name}`,
      access: removal,
      schemas: async () => (await import("../schemas/queued-events.ts")).removal,
      handle: remove,
    }),
  ]);
}

function filterOf({ dag_id: dagId, asset_id: assetId }: Path, { before }: Query, scope: DagScope): QueuedAssetFilter {
  return {
    scope,
    ...(dagId === undefined ? {} : { dagId }),
    ...(assetId === undefined ? {} : { assetId }),
    ...(before === undefined ? {} : { before }),
  };
}

function wordsOf({ dag_id: dagId, asset_id: assetId }: Path, word: string): string {
  const parts = [
    ...(dagId === undefined ? [] : [`dag_id: \`${dagId}\``]),
    ...(assetId === undefined ? [] : [`asset_id: \`${assetId}\``]),
  ];
  return `${word} event with ${parts.join(" and ")}`;
}
