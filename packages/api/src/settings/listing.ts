/** Airflow's words for lists: `limit`, `offset`, `order_by`, and patterns. */
import { ApiError } from "../errors.ts";
import { isMatched } from "../like.ts";
import { matchOf } from "../read-filters.ts";

interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  readonly order_by?: readonly string[] | undefined;
}

/** The column with the names of the rows, and what it is called in the query. */
interface Name {
  readonly name: string;
  readonly inQuery: string;
}

type Row = { readonly [column: string]: unknown };

/**
 * What the query asks for of all rows, and how many there are in all.
 * @throws ApiError `bad_order`
 */
export function listed(
  rows: readonly Row[],
  query: ListQuery,
  { name, inQuery }: Name,
): { readonly page: readonly Row[]; readonly total: number } {
  const match = matchOf(query as ListQuery & Row, inQuery);
  const found = rows.filter((row) => isMatched(String(row[name]), match));
  const sorted = (query.order_by ?? []).reduceRight<Row[]>(
    (all, order) => all.toSorted(by(order, { name, rows })),
    [...found],
  );
  return { page: sorted.slice(query.offset, query.offset + query.limit), total: found.length };
}

/** Airflow's other names of the column with the names. */
const NAMES = ["id", "conn_id", "pool"];

function by(order: string, { name, rows }: { name: string; rows: readonly Row[] }): (a: Row, b: Row) => number {
  const asked = order.replace(/^-/, "");
  const column = NAMES.includes(asked) ? name : asked;
  if (rows[0] !== undefined && !Object.hasOwn(rows[0], column)) throw new ApiError("bad_order", [asked]);
  const sign = order.startsWith("-") ? -1 : 1;
  return (a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? -sign : sign;
    return (left as string | number) < (right as string | number) ? -sign : sign;
  };
}
