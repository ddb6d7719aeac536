/** The run that is open, as soon as its page has read when it was due. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { RunLabel } from "./run-label.tsx";

type Due = Pick<components["schemas"]["DAGRunResponse"], "run_after">;

export function RunName({ dagId, runId }: { readonly dagId: string; readonly runId: string }) {
  const { taskId = "", mapIndex = "-1" } = useParams({ strict: false });
  // Whichever page is open has asked for one of them.
  const { data: run } = useQuery<Due>({ queryKey: ["run", dagId, runId], enabled: false });
  const { data: task } = useQuery<Due>({
    queryKey: ["task", dagId, runId, taskId, Number(mapIndex)],
    enabled: false,
  });
  return <RunLabel runId={runId} at={run?.run_after ?? task?.run_after} />;
}
