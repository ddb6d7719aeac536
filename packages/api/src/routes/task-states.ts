/** What task instances keep from one attempt to the next: Airflow's task state store. */
import { DAY, type Micros } from "@momiji/core";
import type { KeptTaskState, StatePlace } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { answer, route, type Route } from "../route.ts";

/** Airflow's `[state_store] default_retention_days`. */
const DEFAULT_RETENTION_DAYS = 30;

const ALL = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store";
const ONE = `${ALL}/{key}` as const;

interface TaskPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
}

export function taskStateRoutes(options: ApiOptions): readonly Route[] {
  return [...reads(options), ...writes(options), ...removals(options)];
}

function reads({ store, clock }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: ALL,
      operationId: "list_task_state_store",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/states.ts")).listTask,
      handle: async ({ params, query: { map_index: mapIndex, ...page } }) => {
        const at = await placeOf(store, params, mapIndex);
        const found = at === null ? { states: [], total: 0 } : await store.listTaskStates(at, page, clock.now());
        return { task_state_store: found.states.map(presentState), total_entries: found.total };
      },
    }),
    route({
      method: "GET",
      path: ONE,
      operationId: "get_task_state_store",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/states.ts")).oneTask,
      handle: async ({ params, query }) => {
        const at = await placeOf(store, params, query.map_index);
        return presentState(await knownState({ store, clock }, at, params.key));
      },
    }),
  ];
}

function writes({ store, clock }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "PUT",
      path: ONE,
      operationId: "set_task_state_store",
      access: { dag: "task_instance", may: "edit" },
      schemas: async () => (await import("../schemas/states.ts")).putTask,
      handle: async ({ params, query, body }) => {
        const { key, ...path } = params as unknown as TaskPath & { key: string };
        const at = await knownInstance(store, path, query.map_index);
        const expiresAt = body.expires_at === "default" ? inDefaultDays(clock.now()) : body.expires_at;
        await store.putTaskState(at, { key, value: body.value, expiresAt }, clock.now());
        return answer(204);
      },
    }),
    route({
      method: "PATCH",
      path: ONE,
      operationId: "patch_task_state_store",
      access: { dag: "task_instance", may: "edit" },
      schemas: async () => (await import("../schemas/states.ts")).patchTask,
      handle: async ({ params, query, body }) => {
        const at = await knownInstance(store, params, query.map_index);
        const { key, expiresAt } = await knownState({ store, clock }, at, params.key);
        await store.putTaskState(at, { key, value: body.value, expiresAt }, clock.now());
        return answer(200, null);
      },
    }),
  ];
}

function removals({ store }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "DELETE",
      path: ONE,
      operationId: "delete_task_state_store",
      access: { dag: "task_instance", may: "delete" },
      schemas: async () => (await import("../schemas/states.ts")).removeTask,
      handle: async ({ params, query }) => {
        const at = await knownInstance(store, params, query.map_index);
        await store.removeTaskStates({ ...at, key: params.key });
        return answer(204);
      },
    }),
    route({
      method: "DELETE",
      path: ALL,
      operationId: "clear_task_state_store",
      access: { dag: "task_instance", may: "delete" },
      schemas: async () => (await import("../schemas/states.ts")).clearTask,
      handle: async ({ params, query: { all_map_indices: isAll, map_index: mapIndex } }) => {
        const { runKey, taskId } = await knownInstance(store, params, isAll ? null : mapIndex);
        await store.removeTaskStates({ runKey, taskId, ...(isAll ? {} : { mapIndex }) });
        return answer(204);
      },
    }),
  ];
}

function inDefaultDays(now: Micros): Micros {
  return now + DEFAULT_RETENTION_DAYS * DAY;
}

/** Null: there is no such run. A task instance that is not there has kept nothing, as in Airflow. */
async function placeOf(store: ApiOptions["store"], path: TaskPath, mapIndex: number): Promise<StatePlace | null> {
  const [run] = await store.listRuns({ dagId: path.dag_id, runId: path.dag_run_id, limit: 1 });
  return run === undefined ? null : { runKey: run.runKey, taskId: path.task_id, mapIndex };
}

/** `mapIndex` null: any. @throws ApiError `state_instance_not_found` */
async function knownInstance(
  store: ApiOptions["store"],
  { dag_id: dagId, dag_run_id: runId, task_id: taskId }: TaskPath,
  mapIndex: number | null,
): Promise<StatePlace> {
  const found = await store.findRun(dagId, runId);
  const isMeant = (each: { taskId: string; mapIndex: number }): boolean =>
    each.taskId === taskId && (mapIndex === null || each.mapIndex === mapIndex);
  if (found?.instances.some(isMeant) === true) return { runKey: found.run.runKey, taskId, mapIndex: mapIndex ?? -1 };
  const which = mapIndex === null ? "all_map_indices=True" : `map_index=${mapIndex}`;
  throw new ApiError("state_instance_not_found", [dagId, runId, taskId, which]);
}

/** @throws ApiError `task_state_not_found` */
async function knownState(
  { store, clock }: Pick<ApiOptions, "store" | "clock">,
  at: StatePlace | null,
  key: string,
): Promise<KeptTaskState> {
  const state = at === null ? null : await store.findTaskState(at, key, clock.now());
  if (state === null) throw new ApiError("task_state_not_found", [key]);
  return state;
}

function presentState({ key, value, updatedAt, expiresAt }: KeptTaskState) {
  return { key, value, updated_at: presentInstant(updatedAt), expires_at: presentInstant(expiresAt) };
}
