/** The versions of a DAG and what its file was in each. What a version was does not change: it is read once. */
import type { components } from "@momiji/client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";

export type DagVersion = components["schemas"]["DagVersionResponse"];
export type VersionDiff = components["schemas"]["VersionDiff"];
type Dag = components["schemas"]["DAGResponse"];

/** Versions that can be chosen. */
const MOST = 100;
const SETTLE_MILLIS = 500;

export function useVersions(dagId: string) {
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey: ["versions", dagId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "dag" && data.d === dagId,
  });
  return useQuery({
    enabled,
    queryKey: ["versions", dagId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagVersions", {
        params: { path: { dag_id: dagId }, query: { order_by: ["-version_number"], limit: MOST } },
        signal,
      }),
  });
}

export function useSource(dagId: string, version: number | undefined) {
  return useQuery({
    queryKey: ["source", dagId, version],
    queryFn:
      version === undefined
        ? skipToken
        : ({ signal }) =>
            client.get("/api/v2/dagSources/{dag_id}", {
              params: { path: { dag_id: dagId }, query: { version_number: version } },
              headers: { accept: "application/json" },
              signal,
            }),
  });
}

export function useVersionDiff(dagId: string, a: number, b: number) {
  return useQuery({
    queryKey: ["versions diff", dagId, a, b],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/versions/diff", {
        params: { path: { dag_id: dagId }, query: { a, b } },
        signal,
      }),
  });
}

/** How many runs used a version, and the last of them. */
export function useRunsOf(dagId: string, version: number) {
  return useQuery({
    queryKey: ["runs of version", dagId, version],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId }, query: { dag_version: [version], order_by: ["-run_after"], limit: 1 } },
        signal,
      }),
  });
}

/** The file of a DAG, as the head of its pages has read it. */
export function useFileOf(dagId: string): string | null {
  const { data } = useQuery<Dag>({ queryKey: ["dag", dagId], queryFn: skipToken });
  return data?.relative_fileloc ?? null;
}
