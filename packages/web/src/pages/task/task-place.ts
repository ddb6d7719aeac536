/** The task instance of the page, its data, and its tries. */
import type { components, LiveEvent } from "@momiji/client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";

export type TaskInstance = components["schemas"]["TaskInstanceResponse"];
export type TaskTry = components["schemas"]["TaskInstanceHistoryResponse"];

export type Outside = components["schemas"]["OutsideFailure"];

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

/** The instance, its tries, and why it failed or waits: one answer. */
export type TaskAnswer = components["schemas"]["TaskPage"];

const PAGE = "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}";

export function usePlace(): TaskPlace {
  const { dagId, runId, taskId, mapIndex = "-1" } = useParams({ strict: false });
  return { dagId: dagId ?? "", runId: runId ?? "", taskId: taskId ?? "", mapIndex: Number(mapIndex) };
}

/** As the paths of the API name it. */
export function pathOf({ dagId, runId, taskId }: Pick<TaskPlace, "dagId" | "runId" | "taskId">) {
  return { dag_id: dagId, dag_run_id: runId, task_id: taskId };
}

const SETTLE_MILLIS = 300;

function taskQuery(place: TaskPlace) {
  const { dagId, runId, taskId, mapIndex } = place;
  return queryOptions({
    queryKey: ["task", dagId, runId, taskId, mapIndex],
    queryFn: ({ signal }) => client.get(PAGE, { params: { path: { ...pathOf(place), map_index: mapIndex } }, signal }),
  });
}

/** Live, for the page itself: what is read under `["task", ...]` of it is read anew when it changes. */
export function useTask(place: TaskPlace) {
  const { dagId, runId, taskId } = place;
  const queries = useQueryClient();
  const query = taskQuery(place);
  /** Whatever happens to its DAG or a pool may change why it waits. */
  const concerns = ({ event, data }: LiveEvent): boolean => {
    const isOfDag = data.d === dagId;
    if (queries.getQueryData(query.queryKey)?.why != null) return isOfDag || event === "pool";
    return isOfDag && data.r === runId && (event !== "ti" || data.t === taskId);
  };
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`, `dag:${dagId}`, "pools"],
    queryKey: ["task", dagId, runId, taskId],
    settleMillis: SETTLE_MILLIS,
    concerns,
  });
  return useQuery({ ...query, enabled, select: ({ task }) => task });
}

/** What the page has read, for what stands on it. */
export function useKnownTask(place: TaskPlace): TaskAnswer | undefined {
  return useQuery({ ...taskQuery(place), enabled: false }).data;
}

/** The job outside of the newest try, if it has one that is known there. */
export function useNewestJob(place: TaskPlace): Outside | null {
  const { external = null } = useKnownTask(place)?.outcomes.at(-1) ?? {};
  return external?.id == null ? null : external;
}

/** Every try, the first first. */
export function useTries(place: TaskPlace): readonly TaskTry[] {
  const { tries = [] } = useKnownTask(place) ?? {};
  return tries.toSorted((a, b) => a.try_number - b.try_number);
}
