/** The events of assets that the task instance has made, and the runs that began because of them. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { JsonView } from "../../../parts/json-view.tsx";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";

const MOST = 100;

export function AssetsTab({ place }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId, mapIndex } = place;
  const { data, error, refetch } = useQuery({
    queryKey: ["task", dagId, runId, taskId, mapIndex, "asset-events"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/assets/events", {
        params: {
          query: {
            source_dag_id: dagId,
            source_run_id: runId,
            source_task_id: taskId,
            source_map_index: mapIndex,
            limit: MOST,
          },
        },
        signal,
      }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Panel title={t("assets.title")} count={data.total_entries}>
      {data.asset_events.length === 0 && <Empty>{t("assets.none")}</Empty>}
      <ul className={styles["entries"]}>
        {data.asset_events.map((event) => (
          <li key={event.id}>
            <strong>{event.name}</strong> <span className={styles["quiet"]}>{event.uri}</span>{" "}
            <When at={event.timestamp} />
            {event.created_dagruns.length > 0 && (
              <p className={styles["names"]}>
                <span>{t("assets.began")}</span>
                {event.created_dagruns.map(({ dag_id: dag, run_id: run }) => (
                  <Link key={`${dag} ${run}`} to="/dags/$dagId/runs/$runId" params={{ dagId: dag, runId: run }}>
                    {dag} · {run}
                  </Link>
                ))}
              </p>
            )}
            {Object.keys(event.extra).length > 0 && <JsonView value={event.extra} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
