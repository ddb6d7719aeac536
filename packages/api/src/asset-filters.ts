/** The query parameters of `GET /assets/events`. */
import { type Micros, parseInstant } from "@momiji/core";
import type { AssetEventFilter, DagScope, Store } from "@momiji/store";
import { ApiError } from "./errors.ts";
import { isLike, readCount, readPage, textOf } from "./paging.ts";

type Query = { readonly [name: string]: string | string[] | undefined };

const ORDERS = ["timestamp", "id"];

/** @throws ApiError `invalid`, `bad_order` */
export async function readEventFilter(store: Store, query: Query, scope: DagScope): Promise<AssetEventFilter> {
  const orderBy = textOf(query, "order_by") ?? "timestamp";
  if (!ORDERS.includes(orderBy.replace(/^-/, ""))) throw new ApiError("bad_order", [orderBy.replace(/^-/, "")]);
  const assetIds = await idsOf(store, query);
  const after = [instant(query, "timestamp_gt"), earlier(instant(query, "timestamp_gte"))].filter(isGiven);
  const before = [instant(query, "timestamp_lt"), later(instant(query, "timestamp_lte"))].filter(isGiven);
  const given = {
    assetIds,
    sourceDagId: textOf(query, "source_dag_id"),
    sourceRunId: textOf(query, "source_run_id"),
    sourceTaskId: textOf(query, "source_task_id"),
    sourceMapIndex: wholeNumber(query, "source_map_index"),
    after: after.length === 0 ? undefined : Math.max(...after),
    before: before.length === 0 ? undefined : Math.min(...before),
  };
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => isGiven(value))) as Partial<AssetEventFilter>),
    scope,
    newestFirst: orderBy.startsWith("-"),
    ...readPage(query),
  };
}

/** Undefined: events of any asset. */
async function idsOf(store: Store, query: Query): Promise<readonly number[] | undefined> {
  const id = readCount(query, "asset_id");
  const pattern = textOf(query, "name_pattern");
  const prefix = textOf(query, "name_prefix_pattern");
  if (pattern === undefined && prefix === undefined) return id === undefined ? undefined : [id];
  const assets = await store.listAssets({ includeInactive: true, ...(id === undefined ? {} : { ids: [id] }) });
  const named = assets.filter(({ name }) => isLike(name, pattern) && name.startsWith(prefix ?? ""));
  return named.map((asset) => asset.id);
}

/** @throws ApiError `invalid` */
export function instant(query: Query, name: string): Micros | undefined {
  const text = textOf(query, name);
  if (text === undefined) return undefined;
  try {
    return parseInstant(text);
  } catch {
    throw new ApiError("invalid", [`${JSON.stringify(text)} is no date-time with an offset`], ["query", name]);
  }
}

function wholeNumber(query: Query, name: string): number | undefined {
  return textOf(query, name) === "-1" ? -1 : readCount(query, name);
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
