/** Bulk changes of task instances, and the deletion of one. */
import { deleteInstances } from "@momiji/core";
import { type Author, audit } from "../access/audit.ts";
import { type ActDeps, actOnRuns } from "../act-on-runs.ts";
import { BulkResults } from "../bulk-results.ts";
import { ApiError } from "../errors.ts";
import { extraOf, knownTask, patchTasks } from "../patch-tasks.ts";
import { answer, type Call, route, type Route } from "../route.ts";
import { selectRuns } from "../run-selection.ts";
import type { InstanceAction, InstanceEntity } from "../schemas/bulk-acts.ts";

type Asked = Call<{ readonly dag_id: string; readonly dag_run_id: string }>;

interface InstanceName {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** Null: every instance of the task. */
  readonly mapIndex: number | null;
}

const INSTANCES = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances";

export function bulkTaskInstanceRoutes(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "PATCH",
      path: INSTANCES,
      operationId: "bulk_task_instances",
      schemas: async () => (await import("../schemas/bulk-acts.ts")).instances,
      access: { dag: "task_instance", may: "edit" },
      handle: async (call) => {
        const { readBulkInstances } = await import("../schemas/bulk-acts.ts");
        const results = new BulkResults();
        for (const action of readBulkInstances(call.body)) await actOn(deps, call, { action, results });
        return results.answer();
      },
    }),
    route({
      method: "DELETE",
      path: `${INSTANCES}/{task_id}`,
      operationId: "delete_task_instance",
      access: { dag: "task_instance", may: "delete" },
      schemas: async () => (await import("../schemas/bulk-acts.ts")).deleteInstance,
      handle: async (call) => {
        const { dag_id: dagId, dag_run_id: runId, task_id: taskId } = call.params;
        await deleteOne(deps, { dagId, runId, taskId, mapIndex: call.query.map_index }, call);
        return answer(200, null);
      },
    }),
  ];
}

async function actOn(
  deps: ActDeps,
  call: Asked,
  { action, results }: { readonly action: InstanceAction; readonly results: BulkResults },
): Promise<void> {
  results.begin(action.action);
  if (action.action === "create") {
    await results.attempt("create", () => Promise.reject(new ApiError("no_bulk_create_of_instances")));
    return;
  }
  const may = action.action === "delete" ? "delete" : "edit";
  const skips = action.action_on_non_existence === "skip";
  for (const entity of action.entities) {
    await results.attempt(action.action, async () => {
      const name = await nameOf(call, entity, may);
      if (skips && !(await isThere(deps, name))) return null;
      if (action.action === "delete") await deleteOne(deps, name, call);
      else await update(deps, call, { name, entity: entity as InstanceEntity, mask: action.update_mask ?? null });
      const index = name.mapIndex === null ? "" : `[${name.mapIndex}]`;
      return `${name.dagId}.${name.runId}.${name.taskId}${index}`;
    });
  }
}

/** @throws ApiError `wildcard_instance`, `other_dag`, `forbidden` */
async function nameOf(
  { params, requireDag }: Asked,
  entity: string | InstanceEntity,
  may: "edit" | "delete",
): Promise<InstanceName> {
  const own: Partial<InstanceEntity> & { task_id: string } = typeof entity === "string" ? { task_id: entity } : entity;
  const dagId = own.dag_id ?? params.dag_id;
  const runId = own.dag_run_id ?? params.dag_run_id;
  if (dagId === "~" || runId === "~") throw new ApiError("wildcard_instance", [own.task_id]);
  if (params.dag_id !== "~" && dagId !== params.dag_id) throw new ApiError("other_dag", [dagId, params.dag_id]);
  await requireDag(dagId, "task_instance", may);
  return { dagId, runId, taskId: own.task_id, mapIndex: own.map_index ?? null };
}

async function isThere({ store }: ActDeps, { dagId, runId, taskId, mapIndex }: InstanceName): Promise<boolean> {
  const found = await store.findRun(dagId, runId);
  return (
    found?.instances.some((each) => each.taskId === taskId && (mapIndex === null || each.mapIndex === mapIndex)) ===
    true
  );
}

async function update(
  deps: ActDeps,
  call: Asked,
  { name, entity, mask }: { name: InstanceName; entity: InstanceEntity; mask: readonly string[] | null },
): Promise<void> {
  const { patchOf } = await import("../schemas/bulk-acts.ts");
  const body = patchOf(entity, mask);
  const { dagId, runId, taskId, mapIndex } = name;
  const selector = mapIndex === null ? { taskId } : { taskId, mapIndex };
  await knownTask(deps, { dagId, runId }, selector);
  const own = { dagId, runId, ...selector };
  const event = { ...audit("bulk_task_instances", call, extraOf(body)), ...own };
  await patchTasks(deps, { dagId, runId, tasks: [selector], body, event, isDryRun: false });
}

/** @throws ApiError `run_not_found`, `instance_not_found` */
async function deleteOne(deps: ActDeps, { dagId, runId, taskId, mapIndex }: InstanceName, by: Author): Promise<void> {
  const own = { dagId, runId, taskId, ...(mapIndex === null ? {} : { mapIndex }) };
  const request = {
    load: () => selectRuns(deps.store, { dagId, runId }),
    decide: (view: Parameters<typeof deleteInstances>[0]) => {
      const isMeant = (each: { taskId: string; mapIndex: number }): boolean =>
        each.taskId === taskId && (mapIndex === null || each.mapIndex === mapIndex);
      const act = deleteInstances(view, isMeant, deps.clock.now());
      if (act.affected.length > 0) return act;
      throw new ApiError("instance_not_found", [dagId, runId, taskId, String(mapIndex ?? -1)]);
    },
    besides: () => ({ events: [{ ...audit("delete_task_instance", by), ...own }] }),
  };
  await actOnRuns(deps, request, false);
}
