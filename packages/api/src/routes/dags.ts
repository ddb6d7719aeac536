/** DAGs: list, look, pause, and the word of a person for a held catchup. */
import { assetId } from "@momiji/core";
import type { DagListFilter, DagOrder, DagRecord } from "@momiji/store";
import { audit } from "../access/audit.ts";
import type { ApiDeps } from "../api-deps.ts";
import { dagFilterOf } from "../dag-filter.ts";
import { ApiError } from "../errors.ts";
import { ordersOf, pageRequest } from "../paging.ts";
import { presentVersion } from "../present.ts";
import { presentDag, presentDagDetails } from "../present-dag.ts";
import { type Call, route, type Route } from "../route.ts";

export const DAG_ORDERS: { readonly [name: string]: DagOrder } = ordersOf(
  ...(["dag_id", "dag_display_name", "state", "start_date", "last_run_state", "last_run_start_date"] as const),
);

/** More DAGs than any installation has: those that are put in order here, not in the store. */
const ALL = 1_000_000;

export function dagRoutes(deps: ApiDeps): readonly Route[] {
  return [list(deps), ...looks(deps), ...acts(deps), reserialize(deps)];
}

/** @throws ApiError `dag_not_found` */
export async function knownDag({ store }: ApiDeps, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
  if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
  return dag;
}

function list(deps: ApiDeps): Route {
  const { store, clock } = deps;
  return route({
    method: "GET",
    path: "/api/v2/dags",
    operationId: "get_dags",
    access: { dag: "dag", may: "read" },
    schemas: async () => (await import("../schemas/dags.ts")).list,
    handle: async ({ query, dags: scope, principal }) => {
      const filter = await dagFilterOf(deps, query, principal.name);
      const now = clock.now();
      const next = query.order_by?.[0]?.replace(/^-/, "") === "next_dagrun" ? query.order_by[0] : undefined;
      if (next !== undefined) return byNextRun(deps, { filter, scope, isDown: next.startsWith("-") }, query);
      const found = await store.listDagsPage({ filter, page: pageRequest(query, DAG_ORDERS), scope });
      return { dags: found.rows.map((dag) => presentDag(dag, now)), total_entries: found.total };
    },
  });
}

/** The next run is computed from the schedule, not stored. Those without one come last. */
async function byNextRun(
  { store, clock }: ApiDeps,
  { filter, scope, isDown }: { filter: DagListFilter; scope: Call["dags"]; isDown: boolean },
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  const { rows, total } = await store.listDagsPage({ filter, page: { order: [], limit: ALL }, scope });
  const dags = rows.map((dag) => presentDag(dag, clock.now()));
  const at = (dag: (typeof dags)[number]): string | null => dag.next_dagrun_run_after;
  const ordered = dags.toSorted((a, b) => {
    const [left, right] = [at(a), at(b)];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right === isDown ? 1 : -1;
  });
  return { dags: ordered.slice(offset, offset + limit), total_entries: total };
}

function looks(deps: ApiDeps): readonly Route[] {
  const { clock } = deps;
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}",
      operationId: "get_dag",
      schemas: async () => (await import("../schemas/dags.ts")).one,
      access: { dag: "dag", may: "read" },
      handle: async ({ params }) => presentDag(await knownDag(deps, params.dag_id), clock.now()),
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/details",
      operationId: "get_dag_details",
      schemas: async () => (await import("../schemas/dags.ts")).details,
      access: { dag: "dag", may: "read" },
      handle: async ({ params, principal }) => detailsOf(deps, await knownDag(deps, params.dag_id), principal.name),
    }),
  ];
}

async function detailsOf({ store, clock, graphs }: ApiDeps, dag: DagRecord, user: string) {
  const { dagId } = dag;
  const active = await store.listRuns({ dagId, states: ["queued", "running"], limit: ALL });
  const assets = (dag.spec.assets ?? []).length === 0 ? [] : await store.listAssets({ dagIds: [dagId] });
  return presentDagDetails(dag, {
    now: clock.now(),
    isFavorite: (await store.listFavorites(user)).includes(dagId),
    activeRuns: active.length,
    latestVersion: presentVersion(await graphs.version(dagId, dag.version)),
    assetIds: new Map(assets.map((asset) => [assetId(asset), asset.id])),
  });
}

function acts(options: ApiDeps): readonly Route[] {
  const { store, clock } = options;
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/confirm-catchup",
      operationId: "confirm_catchup",
      schemas: async () => (await import("../schemas/dags.ts")).one,
      access: { dag: "dag", may: "edit" },
      handle: async (asked) => {
        const { params } = asked;
        const event = { ...audit("confirm_catchup", asked), dagId: params.dag_id };
        await knownDag(options, params.dag_id);
        await store.act({ now: clock.now(), dags: [{ dagId: params.dag_id, confirmsCatchup: true }], events: [event] });
        return presentDag(await knownDag(options, params.dag_id), clock.now());
      },
    }),
  ];
}

function reserialize({ store, reserialize: reload }: ApiDeps): Route {
  return route({
    method: "POST",
    path: "/api/momiji/v1/reserialize",
    operationId: "reserialize",
    schemas: async () => (await import("../schemas/dags.ts")).reloaded,
    access: { thing: "dag_files", may: "edit" },
    handle: async () => {
      await reload();
      return { import_errors: (await store.listImportErrors()).length };
    },
  });
}
