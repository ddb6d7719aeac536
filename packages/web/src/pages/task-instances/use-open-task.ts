/** Goes to the page of a task instance. */
import { useNavigate } from "@tanstack/react-router";
import { type TaskInstance, taskNameOf } from "./task-instance.ts";

export function useOpenTask(): (task: TaskInstance) => void {
  const navigate = useNavigate();
  return (task) => {
    const { mapIndex = -1, ...params } = taskNameOf(task);
    if (mapIndex < 0) void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params });
    else
      void navigate({
        to: "/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex",
        params: { ...params, mapIndex: String(mapIndex) },
      });
  };
}
