/** The query parameters of `GET /assets/events`. */
import type { Micros } from "@momiji/core";
import type { AssetEventFilter, DagScope, Store } from "@momiji/store";
import type { z } from "zod";
import { isMatched } from "./like.ts";
import { pageRequest } from "./paging.ts";
import { given, matchOf } from "./read-filters.ts";
import type { events } from "./schemas/assets.ts";

type Query = z.infer<(typeof events)["query"]>;

const ORDERS = {
  id: "id",
  timestamp: "id",
  source_dag_id: "sourceDagId",
  source_run_id: "sourceRunId",
  source_task_id: "sourceTaskId",
  source_map_index: "sourceMapIndex",
} as const;

/** @throws ApiError `bad_order` */
export async function eventFilter(store: Store, query: Query, scope: DagScope): Promise<AssetEventFilter> {
  const after = [query.timestamp_gt, earlier(query.timestamp_gte)].filter(isGiven);
  const before = [query.timestamp_lt, later(query.timestamp_lte)].filter(isGiven);
  const filter = given<Omit<AssetEventFilter, "scope">>({
    assetIds: await idsOf(store, query),
    sourceDagId: query.source_dag_id,
    sourceRunId: query.source_run_id,
    sourceTaskId: query.source_task_id,
    sourceMapIndex: query.source_map_index,
    after: after.length === 0 ? undefined : Math.max(...after),
    before: before.length === 0 ? undefined : Math.min(...before),
  });
  return { ...filter, scope, ...pageRequest(query, ORDERS) };
}

/** Undefined: events of any asset. */
async function idsOf(store: Store, query: Query): Promise<readonly number[] | undefined> {
  const { asset_id: id } = query;
  const name = matchOf(query, "name");
  if (name === undefined) return id === undefined ? undefined : [id];
  const assets = await store.listAssets({ includeInactive: true, ...(id === undefined ? {} : { ids: [id] }) });
  const named = assets.filter((asset) => isMatched(asset.name, name));
  return named.map((asset) => asset.id);
}

function earlier(at: Micros | undefined): Micros | undefined {
  return at === undefined ? undefined : at - 1;
}

function later(at: Micros | undefined): Micros | undefined {
  return at === undefined ? undefined : at + 1;
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}
