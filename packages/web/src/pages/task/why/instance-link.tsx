/** A link to a task instance of any run. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { InstancePlace } from "./why-place.ts";

interface InstanceLinkProps {
  readonly task: InstancePlace;
  readonly children: ReactNode;
}

export function InstanceLink({ task: { dagId, runId, taskId, mapIndex }, children }: InstanceLinkProps) {
  if (mapIndex < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
        {children}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ dagId, runId, taskId, mapIndex: String(mapIndex) }}
    >
      {children}
    </Link>
  );
}
