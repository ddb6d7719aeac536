/** Why an attempt failed, as the API tells it. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { pathOf, type TaskPlace, useKnownTask } from "../task-place.ts";

export type Failure = components["schemas"]["Failure"];

const FAILURE =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/failure";

export function useFailure(place: TaskPlace, tryNumber: number) {
  const known = useKnownTask(place);
  const path = { ...pathOf(place), map_index: place.mapIndex, try_number: tryNumber };
  return useQuery({
    queryKey: ["failure", ...Object.values(path)],
    // Of the last try the page has it already.
    initialData: () => (known?.task.try_number === tryNumber ? (known.failure ?? undefined) : undefined),
    queryFn: ({ signal }) => client.get(FAILURE, { params: { path }, signal }),
  });
}
