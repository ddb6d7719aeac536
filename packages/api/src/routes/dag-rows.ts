/** The list of DAGs as the user interface shows it: one request instead of one a row. Beside Airflow's API. */
import { DAY, type Micros } from "@momiji/core";
import type { DagListFilter, DagOverview, DagRecord, Listed, Place } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { dagFilterOf } from "../dag-filter.ts";
import { cursorText } from "../live/event-hub.ts";
import { cursorOf, pageRequest, placeOf } from "../paging.ts";
import { type Call, route, type Route } from "../route.ts";
import { presentDagRow, presentFacets } from "../views/dag-row.ts";
import { NextRuns } from "../views/next-runs.ts";
import { DAG_ORDERS } from "./dags.ts";
import type { LiveDeps } from "./events.ts";

type RowDeps = ApiDeps & LiveDeps;

/** Bars of each row. */
const RECENT_RUNS = 14;

/** What the rate of success looks back on. */
const RATE_MICROS: Micros = 30 * DAY;

export function dagRowRoutes(deps: RowDeps): readonly Route[] {
  const { store, clock, hub } = deps;
  const nextRuns = new NextRuns(store);
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags",
      operationId: "get_dag_rows",
      access: { dag: "dag", may: "read" },
      schemas: async () => (await import("../schemas/dags.ts")).rows,
      handle: async ({ query, dags: scope, principal, scope: scopeOf }) => {
        const seq = cursorText(hub.position());
        const now = clock.now();
        const filter = await dagFilterOf(deps, query, principal.name);
        const order = query.order_by?.[0];
        const found =
          order?.replace(/^-/, "") === "next_dagrun"
            ? await byNextRun(deps, nextRuns, { filter, scope, isDown: order.startsWith("-"), ...query })
            : await store.listDagsPage({ filter, page: pageRequest({ ...query, offset: 0 }, DAG_ORDERS), scope });
        const dagIds = found.rows.map(({ dagId }) => dagId);
        const overviews = await store.loadOverviews({
          dagIds,
          recent: RECENT_RUNS,
          endedSince: now - RATE_MICROS,
          scope: scopeOf("run", "read"),
        });
        const favorites = new Set(await store.listFavorites(principal.name));
        const facets = query.facets ? await store.countFacets({ filter, user: principal.name, scope }) : null;
        return {
          rows: found.rows.map((dag, at) =>
            presentDagRow(dag, {
              overview: overviews[at] as DagOverview,
              isFavorite: favorites.has(dag.dagId),
              now,
            }),
          ),
          ...(facets === null ? {} : { facets: presentFacets(facets) }),
          total: found.total,
          next: found.next === null ? null : cursorOf(found.next),
          previous: found.previous === null ? null : cursorOf(found.previous),
          seq,
        };
      },
    }),
  ];
}

interface Ordered {
  readonly filter: DagListFilter;
  readonly scope: Call["dags"];
  readonly isDown: boolean;
  readonly limit: number;
  readonly cursor: string;
}

type Entry = readonly [at: Micros | null, dagId: string];

/** The next run is computed from the schedule, not stored. Those without one come last. */
async function byNextRun(
  { store, clock }: RowDeps,
  nextRuns: NextRuns,
  { filter, scope, isDown, limit, cursor }: Ordered,
): Promise<Pick<Listed<DagRecord>, "rows" | "total" | "next" | "previous">> {
  const marks = await store.listDagMarks({ filter, scope });
  const moments = await nextRuns.of(marks, clock.now());
  const entries = marks.map(({ dagId }): Entry => [moments.get(dagId) ?? null, dagId]);
  const sorted = entries.toSorted((a, b) => inOrder(a, b, isDown));
  const begin = cursor === "" ? 0 : placeIn(sorted, placeOf(cursor), { isDown, limit });
  const page = sorted.slice(begin, begin + limit);
  const dagIds = page.map(([, dagId]) => dagId);
  const wanted = { filter: { dagIds, excludeStale: false }, page: { order: [], limit }, scope };
  const dags = new Map((await store.listDagsPage(wanted)).rows.map((dag) => [dag.dagId, dag]));
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: dagIds.flatMap((dagId) => dags.get(dagId) ?? []),
    total: marks.length,
    next: last === undefined || begin + limit >= sorted.length ? null : { values: last, isBefore: false },
    previous: first === undefined || begin === 0 ? null : { values: first, isBefore: true },
  };
}

function inOrder([left, leftId]: Entry, [right, rightId]: Entry, isDown: boolean): number {
  if (left === right) return leftId < rightId ? -1 : leftId > rightId ? 1 : 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return isDown ? right - left : left - right;
}

/** Where the page begins that comes after a place, or that ends before it. */
function placeIn(
  sorted: readonly Entry[],
  { values, isBefore }: Place,
  { isDown, limit }: { readonly isDown: boolean; readonly limit: number },
): number {
  const place = values as unknown as Entry;
  const at = sorted.findIndex((entry) => inOrder(entry, place, isDown) >= (isBefore ? 0 : 1));
  const found = at < 0 ? sorted.length : at;
  return isBefore ? Math.max(0, found - limit) : found;
}
