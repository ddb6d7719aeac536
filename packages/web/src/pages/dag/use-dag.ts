/** The DAG that a page is about, read again when it changes. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";

/** Changes that come together are read together. */
const SETTLE_MILLIS = 500;

export function useDag(dagId: string) {
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey: ["dag", dagId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "dag" && data.d === dagId,
  });
  return useQuery({
    enabled,
    queryKey: ["dag", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: dagId } }, signal }),
  });
}
