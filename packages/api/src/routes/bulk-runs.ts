/** Bulk changes of runs: states, notes, deletions, each entity by itself. */
import { audit } from "../access/audit.ts";
import { type ActDeps } from "../act-on-runs.ts";
import { BulkResults } from "../bulk-results.ts";
import { deleteRun, patchRun, type RunName } from "../change-runs.ts";
import { ApiError } from "../errors.ts";
import { type Call, route, type Route } from "../route.ts";
import type { RunAction, RunEntity } from "../schemas/bulk-acts.ts";

type Asked = Call<{ readonly dag_id: string }>;

export function bulkRunRoutes(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "PATCH",
      path: "/api/v2/dags/{dag_id}/dagRuns",
      operationId: "bulk_dag_runs",
      schemas: async () => (await import("../schemas/bulk-acts.ts")).runs,
      access: { dag: "run", may: "edit" },
      handle: async (call) => {
        const { readBulkRuns } = await import("../schemas/bulk-acts.ts");
        const results = new BulkResults();
        for (const action of readBulkRuns(call.body)) await actOn(deps, call, { action, results });
        return results.answer();
      },
    }),
  ];
}

async function actOn(
  deps: ActDeps,
  call: Asked,
  { action, results }: { readonly action: RunAction; readonly results: BulkResults },
): Promise<void> {
  results.begin(action.action);
  if (action.action === "create") {
    await results.attempt("create", () => Promise.reject(new ApiError("no_bulk_create_of_runs")));
    return;
  }
  const may = action.action === "delete" ? "delete" : "edit";
  const skips = action.action_on_non_existence === "skip";
  for (const entity of action.entities) {
    await results.attempt(action.action, async () => {
      const name = await nameOf(call, entity, may);
      if (skips && (await deps.store.listRuns({ ...name, limit: 1 })).length === 0) return null;
      if (action.action === "delete") await deleteRun(deps, name, call);
      else await update(deps, call, { name, entity: entity as RunEntity, mask: action.update_mask ?? null });
      return `${name.dagId}.${name.runId}`;
    });
  }
}

/** @throws ApiError `wildcard_run`, `other_dag`, `forbidden` */
async function nameOf(
  { params, requireDag }: Asked,
  entity: string | RunEntity,
  may: "edit" | "delete",
): Promise<RunName> {
  const own = typeof entity === "string" ? { dag_run_id: entity } : entity;
  const dagId = own.dag_id ?? params.dag_id;
  const runId = own.dag_run_id;
  if (dagId === "~" || runId === "~") throw new ApiError("wildcard_run", [runId]);
  if (params.dag_id !== "~" && dagId !== params.dag_id) throw new ApiError("other_dag", [dagId, params.dag_id]);
  await requireDag(dagId, "run", may);
  return { dagId, runId };
}

async function update(
  deps: ActDeps,
  call: Asked,
  { name, entity, mask }: { name: RunName; entity: RunEntity; mask: readonly string[] | null },
): Promise<void> {
  const isMeant = (field: string): boolean => mask === null || mask.includes(field);
  const { state, note } = entity;
  const body = {
    ...(state == null || !isMeant("state") ? {} : { state }),
    ...(note == null || !isMeant("note") ? {} : { note: note === "" ? null : note }),
  };
  const event = { ...audit("bulk_dag_runs", call), ...name };
  await patchRun(deps, { body, id: name, event }, false);
}
