/** The way to a task instance. */
import { Link } from "@tanstack/react-router";
import { LongName } from "../../parts/long-name.tsx";
import { nameOfTask, type TaskInstance } from "./task-instance.ts";

export function TaskInstanceLink({ task }: { readonly task: TaskInstance }) {
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index } = task;
  const name = nameOfTask(task);
  if (index < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }} title={name}>
        <LongName name={name} />
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ dagId, runId, taskId, mapIndex: String(index) }}
      title={name}
    >
      <LongName name={name} />
    </Link>
  );
}
