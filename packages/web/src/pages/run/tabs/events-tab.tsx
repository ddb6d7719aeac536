/** What people and the engine did with a run, one line each. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { RunTabProps } from "../run-data.ts";
import styles from "../run.module.css";

const MOST = 100;

export function EventsTab({ place: { dagId, runId }, run }: RunTabProps) {
  const { t } = useTranslation("run");
  const { data, error, refetch } = useQuery({
    queryKey: ["run", dagId, runId, "events"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/eventLogs", {
        params: { query: { dag_id: dagId, run_id: runId, order_by: ["-when"], limit: MOST } },
        signal,
      }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const moments = [
    ["ended", run.end_date],
    ["started", run.start_date],
    ["queued", run.queued_at],
  ] as const;
  return (
    <>
      <ol className={styles["story"]}>
        {moments.map(
          ([step, at]) =>
            at !== null && (
              <li key={step}>
                <When at={at} />
                <strong>{t("events.scheduler")}</strong>
                <span>{t(`events.${step}`, { state: run.state })}</span>
              </li>
            ),
        )}
        {data.event_logs.map(({ event_log_id: id, when, owner, event, task_id: taskId, extra }) => (
          <li key={id}>
            <When at={when} />
            <strong>{owner ?? t("events.nobody")}</strong>
            <span>
              <code>{event}</code> {taskId}
              {extra !== null && (
                <details>
                  <summary>{t("events.more")}</summary>
                  <pre tabIndex={0}>{extra}</pre>
                </details>
              )}
            </span>
          </li>
        ))}
      </ol>
      {data.event_logs.length === 0 && <Empty>{t("events.none")}</Empty>}
    </>
  );
}
