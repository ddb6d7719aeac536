/** Why something does not run: each reason in words, as long as it holds. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import styles from "./task.module.css";

type Reason = components["schemas"]["Reason"];

interface Place {
  readonly dagId: string;
  readonly runId: string;
  /** Absent: the run itself. */
  readonly taskId?: string;
  readonly mapIndex?: number;
}

export function WhyCard({ dagId, runId, taskId, mapIndex = -1 }: Place) {
  const { t } = useTranslation("task");
  const run = { dag_id: dagId, dag_run_id: runId };
  const { data, error, refetch } = useQuery({
    queryKey: taskId === undefined ? ["run", dagId, runId, "why"] : ["task", dagId, runId, taskId, mapIndex, "why"],
    queryFn: async ({ signal }): Promise<{ readonly reasons: readonly Reason[] }> =>
      taskId === undefined
        ? client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain", { params: { path: run }, signal })
        : client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/explain", {
            params: { path: { ...run, task_id: taskId }, query: { map_index: mapIndex } },
            signal,
          }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <section className={styles["why"]} aria-label={t("why.title")} aria-live="polite">
      <h3>{data.reasons[0]?.text ?? t("why.nothing")}</h3>
      <ul>
        {data.reasons.slice(1).map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
      {data.reasons.map(({ code, remedy }) => remedy !== undefined && <p key={code}>{remedy}</p>)}
    </section>
  );
}
