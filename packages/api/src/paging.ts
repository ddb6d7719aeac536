/** Airflow's query parameters of lists: pages, patterns and orders. */
import { ApiError } from "./errors.ts";

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const DEFAULT_LIMIT = 50;
/** Airflow's `[api] maximum_page_limit`. */
const MAX_LIMIT = 100;

type Query = { readonly [name: string]: string | string[] | undefined };

/** @throws ApiError `invalid` */
export function readPage(query: Query): Page {
  const limit = readCount(query, "limit") ?? DEFAULT_LIMIT;
  return { limit: Math.min(limit, MAX_LIMIT), offset: readCount(query, "offset") ?? 0 };
}

/** A whole number from 0, or undefined if it is not given. @throws ApiError `invalid` */
export function readCount(query: Query, name: string): number | undefined {
  const text = textOf(query, name);
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) {
    throw new ApiError(
      "invalid",
      ["Input should be a valid integer, unable to parse string as an integer"],
      ["query", name],
    );
  }
  if (Number(text) < 0) throw new ApiError("invalid", ["Input should be greater than or equal to 0"], ["query", name]);
  return Number(text);
}

export function textOf(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

export function textsOf(query: Query, name: string): readonly string[] | undefined {
  const value = query[name];
  return value === undefined || Array.isArray(value) ? value : [value];
}

/** Whether a text is like an SQL pattern (`%`, `_`; several with ` | ` between them); letters of any case. */
export function isLike(text: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  return pattern.split(" | ").some((one) => {
    const source = one
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("%", ".*")
      .replaceAll("_", ".");
    return new RegExp(`^${one.includes("%") ? source : `.*${source}.*`}$`, "isu").test(text);
  });
}

/**
 * Sorts by `order_by` (`name`, or `-name` for the other way round), with ties in the order given.
 * @throws ApiError `bad_order` for a name that has no column.
 */
export function inOrder<Row>(
  rows: readonly Row[],
  orderBy: string | undefined,
  columns: { readonly [name: string]: (row: Row) => string | number },
): readonly Row[] {
  if (orderBy === undefined) return rows;
  const isDown = orderBy.startsWith("-");
  const name = isDown ? orderBy.slice(1) : orderBy;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw new ApiError("bad_order", [name]);
  const sign = isDown ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column(a), column(b)];
    return left < right ? -sign : left > right ? sign : 0;
  });
}
