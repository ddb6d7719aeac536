/** XComs of a run, to be read. Secrets in them are hidden; tasks get them as they are. */
import { type Json, maskJson, RETURN_VALUE } from "@momiji/core";
import type { LoadedRun, XComName } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { isLike, readPage, textOf } from "../paging.ts";
import { presentInstant } from "../present.ts";
import { type Query, route, type Route } from "../route.ts";
import { KnownSecrets } from "../settings/known-secrets.ts";

interface RunPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
}

const access = { dag: "xcom", may: "read" } as const;

const ENTRIES = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries";

/** Airflow's word for all tasks. */
const ANY = "~";

export function xcomRoutes({ store, keys, secrets }: ApiOptions): readonly Route[] {
  const known = new KnownSecrets(store, keys);
  const runOf = async ({ dag_id: dagId, dag_run_id: runId }: RunPath): Promise<LoadedRun> => {
    const found = await store.findRun(dagId, runId);
    if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
    return found;
  };

  return [
    route({
      method: "GET",
      path: ENTRIES,
      operationId: "get_xcom_entries",
      access,
      handle: async ({ params, query }) => {
        const loaded = await runOf(params);
        const { limit, offset } = readPage(query);
        const taskId = params.task_id === ANY ? undefined : params.task_id;
        const names = (await store.listXComNames(loaded.run.runKey, taskId)).filter((name) => isWanted(name, query));
        return {
          xcom_entries: names.slice(offset, offset + limit).map((name) => presentXCom(loaded, name)),
          total_entries: names.length,
        };
      },
    }),

    route({
      method: "GET",
      path: `${ENTRIES}/{xcom_key}`,
      operationId: "get_xcom_entry",
      access,
      handle: async ({ params, query }) => {
        const loaded = await runOf(params);
        const { task_id: taskId, xcom_key: key } = params;
        const name = { taskId, key, mapIndex: readMapIndex(textOf(query, "map_index")) ?? -1 };
        const [value] = await store.getXComs([{ runKey: loaded.run.runKey, ...name }]);
        if (value === undefined) throw new ApiError("xcom_not_found", [key]);
        const maskers = [await known.masker(), ...(secrets === undefined ? [] : [secrets])];
        // The name of a return value is the engine's own and says nothing; that of its task may.
        const shown = maskJson(key === RETURN_VALUE ? "" : key, value, maskers);
        return { ...presentXCom(loaded, name), value: textOf(query, "stringify") === "true" ? textual(shown) : shown };
      },
    }),
  ];
}

function isWanted({ key, mapIndex }: XComName, query: Query): boolean {
  const wanted = textOf(query, "xcom_key");
  const index = readMapIndex(textOf(query, "map_index"));
  const prefix = textOf(query, "xcom_key_prefix_pattern") ?? "";
  return (
    (wanted === undefined || wanted === key) &&
    (index === undefined || index === mapIndex) &&
    key.startsWith(prefix) &&
    isLike(key, textOf(query, "xcom_key_pattern"))
  );
}

function readMapIndex(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const index = Number(text);
  if (Number.isInteger(index) && index >= -1) return index;
  throw new ApiError("invalid", ["Input should be a whole number from -1"], ["query", "map_index"]);
}

/** XComs have no time of their own: that of the attempt that wrote them stands for it. */
function presentXCom({ run, instances }: LoadedRun, { taskId, mapIndex, key }: XComName) {
  const instance = instances.find((one) => one.taskId === taskId && one.mapIndex === mapIndex);
  return {
    key,
    timestamp: presentInstant(instance?.endDate ?? instance?.startDate ?? run.queuedAt),
    logical_date: presentInstant(run.logicalDate),
    map_index: mapIndex,
    task_id: taskId,
    dag_id: run.dagId,
    run_id: run.runId,
    dag_display_name: run.dagId,
    task_display_name: taskId,
    run_after: presentInstant(run.runAfter),
  };
}

function textual(value: Json): string | null {
  if (value === null || typeof value === "string") return value;
  return JSON.stringify(value);
}
