/** The events of assets that a run began with, and those that its tasks made. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import { pathOf, type RunTabProps } from "../run-data.ts";
import { TaskLink } from "../task-link.tsx";
import styles from "../run.module.css";

type AssetEvent = components["schemas"]["AssetEventResponse"];

const MOST = 100;

export function AssetsTab({ place }: RunTabProps) {
  const { t } = useTranslation("run");
  const { dagId, runId } = place;
  const began = useQuery({
    queryKey: ["run", dagId, runId, "assets-above"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents", {
        params: { path: pathOf(place) },
        signal,
      }),
  });
  const made = useQuery({
    queryKey: ["run", dagId, runId, "assets-made"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/assets/events", {
        params: { query: { source_dag_id: dagId, source_run_id: runId, limit: MOST } },
        signal,
      }),
  });
  return (
    <>
      <Events title={t("assets.began")} none={t("assets.beganNone")} events={began.data?.asset_events} />
      <Events title={t("assets.made")} none={t("assets.madeNone")} events={made.data?.asset_events} />
    </>
  );
}

interface EventsProps {
  readonly title: string;
  readonly none: string;
  readonly events: readonly AssetEvent[] | undefined;
}

function Events({ title, none, events }: EventsProps) {
  if (events === undefined) return null;
  return (
    <Panel title={title} count={events.length}>
      {events.length === 0 && <Empty>{none}</Empty>}
      <ul className={styles["causes"]}>
        {events.map((event) => (
          <li key={event.id}>
            <strong>{event.name}</strong>
            <span className={styles["quiet"]}>{event.uri}</span>
            <When at={event.timestamp} />
            {event.source_dag_id !== null && event.source_run_id !== null && event.source_task_id !== null && (
              <TaskLink
                place={{ dagId: event.source_dag_id, runId: event.source_run_id }}
                taskId={event.source_task_id}
                mapIndex={event.source_map_index}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
