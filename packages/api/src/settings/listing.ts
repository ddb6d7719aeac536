/** Airflow's words for lists: `limit`, `offset`, `order_by`, and patterns as SQL's LIKE. */
import { isLikePattern } from "../like.ts";

export interface ListQuery {
  readonly limit?: string;
  readonly offset?: string;
  readonly order_by?: string | readonly string[];
  readonly [pattern: string]: string | readonly string[] | undefined;
}

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 100;

/** What the query asks for of all rows, and how many there are in all. `name` is the column that patterns look at. */
export function listed<Row extends { readonly [column: string]: unknown }>(
  rows: readonly Row[],
  query: ListQuery,
  { name, pattern }: { readonly name: keyof Row & string; readonly pattern: string },
): { readonly page: readonly Row[]; readonly total: number } {
  const wanted = query[pattern];
  const found = typeof wanted === "string" ? rows.filter((row) => isAnyOf(String(row[name]), wanted)) : rows;
  const sorted = [query.order_by ?? []].flat().reduceRight<Row[]>((all, order) => all.toSorted(by(order)), [...found]);
  const offset = whole(query.offset, 0);
  return {
    page: sorted.slice(offset, offset + Math.min(whole(query.limit, DEFAULT_LIMIT), LARGEST_LIMIT)),
    total: found.length,
  };
}

function by(
  order: string,
): (a: { readonly [column: string]: unknown }, b: { readonly [column: string]: unknown }) => number {
  const column = order.replace(/^-/, "");
  const sign = order.startsWith("-") ? -1 : 1;
  return (a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? -sign : sign;
    return (left as string | number) < (right as string | number) ? -sign : sign;
  };
}

/** `|` separates alternatives. */
function isAnyOf(text: string, patterns: string): boolean {
  return patterns.split("|").some((pattern) => isLikePattern(text, pattern.trim()));
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}
