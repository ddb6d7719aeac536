/** XComs, to be read. Secrets in them are hidden; tasks get them as they are. */
import type { Json } from "@momiji/core";
import type { ListedXCom, XComListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { ordersOf, pageRequest } from "../paging.ts";
import { displayNameOf, presentInstant } from "../present.ts";
import { pythonText } from "../python-text.ts";
import { ANY, given, matchOf, named, rangeOf } from "../read-filters.ts";
import { route, type Route } from "../route.ts";
import { ShownXComs } from "../views/shown-xcoms.ts";
import { knownRun, requireDag } from "./runs.ts";

const access = { dag: "xcom", may: "read" } as const;

const ENTRIES = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries";

const ORDERS = ordersOf("key", "dag_id", "run_id", "task_id", "map_index", "timestamp", "run_after");
const USUAL_ORDER = ["dag_id", "task_id", "run_id", "map_index", "key"];

export function xcomRoutes(deps: ApiDeps): readonly Route[] {
  return [list(deps), one(deps)];
}

function list(deps: ApiDeps): Route {
  return route({
    method: "GET",
    path: ENTRIES,
    operationId: "get_xcom_entries",
    access,
    schemas: async () => (await import("../schemas/event-logs.ts")).xcoms,
    handle: async ({ params, query, dags: scope }) => {
      if (params.dag_id !== ANY && params.dag_run_id !== ANY) await knownRun(deps, params);
      else await requireDag(deps, params.dag_id);
      const mapIndex = query.map_index ?? query.map_index_filter;
      const filter = given<XComListFilter>({
        dagIds: named(params.dag_id),
        runIds: named(params.dag_run_id),
        taskIds: named(params.task_id),
        runId: matchOf(query, "run_id"),
        taskId: matchOf(query, "task_id"),
        dagDisplayName: matchOf(query, "dag_display_name"),
        keys: query.xcom_key === undefined ? undefined : [query.xcom_key],
        key: matchOf(query, "xcom_key"),
        mapIndexes: mapIndex === undefined ? undefined : [mapIndex],
        logicalDate: rangeOf(query, "logical_date"),
        runAfter: rangeOf(query, "run_after"),
      });
      // In one run the usual order is that of the tasks; over several runs it would put all of them in order first.
      const order_by = query.order_by ?? (params.dag_run_id === ANY ? [] : USUAL_ORDER);
      const found = await deps.store.listXComsPage({
        filter,
        page: pageRequest({ ...query, order_by }, ORDERS),
        scope,
      });
      const entries = await Promise.all(found.rows.map((row) => presentXCom(deps, row)));
      return { xcom_entries: entries, total_entries: found.total };
    },
  });
}

function one(deps: ApiDeps): Route {
  const { store } = deps;
  const values = new ShownXComs(deps);
  return route({
    method: "GET",
    path: `${ENTRIES}/{xcom_key}`,
    operationId: "get_xcom_entry",
    access,
    schemas: async () => (await import("../schemas/event-logs.ts")).xcom,
    handle: async ({ params, query, dags: scope }) => {
      const run = await knownRun(deps, params);
      const { task_id: taskId, xcom_key: key } = params;
      const { map_index: mapIndex } = query;
      const of = { dagIds: [run.dagId], runIds: [run.runId], taskIds: [taskId], mapIndexes: [mapIndex], keys: [key] };
      const [row] = (await store.listXComsPage({ filter: of, page: { order: [], limit: 1 }, scope })).rows;
      const [shown] = await values.of([{ runKey: run.runKey, taskId, mapIndex, key }]);
      if (row === undefined || shown === undefined) throw new ApiError("xcom_not_found", [key]);
      const version = await deps.graphs.version(run.dagId, run.dagVersion);
      return {
        ...(await presentXCom(deps, row)),
        value: query.stringify ? textual(shown, version.graph.spec.templateStyle) : shown,
      };
    },
  });
}

export async function presentXCom({ graphs }: ApiDeps, { run, taskId, mapIndex, key, at }: ListedXCom) {
  const version = await graphs.version(run.dagId, run.dagVersion);
  const { graph } = version;
  return {
    key,
    timestamp: presentInstant(at),
    logical_date: presentInstant(run.logicalDate),
    map_index: mapIndex,
    task_id: taskId,
    dag_id: run.dagId,
    run_id: run.runId,
    dag_display_name: displayNameOf(version),
    task_display_name: graph.tasks[graph.indexOf.get(taskId) ?? -1]?.spec.displayName ?? taskId,
    run_after: presentInstant(run.runAfter),
  };
}

/** As templates print it: like Python in a DAG of Python, as JSON in the others. */
function textual(value: Json, style: "json" | "python"): string | null {
  if (value === null || typeof value === "string") return value;
  return style === "python" ? pythonText(value) : JSON.stringify(value);
}
