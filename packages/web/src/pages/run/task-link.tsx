/** Leads to a task instance of a run. */
import { Link } from "@tanstack/react-router";
import type { RunPlace } from "./run-data.ts";

interface TaskLinkProps {
  readonly place: RunPlace;
  readonly taskId: string;
  /** -1: not mapped. */
  readonly mapIndex: number;
  /** Of a mapped instance; absent: its index. */
  readonly label?: string | null;
}

export function TaskLink({ place, taskId, mapIndex, label }: TaskLinkProps) {
  if (mapIndex < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ ...place, taskId }}>
        {taskId}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ ...place, taskId, mapIndex: String(mapIndex) }}
    >
      {taskId} [{label ?? mapIndex}]
    </Link>
  );
}
