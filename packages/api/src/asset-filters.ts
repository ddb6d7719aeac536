/** The query parameters of `GET /assets/events`. */
import type { Micros } from "@momiji/core";
import type { AssetEventFilter, DagScope, Store } from "@momiji/store";
import type { z } from "zod";
import { ApiError } from "./errors.ts";
import { isLike } from "./paging.ts";
import { given } from "./read-filters.ts";
import type { events } from "./schemas/assets.ts";

type Query = z.infer<(typeof events)["query"]>;

const ORDERS = ["timestamp", "id"];

/** @throws ApiError `bad_order` */
export async function eventFilter(store: Store, query: Query, scope: DagScope): Promise<AssetEventFilter> {
  const [orderBy = "timestamp"] = query.order_by ?? [];
  if (!ORDERS.includes(orderBy.replace(/^-/, ""))) throw new ApiError("bad_order", [orderBy.replace(/^-/, "")]);
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
  return { ...filter, scope, newestFirst: orderBy.startsWith("-"), limit: query.limit, offset: query.offset };
}

/** Undefined: events of any asset. */
async function idsOf(store: Store, query: Query): Promise<readonly number[] | undefined> {
  const { asset_id: id, name_pattern: pattern, name_prefix_pattern: prefix } = query;
  if (pattern === undefined && prefix === undefined) return id === undefined ? undefined : [id];
  const assets = await store.listAssets({ includeInactive: true, ...(id === undefined ? {} : { ids: [id] }) });
  const named = assets.filter(({ name }) => isLike(name, pattern) && name.startsWith(prefix ?? ""));
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
