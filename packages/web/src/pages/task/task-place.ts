/** The task instance of the page, its data, and its tries. */
import type { components } from "@momiji/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";

export type TaskInstance = components["schemas"]["TaskInstanceResponse"];
export type TaskTry = components["schemas"]["TaskInstanceHistoryResponse"];

export interface TaskPlace {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** -1: not mapped. */
  readonly mapIndex: number;
}

/** What each tab is given. */
export interface TaskTabProps {
  readonly place: TaskPlace;
  readonly task: TaskInstance;
}

export const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";

export function usePlace(): TaskPlace {
  const { dagId, runId, taskId, mapIndex = "-1" } = useParams({ strict: false });
  return { dagId: dagId ?? "", runId: runId ?? "", taskId: taskId ?? "", mapIndex: Number(mapIndex) };
}

/** As the paths of the API name it. */
export function pathOf({ dagId, runId, taskId }: Pick<TaskPlace, "dagId" | "runId" | "taskId">) {
  return { dag_id: dagId, dag_run_id: runId, task_id: taskId };
}

const SETTLE_MILLIS = 300;

/** Live: what is read under `["task", ...]` of it is read anew when it changes. */
export function useTask(place: TaskPlace) {
  const { dagId, runId, taskId, mapIndex } = place;
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`],
    queryKey: ["task", dagId, runId, taskId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => data.r === runId && data.d === dagId && (event !== "ti" || data.t === taskId),
  });
  return useQuery({
    enabled,
    queryKey: ["task", dagId, runId, taskId, mapIndex],
    queryFn: ({ signal }) =>
      mapIndex < 0
        ? client.get(TASK, { params: { path: pathOf(place) }, signal })
        : client.get(`${TASK}/{map_index}`, { params: { path: { ...pathOf(place), map_index: mapIndex } }, signal }),
  });
}

/** Every try, the first first. Of one alone nobody is asked: the instance says it. */
export function useTries(place: TaskPlace, task: TaskInstance | undefined) {
  const { dagId, runId, taskId, mapIndex } = place;
  const count = task?.try_number ?? 0;
  return useQuery({
    enabled: count > 1,
    queryKey: ["task", dagId, runId, taskId, mapIndex, "tries", count, task?.state],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = mapIndex < 0 ? {} : { map_index: mapIndex };
      const { task_instances: tries } = await client.get(`${TASK}/tries`, {
        params: { path: pathOf(place), query },
        signal,
      });
      return tries.toSorted((a, b) => a.try_number - b.try_number);
    },
  });
}
