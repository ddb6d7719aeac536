/** The attempts of a run along its time, read anew when something of the run has changed. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";

export type Gantt = components["schemas"]["Gantt"];

const SETTLE_MILLIS = 500;

/** @param runId undefined: there is no run, and nothing is asked for */
export function useGantt(dagId: string, runId: string | undefined) {
  const queryKey = ["gantt", dagId, runId];
  const isWatched = useFresh({
    topics: runId === undefined ? [] : [`run:${dagId}/${runId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ data }) => data.d === dagId && data.r === runId,
  });
  return useQuery({
    queryKey,
    enabled: isWatched && runId !== undefined,
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/gantt", {
        params: { path: { dag_id: dagId, dag_run_id: runId ?? "" } },
        signal,
      }),
  });
}
