/** Which task of a run failed first, and how many more did. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RunRow } from "./run-row.ts";

export function FailedTasks({ run: { dag_id: dagId, dag_run_id: runId, failed } }: { readonly run: RunRow }) {
  const { t } = useTranslation("browse");
  const [first] = failed;
  if (first === undefined) return null;
  const { task_id: taskId, map_index: index } = first;
  const others = failed.length - 1;
  return (
    <span title={failed.map(({ task_id: id }) => id).join("\n")}>
      {index < 0 ? (
        <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
          {taskId}
        </Link>
      ) : (
        <Link
          to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
          params={{ dagId, runId, taskId, mapIndex: String(index) }}
        >
          {`${taskId} [${index}]`}
        </Link>
      )}
      {others > 0 && ` ${t("andMore", { count: others })}`}
    </span>
  );
}
