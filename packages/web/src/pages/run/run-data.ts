/** A run of the page, as the API answers it, live. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";

export type Run = components["schemas"]["DAGRunResponse"];
export type RunSummary = components["schemas"]["RunSummary"];
export type TaskInstance = components["schemas"]["TaskInstanceResponse"];

export interface RunPlace {
  readonly dagId: string;
  readonly runId: string;
}

/** What each tab is given. */
export interface RunTabProps {
  readonly place: RunPlace;
  readonly run: Run;
}

export function useRunPlace(): RunPlace {
  const { dagId = "", runId = "" } = useParams({ strict: false });
  return { dagId, runId };
}

export function pathOf({ dagId, runId }: RunPlace) {
  return { dag_id: dagId, dag_run_id: runId };
}

const SETTLE_MILLIS = 500;

/** Everything that is read under `["run", DAG, RUN]` is read anew when something of the run changes. */
export function useWatched({ dagId, runId }: RunPlace): boolean {
  return useFresh({
    topics: [`run:${dagId}/${runId}`],
    queryKey: ["run", dagId, runId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ data }) => data.r === runId && data.d === dagId,
  });
}

export function useRun(place: RunPlace, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ["run", place.dagId, place.runId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { params: { path: pathOf(place) }, signal }),
  });
}

/** @param taskId of the instances of this task alone */
export function useSummary(place: RunPlace, enabled: boolean, taskId?: string) {
  return useQuery({
    enabled,
    queryKey: ["run", place.dagId, place.runId, "summary", taskId ?? null],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/summary", {
        params: { path: pathOf(place), query: taskId === undefined ? {} : { task_id: taskId } },
        signal,
      }),
  });
}
