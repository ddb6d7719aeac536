/** How containers of attempts are called, so that people know them and an engine refuses a second one of an attempt. */
import type { JobContext } from "@momiji/sdk";

/** By it a container is found again, whatever its name. */
export const ATTEMPT_LABEL = "momiji.attempt";

type Attempt = Pick<JobContext, "attemptId" | "dagId" | "runId" | "taskId" | "mapIndex" | "tryNumber">;

/** `momiji-DAG-TASK-3f2a...`; the end is the random part of the attempt's id. */
export function containerName({ attemptId, dagId, taskId, mapIndex }: Attempt): string {
  const parts = [plain(dagId, 40), plain(taskId, 60), ...(mapIndex < 0 ? [] : [String(mapIndex)])];
  return ["momiji", ...parts, attemptId.replaceAll("-", "").slice(-16)].join("-");
}

export function attemptLabels({ attemptId, dagId, runId, taskId, mapIndex, tryNumber }: Attempt): {
  readonly [name: string]: string;
} {
  return {
    [ATTEMPT_LABEL]: attemptId,
    "momiji.dag": dagId,
    "momiji.run": runId,
    "momiji.task": taskId,
    "momiji.map_index": String(mapIndex),
    "momiji.try": String(tryNumber),
  };
}

/** The letters that a container's name may have. */
function plain(id: string, longest: number): string {
  return id.replaceAll(/[^a-zA-Z0-9_.-]/g, "_").slice(0, longest);
}
