/** DAGs are switched on and off, one or as many as fit a filter. */
import type { DagListFilter } from "@momiji/store";
import type { z } from "zod";
import { audit } from "../access/audit.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { pausePreview, unpausePreview } from "../preview/dag-preview.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { presentDag } from "../present-dag.ts";
import { route, type Route } from "../route.ts";
import type { patchMany } from "../schemas/dag-writes.ts";

export function dagPatchRoutes(options: ApiOptions): readonly Route[] {
  return [manyRoute(options), oneRoute(options)];
}

/** @throws ApiError `only_is_paused` */
function requireMask(mask: readonly string[] | undefined): void {
  if (mask !== undefined && mask.some((field) => field !== "is_paused")) throw new ApiError("only_is_paused");
}

function manyRoute({ store, clock }: ApiOptions): Route {
  return route({
    method: "PATCH",
    path: "/api/v2/dags",
    operationId: "patch_dags",
    access: { dag: "dag", may: "edit" },
    schemas: async () => (await import("../schemas/dag-writes.ts")).patchMany,
    handle: async ({ query, body, dags: scope, headers, ...call }) => {
      requireMask(query.update_mask);
      const page = { order: [], limit: query.limit, offset: query.offset };
      const { rows, total } = await store.listDagsPage({ filter: filterOf(query), page, scope });
      const isPaused = body.is_paused;
      const { expects } = expectationOf(headers);
      if (expects !== undefined) requireExpected(expects, pausePreview(rows, isPaused, clock.now()));
      const changed = rows.map(({ dagId }) => ({ dagId, isPaused }));
      const event = audit("patch_dags", call, { is_paused: isPaused });
      const events = changed.map(({ dagId }) => ({ ...event, dagId }));
      await store.act({ now: clock.now(), dags: changed, events });
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

/** Which DAGs are switched together. */
export function filterOf(query: z.infer<(typeof patchMany)["query"]>): DagListFilter {
  const { dag_id_pattern: pattern, dag_id_prefix_pattern: prefix, paused, owners, tags } = query;
  return {
    excludeStale: query.exclude_stale,
    ...(pattern === undefined && prefix === undefined
      ? {}
      : { dagId: { ...(pattern === undefined ? {} : { pattern }), ...(prefix === undefined ? {} : { prefix }) } }),
    ...(paused === undefined ? {} : { isPaused: paused }),
    ...(owners === undefined ? {} : { owners }),
    ...(tags === undefined ? {} : { tags: { names: tags, match: query.tags_match_mode ?? "any" } }),
  };
}
