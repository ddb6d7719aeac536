/** What many DAGs have together: their tags, how many runs are in which state, and what is doubtful about them. */
import { DEFAULT_POOL, type RunState } from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { inOrder } from "../paging.ts";
import { presentInstant } from "../present.ts";
import { matchOf } from "../read-filters.ts";
import { route, type Route } from "../route.ts";

/** Airflow's order. */
const STATES: readonly RunState[] = ["queued", "running", "success", "failed"];

/** More DAGs than any installation has. */
const ALL = 1_000_000;

export function summaryRoutes(options: ApiOptions): readonly Route[] {
  return [tagRoute(options), statRoute(options), warningRoute(options)];
}

function tagRoute({ store }: ApiOptions): Route {
  return route({
    method: "GET",
    path: "/api/v2/dagTags",
    operationId: "get_dag_tags",
    access: { dag: "dag", may: "read" },
    schemas: async () => (await import("../schemas/summaries.ts")).tags,
    handle: async ({ query, dags: scope }) => {
      const [order = "name"] = query.order_by ?? [];
      if (order.replace(/^-/, "") !== "name") throw new ApiError("bad_order", [order.replace(/^-/, "")]);
      const name = matchOf(query, "tag_name");
      const { tags, total } = await store.listTags({
        ...(name === undefined ? {} : { name }),
        descending: order.startsWith("-"),
        limit: query.limit,
        offset: query.offset,
        scope,
      });
      return { tags, total_entries: total };
    },
  });
}

/** DAGs that have had no run yet have no numbers, as in Airflow. */
function statRoute({ store }: ApiOptions): Route {
  return route({
    method: "GET",
    path: "/api/v2/dagStats",
    operationId: "get_dag_stats",
    access: { dag: "run", may: "read" },
    schemas: async () => (await import("../schemas/summaries.ts")).stats,
    handle: async ({ query: { dag_ids: dagIds }, dags: scope }) => {
      const counts = await store.countRunsByState({ ...(dagIds === undefined ? {} : { dagIds }), scope });
      const dags = [...Map.groupBy(counts, ({ dagId }) => dagId)].map(([dagId, of]) => ({
        dag_id: dagId,
        dag_display_name: of[0]?.displayName ?? dagId,
        stats: STATES.map((state) => ({ state, count: of.find((each) => each.state === state)?.count ?? 0 })),
      }));
      return { dags, total_entries: dags.length };
    },
  });
}

interface Warning {
  readonly dag: DagRecord;
  readonly message: string;
}

const COLUMNS = {
  dag_id: ({ dag }: Warning) => dag.dagId,
  warning_type: () => "non-existent pool",
  message: ({ message }: Warning) => message,
  timestamp: ({ dag }: Warning) => dag.updatedAt,
};

/** Of Airflow's kinds the one that can be here: tasks that name a pool that there is not, and wait for it. */
function warningRoute({ store }: ApiOptions): Route {
  return route({
    method: "GET",
    path: "/api/v2/dagWarnings",
    operationId: "list_dag_warnings",
    access: { dag: "warning", may: "read" },
    schemas: async () => (await import("../schemas/summaries.ts")).warnings,
    handle: async ({ query, dags: scope }) => {
      const filter = query.dag_id === undefined ? {} : { dagIds: [query.dag_id] };
      const { rows } = await store.listDagsPage({ filter, page: { order: [], limit: ALL }, scope });
      const pools = new Set((await store.listPools()).map(({ name }) => name));
      const isWanted = (query.warning_type ?? "non-existent pool") === "non-existent pool";
      const all = isWanted ? rows.flatMap((dag) => warningsOf(dag, pools)) : [];
      const ordered = inOrder(all, query.order_by, COLUMNS);
      const page = ordered.slice(query.offset, query.offset + query.limit);
      return { dag_warnings: page.map(presentWarning), total_entries: all.length };
    },
  });
}

function warningsOf(dag: DagRecord, pools: ReadonlySet<string>): readonly Warning[] {
  const named = new Set(dag.spec.tasks.map(({ pool = DEFAULT_POOL }) => pool));
  const missing = [...named].filter((pool) => !pools.has(pool)).toSorted();
  if (missing.length === 0) return [];
  return [
    {
      dag,
      message: `Dag '${dag.dagId}' references non-existent pools: [${missing.map((each) => `'${each}'`).join(", ")}]`,
    },
  ];
}

function presentWarning({ dag, message }: Warning) {
  return {
    dag_id: dag.dagId,
    warning_type: "non-existent pool",
    message,
    timestamp: presentInstant(dag.updatedAt),
    dag_display_name: dag.spec.displayName ?? dag.dagId,
  };
}
