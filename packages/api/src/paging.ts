/** Airflow's query parameters of lists: pages and orders. */
import type { Listed, PageRequest, Place } from "@momiji/store";
import { ApiError } from "./errors.ts";

/**
 * Sorts by each of `order_by` (`name`, or `-name` for the other way round), with ties in the order given.
 * @throws ApiError `bad_order` for a name that has no column.
 */
export function inOrder<Row>(
  rows: readonly Row[],
  orderBy: readonly string[] | undefined,
  columns: { readonly [name: string]: (row: Row) => string | number },
): readonly Row[] {
  const criteria = (orderBy ?? []).map((order) => {
    const name = order.replace(/^-/, "");
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) throw new ApiError("bad_order", [name]);
    return { column, sign: order.startsWith("-") ? -1 : 1 };
  });
  return rows.toSorted((a, b) => {
    for (const { column, sign } of criteria) {
      const [left, right] = [column(a), column(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}

// ---------------------------------------------------------------- pages that the store makes

/** What a list route is asked for, read by its schema. */
export interface PageQuery {
  readonly limit: number;
  readonly offset: number;
  /** Empty: the first page by place. */
  readonly cursor?: string | undefined;
  readonly order_by?: readonly string[] | undefined;
}

/**
 * The page in the store's words. `orders`: Airflow's names of what can be ordered by, and the store's.
 * @throws ApiError `bad_order`, `bad_cursor`
 */
export function pageRequest<By extends string>(
  { limit, offset, cursor, order_by: given = [] }: PageQuery,
  orders: { readonly [name: string]: By },
): PageRequest<By> {
  const order = given.map((text) => {
    const name = text.replace(/^-/, "");
    const by = Object.hasOwn(orders, name) ? orders[name] : undefined;
    if (by === undefined) throw new ApiError("bad_order", [name]);
    return { by, descending: text.startsWith("-") };
  });
  if (cursor === undefined) return { order, limit, offset };
  return { order, limit, from: cursor === "" ? "start" : placeOf(cursor) };
}

/** Names that stand for themselves. */
export function ordersOf<By extends string>(...names: readonly By[]): { readonly [name in By]: By } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [name in By]: By };
}

/** What stands beside the rows of a list that can be read by place, in Airflow's words. */
export function presentPlaces(listed: Listed<unknown>, { cursor }: PageQuery) {
  const { total, isTotalCapped, mostCounted, next, previous } = listed;
  return {
    total_entries: total,
    total_entries_limit: cursor !== undefined || isTotalCapped ? mostCounted : null,
    next_cursor: next === null ? null : cursorOf(next),
    previous_cursor: previous === null ? null : cursorOf(previous),
  };
}

/** Opaque to clients. */
export function cursorOf({ values, isBefore }: Place): string {
  return Buffer.from(JSON.stringify([isBefore ? 1 : 0, ...values])).toString("base64url");
}

/** @throws ApiError `bad_cursor` */
export function placeOf(cursor: string): Place {
  const parts = jsonOf(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parts) || parts.length < 2 || ![0, 1].includes(parts[0])) throw new ApiError("bad_cursor");
  const values = parts.slice(1) as readonly unknown[];
  const isPlain = (value: unknown): value is string | number | null =>
    value === null || typeof value === "string" || typeof value === "number";
  if (!values.every(isPlain)) throw new ApiError("bad_cursor");
  return { values, isBefore: parts[0] === 1 };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
