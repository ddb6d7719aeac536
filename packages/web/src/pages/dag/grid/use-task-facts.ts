/** What the card of a cell asks of its task: how it went, how long that usually takes, and why it waits. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client } from "../../../api/client.ts";
import { ASKS_WHY, type State } from "../../../states/state.ts";
import { quantile } from "./overview.ts";

export interface TaskPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
}

/** A card that comes again soon need not ask again. */
const FRESH_MILLIS = 5_000;

/** Who is about to click is not waiting for a card: nothing is asked for yet. */
const PATIENCE_MILLIS = 400;

export function useTaskFacts(path: TaskPath, state: State) {
  const params = { path };
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const { data: task } = useQuery({
    queryKey: ["cell", path, state],
    enabled: isWanted,
    staleTime: FRESH_MILLIS,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}", { params, signal }),
  });
  const { data: why } = useQuery({
    queryKey: ["cell", path, state, "why"],
    enabled: isWanted && ASKS_WHY.has(state),
    staleTime: FRESH_MILLIS,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/explain", { params, signal }),
  });
  const usual = useUsual(path, isWanted && task?.start_date != null);
  return { task, why: why?.reasons[0], usual };
}

/** Runs that the usual duration is taken from, and how long it is taken for true. */
const USUAL_RUNS = 10;
const USUAL_MILLIS = 60_000;

/** The median of the last successes, in milliseconds; null: it is not known. */
function useUsual({ dag_id: dagId, task_id: taskId }: TaskPath, isWanted: boolean): number | null {
  const { data } = useQuery({
    queryKey: ["cell", dagId, taskId, "usual"],
    enabled: isWanted,
    staleTime: USUAL_MILLIS,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: {
          path: { dag_id: dagId, dag_run_id: "~" },
          query: { task_id: taskId, state: ["success"], order_by: ["-run_after"], limit: USUAL_RUNS },
        },
        signal,
      }),
  });
  return quantile((data?.task_instances ?? []).flatMap(({ duration }) => duration ?? []).map(inMillis), 0.5);
}

function inMillis(seconds: number): number {
  return seconds * 1000;
}
