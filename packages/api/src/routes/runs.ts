/** Runs: list, look, wait for the end; and the trigger. */
import { Readable } from "node:stream";
import type { RunState, RunType } from "@momiji/core";
import type { RunListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { ordersOf, type PageQuery, pageRequest, presentPlaces } from "../paging.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { triggerPreview } from "../preview/trigger-preview.ts";
import { chosen, given, matchOf, named, rangeOf, some } from "../read-filters.ts";
import { type Call, route, type Route, streamed } from "../route.ts";
import { runBody } from "../run-body.ts";
import { linesUntilEnd } from "../run-wait.ts";
import { triggerRun } from "../trigger.ts";

const RUNS = "/api/v2/dags/{dag_id}/dagRuns";

const ORDERS = {
  ...ordersOf("id", "state", "dag_id", "run_id", "logical_date", "run_after", "start_date", "end_date", "updated_at"),
  ...ordersOf("conf", "duration"),
  dag_run_id: "run_id",
  // Runs here belong to no partition.
  partition_date: "id",
} as const;

const STATES = ["queued", "running", "success", "failed"] as const satisfies readonly RunState[];

const TYPES: readonly RunType[] = [
  "backfill",
  "scheduled",
  "manual",
  "operator_triggered",
  "asset_triggered",
  "asset_materialization",
];

export function runRoutes(deps: ApiDeps): readonly Route[] {
  return [trigger(deps), list(deps), batch(deps), ...looks(deps)];
}

function trigger(deps: ApiDeps): Route {
  return route({
    method: "POST",
    path: RUNS,
    operationId: "trigger_dag_run",
    schemas: async () => (await import("../schemas/runs.ts")).trigger,
    access: { dag: "run", may: "create" },
    handle: async (asked) => {
      const { params, body } = asked;
      const { readTrigger } = await import("../bodies.ts");
      // Commands of this machine may leave it out: their runs are about the moment of the call.
      const request = readTrigger(body, { mustSayDate: asked.principal.how !== "local" });
      const { expects } = expectationOf(asked.headers);
      if (expects !== undefined) requireExpected(expects, await triggerPreview(deps, params.dag_id, request));
      const origin = {
        runType: "manual",
        triggeredBy: asked.through,
        owner: asked.principal.name,
        from: asked.from,
      } as const;
      const answer = await triggerRun(deps, { dagId: params.dag_id, request }, origin);
      if (!answer.created) throw new ApiError("run_exists", [params.dag_id, answer.conflict, answer.existing.runId]);
      return runBody(deps, answer.run);
    },
  });
}

function list(deps: ApiDeps): Route {
  return route({
    method: "GET",
    path: RUNS,
    operationId: "get_dag_runs",
    access: { dag: "run", may: "read" },
    schemas: async () => (await import("../schemas/runs.ts")).list,
    handle: async ({ params, query, dags: scope }) => {
      await requireDag(deps, params.dag_id);
      const filter = given<RunListFilter>({
        ...dateFilters(query),
        dagIds: named(params.dag_id),
        dagId: matchOf(query, "dag_id"),
        runId: matchOf(query, "run_id"),
        states: chosen("state", query.state, STATES),
        runTypes: chosen("run_type", query.run_type, TYPES),
        dagVersions: query.dag_version,
        bundleVersion: query.bundle_version,
        triggeringUser: matchOf(query, "triggering_user_name"),
        confContains: query.conf_contains,
        consumingAsset: query.consuming_asset_pattern,
        updatedAt: rangeOf(query, "updated_at"),
      });
      return listed(deps, { filter, query, scope });
    },
  });
}

function batch(deps: ApiDeps): Route {
  return route({
    method: "POST",
    path: `${RUNS}/list`,
    operationId: "get_list_dag_runs_batch",
    access: { dag: "run", may: "read" },
    schemas: async () => (await import("../schemas/runs.ts")).batch,
    handle: async ({ body, dags: scope }) => {
      const filter = given<RunListFilter>({
        ...dateFilters(body),
        dagIds: some(body.dag_ids),
        states: statesOf(body.states),
        confContains: body.conf_contains ?? undefined,
      });
      return listed(deps, { filter, query: bodyPage(body), scope });
    },
  });
}

/** Null, which Airflow's clients may send, is the state of no run. @throws ApiError `invalid_choice` */
function statesOf(given: readonly (string | null)[] | undefined | null) {
  const words = some(given)?.filter((state) => state !== null);
  return words && (chosen("states", words, STATES) ?? []);
}

/** Airflow's page of a body as that of a query. */
export function bodyPage(body: {
  readonly page_limit: number;
  readonly page_offset: number;
  readonly order_by?: string | null | undefined;
}): PageQuery {
  const { page_limit: limit, page_offset: offset, order_by: order } = body;
  return { limit: Math.min(limit, 100), offset, ...(order == null ? {} : { order_by: [order] }) };
}

export function dateFilters(query: { readonly [name: string]: unknown }) {
  return {
    runAfter: rangeOf(query, "run_after"),
    logicalDate: rangeOf(query, "logical_date"),
    startDate: rangeOf(query, "start_date"),
    endDate: rangeOf(query, "end_date"),
    durationSeconds: rangeOf(query, "duration"),
  };
}

interface Wanted {
  readonly filter: RunListFilter;
  readonly query: PageQuery;
  readonly scope: Call["dags"];
}

async function listed(deps: ApiDeps, { filter, query, scope }: Wanted) {
  const found = await deps.store.listRunsPage({ filter, page: pageRequest(query, ORDERS), scope });
  return {
    dag_runs: await Promise.all(found.rows.map((run) => runBody(deps, run))),
    ...presentPlaces(found, query),
  };
}

/** @throws ApiError `dag_not_found` */
export async function requireDag({ store }: ApiDeps, dagId: string): Promise<void> {
  if (named(dagId) === undefined) return;
  const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
  if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
}

function looks(deps: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: `${RUNS}/{dag_run_id}`,
      operationId: "get_dag_run",
      schemas: async () => (await import("../schemas/runs.ts")).one,
      access: { dag: "run", may: "read" },
      handle: async ({ params }) => runBody(deps, await knownRun(deps, params)),
    }),

    route({
      method: "GET",
      path: `${RUNS}/{dag_run_id}/wait`,
      operationId: "wait_dag_run_until_finished",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/runs.ts")).wait,
      handle: async (call) => {
        const run = await knownRun(deps, call.params);
        const { interval, result = [] } = call.query;
        // What tasks have returned is an XCom, which asks for a permission of its own.
        if (result.length > 0) await call.requireDag(run.dagId, "xcom", "read");
        const lines = linesUntilEnd(deps, run, { seconds: interval, taskIds: result, signal: call.signal });
        return streamed(Readable.from(lines), "application/x-ndjson");
      },
    }),
  ];
}

/** @throws ApiError `run_not_found` */
export async function knownRun(
  { store }: ApiDeps,
  { dag_id: dagId, dag_run_id: runId }: { readonly dag_id: string; readonly dag_run_id: string },
) {
  const [run] = await store.listRuns({ dagId, runId, limit: 1 });
  if (run === undefined) throw new ApiError("run_not_found", [dagId, runId]);
  return run;
}
