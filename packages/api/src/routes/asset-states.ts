/** What assets keep from one event to the next: Airflow's asset state store. */
import type { KeptAssetState, StateWriter } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { answer, route, type Route } from "../route.ts";

const ALL = "/api/v2/assets/{asset_id}/state-store";
const ONE = `${ALL}/{key}` as const;

export function assetStateRoutes(options: ApiOptions): readonly Route[] {
  return [...reads(options), ...changes(options)];
}

function reads({ store }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: ALL,
      operationId: "list_asset_state_store",
      access: { thing: "assets", may: "read" },
      schemas: async () => (await import("../schemas/states.ts")).listAsset,
      handle: async ({ params, query }) => {
        const { states, total } = await store.listAssetStates(await knownId(store, params.asset_id), query);
        return { asset_state_store: states.map(presentState), total_entries: total };
      },
    }),
    route({
      method: "GET",
      path: ONE,
      operationId: "get_asset_state_store",
      access: { thing: "assets", may: "read" },
      schemas: async () => (await import("../schemas/states.ts")).oneAsset,
      handle: async ({ params }) => {
        const state = await store.findAssetState(await knownId(store, params.asset_id), params.key);
        if (state === null) throw new ApiError("asset_state_not_found", [params.key]);
        return presentState(state);
      },
    }),
  ];
}

function changes({ store, clock }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "PUT",
      path: ONE,
      operationId: "set_asset_state_store",
      access: { thing: "assets", may: "edit" },
      schemas: async () => (await import("../schemas/states.ts")).putAsset,
      handle: async ({ params: { asset_id, key }, body: { value } }) => {
        const id = await knownId(store, asset_id);
        await store.putAssetState(id, { key, value, writer: { kind: "api" } }, clock.now());
        return answer(204);
      },
    }),
    route({
      method: "DELETE",
      path: ONE,
      operationId: "delete_asset_state_store",
      access: { thing: "assets", may: "delete" },
      schemas: async () => (await import("../schemas/states.ts")).removeAsset,
      handle: async ({ params }) => {
        await store.removeAssetStates(await knownId(store, params.asset_id), params.key);
        return answer(204);
      },
    }),
    route({
      method: "DELETE",
      path: ALL,
      operationId: "clear_asset_state_store",
      access: { thing: "assets", may: "delete" },
      schemas: async () => (await import("../schemas/states.ts")).clearAsset,
      handle: async ({ params }) => {
        await store.removeAssetStates(await knownId(store, params.asset_id));
        return answer(204);
      },
    }),
  ];
}

/** @throws ApiError `state_asset_not_found` */
async function knownId(store: ApiOptions["store"], id: number): Promise<number> {
  const [asset] = await store.listAssets({ ids: [id], includeInactive: true });
  if (asset === undefined) throw new ApiError("state_asset_not_found", [String(id)]);
  return id;
}

function presentState({ key, value, updatedAt, writer }: KeptAssetState) {
  return { key, value, updated_at: presentInstant(updatedAt), last_updated_by: presentWriter(writer) };
}

function presentWriter(writer: StateWriter) {
  const by = writer.kind === "task" ? writer : { dagId: null, runId: null, taskId: null, mapIndex: null };
  return { kind: writer.kind, dag_id: by.dagId, run_id: by.runId, task_id: by.taskId, map_index: by.mapIndex };
}
