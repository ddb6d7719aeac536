/** A task instance as the lists show it. */
import type { components } from "@momiji/client";
import type { TaskName } from "../../acts/open-act.ts";

export type TaskInstance = components["schemas"]["TaskInstanceResponse"];

type Named = Pick<TaskInstance, "dag_id" | "dag_run_id" | "task_id" | "map_index">;

/** Unique among the task instances of all DAGs. */
export function keyOfTask({ dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index }: Named): string {
  return [dagId, runId, taskId, index].join("\n");
}

/** As acts call it. */
export function taskNameOf({
  dag_id: dagId,
  dag_run_id: runId,
  task_id: taskId,
  map_index: mapIndex,
}: Named): TaskName {
  return { dagId, runId, taskId, mapIndex };
}

/** `load`, `load [file_7.csv]` */
export function nameOfTask(task: TaskInstance): string {
  const { task_display_name: name, map_index: index, rendered_map_index: label } = task;
  return index < 0 ? name : `${name} [${label ?? index}]`;
}
