/** The request of the API that tells what a page shows, for a terminal. */
import { BASE_URL } from "../api/place.ts";

interface Open {
  readonly dagId: string;
  readonly runId: string | undefined;
  readonly taskId: string | undefined;
}

export function curlOf({ dagId, runId, taskId }: Open): string {
  const parts = [
    "/api/v2/dags",
    dagId,
    ...(runId === undefined ? [] : ["dagRuns", runId]),
    ...(taskId === undefined || runId === undefined ? [] : ["taskInstances", taskId]),
  ];
  const [first, ...names] = parts;
  const path = [first, ...names.map((name) => encodeURIComponent(name))].join("/");
  return `curl -H "Authorization: Bearer $MOMIJI_TOKEN" '${BASE_URL}${path.replaceAll("'", "%27")}'`;
}
