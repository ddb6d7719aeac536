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
  /** Without conditions it is counted whole: the database knows how without a look at each row. */
  readonly countsWhole?: true;
  /** The whole rows for the keys of the page, which is called `k`. */
  readonly rows: { readonly select: string; readonly tables: string; readonly on: string; readonly left?: string };
}

interface Criterion extends SortColumn {
  readonly descending: boolean;
}

export interface PageQueries {
  readonly total: Query;
  /** The number is exact, however many there are. */
  readonly isWholeCounted: boolean;
  /** One row more than the limit where a place is asked for, so that it shows whether there are more. */
  page(walk: Walk): Query;
  /** How many values a place has: the columns `o0`, `o1`, ... of each row. */
  readonly width: number;
  readonly mostCounted: number;
  /** One row of a walk: its `run_key`, and as `value` what the list is ordered by first. */
  rowAt(walk: Walk): Query;
}

/** An order of task instances or runs that no index knows, of which is known what its values are between in some runs. */
export interface BoundedOrder {
  /** The expression, and the tables whose rows hold all values of it in the runs asked for. */
  readonly text: string;
  readonly tables: string;
  readonly runKeyOfTables: string;
  /** The column of the list itself. */
  readonly runKey: string;
  readonly descending: boolean;
  /** What has the same value follows by its run's key. */
  readonly isTiedByKey: boolean;
  /** After which row the page begins, or before which it ends. */
  readonly place: { readonly value: SqlValue; readonly runKey: number } | null;
  rowAt(walk: Walk): Query;
}

/** How the rows before the page are passed over: from the nearer end of the list, and from a row on that is known to be before it. */
export interface Walk {
  readonly offset: number;
  readonly limit: number;
  readonly isTurned: boolean;
  readonly from?: Query;
}

/** @param total of the rows of the whole list; null: not known. */
export function walkOf({ limit, offset = 0, from }: PageRequest<string>, total: number | null): Walk {
  if (from !== undefined) return { offset: 0, limit: limit + 1, isTurned: from !== "start" && from.isBefore };
  if (total === null || offset <= total / 2) return { offset, limit, isTurned: false };
  const rows = Math.max(0, Math.min(limit, total - offset));
  return { offset: Math.max(0, total - offset - rows), limit: rows, isTurned: true };
}

export function pageQueries<By extends string>(shape: ListShape<By>, request: PageRequest<By>): PageQueries {
  const criteria = criteriaOf(shape, request.order);
  const { where, values } = shape.conditions;
  const { mostCounted = MOST_COUNTED } = shape;
  const isWholeCounted = where === "" && shape.countsWhole === true;
  const place = placeOf(request);
  return {
    isWholeCounted,
    page: (walk) => pageQuery(shape, { criteria, place, walk }),
    rowAt: (walk) => {
      const { text, values } = keysQuery(shape, { criteria, place, walk });
      return { text: `SELECT run_key, o0 AS value FROM (${text}) AS k`, values };
    },
    total: isWholeCounted
      ? { text: `SELECT count(*) AS total ${shape.from}`, values }
      : {
          text: `SELECT count(*) AS total FROM (SELECT 1 ${shape.from}${where} LIMIT ${mostCounted + 1}) AS counted`,
          values,
        },
    width: criteria.length,
    mostCounted,
  };
}

function placeOf({ from }: PageRequest<string>): Place | null {
  return from === undefined || from === "start" ? null : from;
}

interface Asked {
  readonly criteria: readonly Criterion[];
  readonly place: Place | null;
  readonly walk: Walk;
}

function pageQuery(shape: ListShape<string>, asked: Asked): Query {
  const inner = keysQuery(shape, asked);
  const again = asked.criteria.map((criterion, at) => ({ ...criterion, text: `k.o${at}` }));
  // The page first, in every case: a planner that knows nothing of it may begin with a whole table.
  const { select, tables, on, left = "" } = shape.rows;
  return {
    text: `
      SELECT ${select}, ${again.map(({ text }, at) => `${text} AS o${at}`).join(", ")}
      FROM (${inner.text}) AS k CROSS JOIN ${tables} ${left} WHERE ${on} ORDER BY ${orderText(again)}`,
    values: inner.values,
  };
}

/** The keys of the rows, and what they are ordered by. */
function keysQuery(shape: ListShape<string>, { criteria, place, walk }: Asked): Query {
  const { isTurned, limit, offset, from } = walk;
  const walked = isTurned ? criteria.map(turned) : criteria;
  const beyond = [from, place === null ? undefined : beyondPlace(walked, place, isTurned)].filter(
    (each) => each !== undefined,
  );
  const { where, values } = shape.conditions;
  const whole = [where.replace(/^ WHERE /, ""), ...beyond.map(({ text }) => text)].filter((text) => text !== "");
  return {
    text: `
    SELECT ${shape.keys}, ${criteria.map(({ text }, at) => `${text} AS o${at}`).join(", ")}
    ${shape.from}${whole.length === 0 ? "" : ` WHERE ${whole.join(" AND ")}`}
    ORDER BY ${orderText(walked, isTurned)} LIMIT ? OFFSET ?`,
    values: [...values, ...beyond.flatMap((each) => each.values), limit, offset],
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
