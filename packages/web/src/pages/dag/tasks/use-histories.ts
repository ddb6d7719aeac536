/** How the tasks of a DAG went over its last runs: one request for all of them. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { readHistories } from "./task-history.ts";

/** The most that the grid answers. */
const RUNS = 100;

const SETTLE_MILLIS = 2000;

export function useHistories(dagId: string) {
  const queryKey = ["taskHistories", dagId];
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "run" && data.d === dagId,
  });
  return useQuery({
    queryKey,
    enabled,
    queryFn: async ({ signal }) =>
      readHistories(
        await client.get("/api/momiji/v1/dags/{dag_id}/grid", {
          params: { path: { dag_id: dagId }, query: { runs: RUNS, times: true } },
          signal,
        }),
      ),
  });
}
