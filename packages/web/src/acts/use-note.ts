/** The note that stands on the one run or task instance that an act is about. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { ActTarget, RunName, TaskName } from "./open-act.ts";

/** Null: none. `many`: they may have different ones. */
interface FoundNote {
  readonly note: string | null;
  readonly many: boolean;
}

const MANY: FoundNote = { note: null, many: true };

/** As of now: what is saved takes its place. */
export function useNote(target: ActTarget) {
  return useQuery({ queryKey: ["note", target], queryFn: () => noteOf(target), gcTime: 0, staleTime: Infinity });
}

async function noteOf(target: ActTarget): Promise<FoundNote> {
  if (target.of === "group") return MANY;
  if (target.of === "runs") {
    const [run, another] = target.runs;
    return run === undefined || another !== undefined ? MANY : { note: await noteOfRun(run), many: false };
  }
  const [task, another] = target.tasks;
  return task === undefined || another !== undefined ? MANY : noteOfTask(task);
}

async function noteOfRun({ dagId, runId }: RunName): Promise<string | null> {
  const { note } = await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", {
    params: { path: { dag_id: dagId, dag_run_id: runId } },
  });
  return note;
}

/** A mapped task without an index means all its instances. */
async function noteOfTask({ dagId, runId, taskId, mapIndex = -1 }: TaskName): Promise<FoundNote> {
  const query = { task_id: taskId, ...(mapIndex < 0 ? {} : { map_index: [mapIndex] }), limit: 1 };
  const { task_instances: found, total_entries: total } = await client.get(
    "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances",
    { params: { path: { dag_id: dagId, dag_run_id: runId }, query } },
  );
  return (total ?? 0) > 1 ? MANY : { note: found[0]?.note ?? null, many: false };
}
