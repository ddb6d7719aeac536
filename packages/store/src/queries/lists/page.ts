/** How a list becomes one page: order, place or offset, limit, and the count. */
import { MOST_COUNTED, type OrderBy, type PageRequest, type Place } from "../../list-store.ts";
import type { Query, SqlValue } from "../../dialect.ts";
import type { Conditions } from "../conditions.ts";

/** What a list can be ordered by. */
export interface SortColumn {
  readonly text: string;
  readonly isNullable?: boolean;
}

export interface ListShape<By extends string> {
  /** Columns that name a row, as the inner query gives them: `t.run_key AS run_key`. */
  readonly keys: string;
  readonly from: string;
  readonly conditions: Conditions;
  readonly columns: { readonly [by in By]: SortColumn };
  /** Settles ties; together they are unique, and none is null. */
  readonly tie: readonly SortColumn[];
  /** Default `MOST_COUNTED`. */
  readonly mostCounted?: number;
  /** The whole rows for the keys of the page, which is called `k`. */
  readonly rows: { readonly select: string; readonly tables: string; readonly on: string; readonly left?: string };
}

interface Criterion extends SortColumn {
  readonly descending: boolean;
}

export interface PageQueries {
  /** One row more than the limit where a place is asked for, so that it shows whether there are more. */
  readonly page: Query;
  readonly total: Query;
  /** How many values a place has: the columns `o0`, `o1`, ... of each row. */
  readonly width: number;
  readonly mostCounted: number;
}

export function pageQueries<By extends string>(shape: ListShape<By>, request: PageRequest<By>): PageQueries {
  const criteria = criteriaOf(shape, request.order);
  const place = request.from === undefined || request.from === "start" ? null : request.from;
  const isTurned = place?.isBefore === true;
  const { where, values } = shape.conditions;
  const { mostCounted = MOST_COUNTED } = shape;
  // The page first, in every case: a planner that knows nothing of it may begin with a whole table.
  const { tables, on, left = "" } = shape.rows;
  const total = {
    text: `SELECT count(*) AS total FROM (SELECT 1 ${shape.from}${where} LIMIT ${mostCounted + 1}) AS counted`,
    values,
  };
  const beyond = place === null ? null : beyondPlace(isTurned ? criteria.map(turned) : criteria, place, isTurned);
  const whole = beyond === null ? where : `${where === "" ? " WHERE" : `${where} AND`} ${beyond.text}`;
  const inner = `
    SELECT ${shape.keys}, ${criteria.map(({ text }, at) => `${text} AS o${at}`).join(", ")}
    ${shape.from}${whole}
    ORDER BY ${orderText(isTurned ? criteria.map(turned) : criteria, isTurned)} LIMIT ? OFFSET ?`;
  const again = criteria.map((criterion, at) => ({ ...criterion, text: `k.o${at}` }));
  return {
    page: {
      text: `
        SELECT ${shape.rows.select}, ${again.map(({ text }, at) => `${text} AS o${at}`).join(", ")}
        FROM (${inner}) AS k CROSS JOIN ${tables} ${left} WHERE ${on} ORDER BY ${orderText(again)}`,
      values: [
        ...values,
        ...(beyond?.values ?? []),
        request.limit + (request.from === undefined ? 0 : 1),
        request.from === undefined ? (request.offset ?? 0) : 0,
      ],
    },
    total,
    width: criteria.length,
    mostCounted,
  };
}

function criteriaOf<By extends string>({ columns, tie }: ListShape<By>, order: readonly OrderBy<By>[]): Criterion[] {
  const chosen = order.map(({ by, descending }) => ({ ...columns[by], descending }));
  const descending = order[0]?.descending ?? false;
  const rest = tie.filter(({ text }) => !chosen.some((criterion) => criterion.text === text));
  return [...chosen, ...rest.map((column) => ({ ...column, descending }))];
}

function turned(criterion: Criterion): Criterion {
  return { ...criterion, descending: !criterion.descending };
}

/** `isTurned`: the same order from its end, so that nulls come first. */
function orderText(criteria: readonly Criterion[], isTurned = false): string {
  const nulls = isTurned ? "FIRST" : "LAST";
  return criteria
    .map(({ text, descending, isNullable }) => {
      const direction = descending ? "DESC" : "ASC";
      return `${text} ${direction}${isNullable === true ? ` NULLS ${nulls}` : ""}`;
    })
    .join(", ");
}

/** The rows after a place. A comparison of whole rows can be looked up in an index; it needs one direction and no nulls. */
function beyondPlace(criteria: readonly Criterion[], { values }: Place, isTurned: boolean): Query {
  const [first] = criteria;
  const isPlain = criteria.every((each) => each.isNullable !== true && each.descending === first?.descending);
  if (isPlain) {
    const sign = first?.descending === true ? "<" : ">";
    const columns = criteria.map(({ text }) => text).join(", ");
    return {
      text: `(${columns}) ${sign} (${criteria.map(() => "?").join(", ")})`,
      values: criteria.map((_, at) => values[at] ?? null),
    };
  }
  const texts: string[] = [];
  const bound: SqlValue[] = [];
  for (const [at, criterion] of criteria.entries()) {
    const further = furtherThan(criterion, values[at] ?? null, isTurned);
    const same = criteria.slice(0, at).map(({ text }) => `${text} IS NOT DISTINCT FROM ?`);
    texts.push(`(${[...same, further.text].join(" AND ")})`);
    bound.push(...values.slice(0, at), ...further.values);
  }
  return { text: `(${texts.join(" OR ")})`, values: bound };
}

function furtherThan({ text, descending, isNullable }: Criterion, value: SqlValue, nullsFirst: boolean): Query {
  const sign = descending ? "<" : ">";
  if (value === null) return { text: nullsFirst ? `${text} IS NOT NULL` : "1 = 0", values: [] };
  if (isNullable !== true || nullsFirst) return { text: `${text} ${sign} ?`, values: [value] };
  return { text: `(${text} ${sign} ? OR ${text} IS NULL)`, values: [value] };
}
