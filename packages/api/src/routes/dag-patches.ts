/** DAGs are switched on and off, one or as many as fit a filter. */
import type { DagRecord, Listed } from "@momiji/store";
import type { z } from "zod";
import { audit } from "../access/audit.ts";
import type { ApiOptions } from "../api-options.ts";
import { dagFilterOf } from "../dag-filter.ts";
import { ApiError } from "../errors.ts";
import { pausePreview, unpausePreview } from "../preview/dag-preview.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { presentDag } from "../present-dag.ts";
import { type Call, route, type Route } from "../route.ts";
import type { patchMany } from "../schemas/dag-writes.ts";

export function dagPatchRoutes(options: ApiOptions): readonly Route[] {
  return [manyRoute(options), oneRoute(options)];
}

/** @throws ApiError `only_is_paused` */
function requireMask(mask: readonly string[] | undefined): void {
  if (mask !== undefined && mask.some((field) => field !== "is_paused")) throw new ApiError("only_is_paused");
}

type Wanted = z.infer<(typeof patchMany)["query"]>;

interface Meant {
  readonly query: Wanted;
  readonly dagIds: readonly string[] | undefined;
}

/** Which DAGs are switched together. @throws ApiError `invalid_choice` */
export async function switchedDags(
  deps: Pick<ApiOptions, "store" | "clock">,
  meant: Meant,
  call: Pick<Call, "principal" | "scope">,
): Promise<Listed<DagRecord>> {
  return dagsMeant(deps, meant, { call, may: "edit" });
}

/** Those that are meant as well and that whoever asks may see, but not switch. @throws ApiError `invalid_choice` */
export async function refusedDags(
  deps: Pick<ApiOptions, "store" | "clock">,
  meant: Meant,
  { call, switched }: { readonly call: Pick<Call, "principal" | "scope">; readonly switched: readonly DagRecord[] },
): Promise<readonly string[]> {
  const { roles, only } = call.scope("dag", "edit");
  if (roles === null && only === null) return [];
  const { rows } = await dagsMeant(deps, meant, { call, may: "read" });
  const mine = new Set(switched.map(({ dagId }) => dagId));
  return rows.map(({ dagId }) => dagId).filter((dagId) => !mine.has(dagId));
}

async function dagsMeant(
  deps: Pick<ApiOptions, "store" | "clock">,
  { query, dagIds }: Meant,
  { call, may }: { readonly call: Pick<Call, "principal" | "scope">; readonly may: "read" | "edit" },
): Promise<Listed<DagRecord>> {
  const filter = await dagFilterOf(deps, query, call.principal.name);
  const page = { order: [], limit: query.limit, offset: query.offset };
  const only = dagIds === undefined ? filter : { ...filter, dagIds: among(filter.dagIds, dagIds) };
  return deps.store.listDagsPage({ filter: only, page, scope: call.scope("dag", may) });
}

function among(wanted: readonly string[] | undefined, given: readonly string[]): readonly string[] {
  if (wanted === undefined) return given;
  const known = new Set(wanted);
  return given.filter((dagId) => known.has(dagId));
}

function manyRoute({ store, clock }: ApiOptions): Route {
  return route({
    method: "PATCH",
    path: "/api/v2/dags",
    operationId: "patch_dags",
    access: { dag: "dag", may: "edit" },
    schemas: async () => (await import("../schemas/dag-writes.ts")).patchMany,
    handle: async ({ query, body, headers, ...call }) => {
      requireMask(query.update_mask);
      const isPaused = body.is_paused;
      const { rows, total } = await switchedDags({ store, clock }, { query, dagIds: body.dag_ids }, call);
      const { expects } = expectationOf(headers);
      if (expects !== undefined) requireExpected(expects, pausePreview(rows, isPaused, clock.now()));
      const event = audit("patch_dags", call, { is_paused: isPaused });
      const dags = rows.map(({ dagId }) => ({ dagId, isPaused }));
      // One line for each, so that the history of a DAG tells who switched it.
      const events = rows.map(({ dagId }) => ({ ...event, dagId }));
      await store.act({ now: clock.now(), dags, events });
      const dagIds = rows.map(({ dagId }) => dagId);
      const after = new Map(
        (await store.listDags({ dagIds, includeInactive: true })).map((dag) => [dag.dagId, dag] as const),
      );
      return { dags: rows.map((row) => presentDag(after.get(row.dagId) ?? row, clock.now())), total_entries: total };
    },
  });
}

function oneRoute({ store, clock }: ApiOptions): Route {
  return route({
    method: "PATCH",
    path: "/api/v2/dags/{dag_id}",
    operationId: "patch_dag",
    access: { dag: "dag", may: "edit" },
    schemas: async () => (await import("../schemas/dag-writes.ts")).patchOne,
    handle: async ({ params, query, body, headers, ...call }) => {
      const { dag_id: dagId } = params as unknown as { dag_id: string };
      requireMask(query.update_mask);
      const isPaused = body.is_paused;
      const oneDag = async () => {
        const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
        if (dag === undefined) throw new ApiError("no_dag_to_delete", [dagId]);
        return dag;
      };
      const { expects } = expectationOf(headers);
      const before = await oneDag();
      if (expects !== undefined && !isPaused)
        requireExpected(expects, unpausePreview(before, { now: clock.now(), usualMicros: null }));
      const event = { ...audit("patch_dag", call, { is_paused: isPaused }), dagId };
      await store.act({ now: clock.now(), dags: [{ dagId, isPaused }], events: [event] });
      return presentDag(await oneDag(), clock.now());
    },
  });
}
