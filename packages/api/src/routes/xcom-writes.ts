/** XComs that people make, change and remove. */
import type { Json } from "@momiji/core";
import type { LoadedRun, XComPlace } from "@momiji/store";
import { type Author, audit } from "../access/audit.ts";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";
import { presentXCom } from "./xcoms.ts";

const ENTRIES = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries";
const ONE = `${ENTRIES}/{xcom_key}` as const;

interface TaskPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
}

export function xcomWriteRoutes(deps: ApiDeps): readonly Route[] {
  const { store, clock } = deps;
  return [
    route({
      method: "POST",
      path: ENTRIES,
      operationId: "create_xcom_entry",
      access: { dag: "xcom", may: "create" },
      schemas: async () => (await import("../schemas/xcoms.ts")).create,
      handle: async ({ params, body, ...by }) => {
        const loaded = await runWithTask(store, params);
        const place = placeOf(loaded, params, { key: body.key, mapIndex: body.map_index });
        const events = [eventOf("create_xcom_entry", params, { place, by })];
        const result = await store.putXCom({ ...place, value: body.value, when: "absent" }, clock.now(), events);
        if (result === "refused") throw new ApiError("xcom_exists", [body.key]);
        if (result === "no_instance") throw noInstance(params, body.map_index);
        return answer(201, await presented(deps, loaded, { place, value: body.value }));
      },
    }),
    route({
      method: "PATCH",
      path: ONE,
      operationId: "update_xcom_entry",
      access: { dag: "xcom", may: "edit" },
      schemas: async () => (await import("../schemas/xcoms.ts")).update,
      handle: async ({ params, body, ...by }) => {
        const loaded = await store.findRun(params.dag_id, params.dag_run_id);
        if (loaded === null) throw new ApiError("xcom_to_change_not_found", [params.xcom_key]);
        const place = placeOf(loaded, params, { key: params.xcom_key, mapIndex: body.map_index });
        const events = [eventOf("update_xcom_entry", params, { place, by })];
        const result = await store.putXCom({ ...place, value: body.value, when: "present" }, clock.now(), events);
        if (result !== "written") throw new ApiError("xcom_to_change_not_found", [params.xcom_key]);
        return presented(deps, loaded, { place, value: body.value });
      },
    }),
    removal(deps),
  ];
}

function removal({ store, clock }: ApiDeps): Route {
  return route({
    method: "DELETE",
    path: ONE,
    operationId: "delete_xcom_entry",
    access: { dag: "xcom", may: "delete" },
    schemas: async () => (await import("../schemas/xcoms.ts")).remove,
    handle: async ({ params, query, ...by }) => {
      const loaded = await store.findRun(params.dag_id, params.dag_run_id);
      if (loaded === null) throw new ApiError("xcom_to_change_not_found", [params.xcom_key]);
      const place = placeOf(loaded, params, { key: params.xcom_key, mapIndex: query.map_index });
      const events = [eventOf("delete_xcom_entry", params, { place, by })];
      if (!(await store.removeXCom(place, clock.now(), events)))
        throw new ApiError("xcom_to_change_not_found", [params.xcom_key]);
      return answer(204);
    },
  });
}

/** The run, if its version has the task. @throws ApiError as Airflow says it */
async function runWithTask(store: ApiDeps["store"], path: TaskPath): Promise<LoadedRun> {
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId } = path;
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("xcom_run_not_found", [runId, dagId]);
  const version = await store.loadVersion(dagId, found.run.dagVersion);
  if (version?.spec.tasks.some((task) => task.taskId === taskId) !== true)
    throw new ApiError("xcom_task_not_found", [taskId, dagId]);
  return found;
}

function placeOf({ run }: LoadedRun, { task_id: taskId }: TaskPath, own: { key: string; mapIndex: number }): XComPlace {
  return { runKey: run.runKey, taskId, ...own };
}

function noInstance({ dag_id, dag_run_id, task_id }: TaskPath, mapIndex: number): ApiError {
  return new ApiError("instance_not_found", [dag_id, dag_run_id, task_id, String(mapIndex)]);
}

/** The log tells of the key, never of the value. */
function eventOf(event: string, path: TaskPath, { place, by }: { readonly place: XComPlace; readonly by: Author }) {
  const { dag_id: dagId, dag_run_id: runId } = path;
  const { taskId, mapIndex, key } = place;
  return { ...audit(event, by, { key }), dagId, runId, taskId, mapIndex };
}

async function presented(deps: ApiDeps, { run, instances }: LoadedRun, { place, value }: Written) {
  const { taskId, mapIndex, key } = place;
  const instance = instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
  const at = instance?.endDate ?? instance?.startDate ?? run.runAfter;
  return { ...(await presentXCom(deps, { run, taskId, mapIndex, key, at })), value };
}

interface Written {
  readonly place: XComPlace;
  readonly value: Json;
}
