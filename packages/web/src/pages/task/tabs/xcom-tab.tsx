/** What the task instance has returned or pushed, and what it remembers between its runs. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { JsonView } from "../../../parts/json-view.tsx";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import { pathOf, TASK, type TaskPlace, type TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";
import { AddXCom, XComActs } from "./xcom-acts.tsx";
import { XComKind, XComValue } from "./xcom-value.tsx";

const MOST = 100;

/** Opened at once, since it is what most people look for. */
const RETURNED = "return_value";

export function XComTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { data, error, refetch } = useQuery({
    queryKey: ["task", place.dagId, place.runId, place.taskId, place.mapIndex, "xcoms"],
    queryFn: ({ signal }) =>
      client.get(`${TASK}/xcomEntries`, {
        params: { path: pathOf(place), query: { limit: MOST, map_index: place.mapIndex } },
        signal,
      }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const entries = data.xcom_entries;
  return (
    <>
      <Panel title={t("xcom.title")} count={data.total_entries}>
        {entries.length === 0 && <Empty>{t(task.end_date === null ? "xcom.notYet" : "xcom.none")}</Empty>}
        <ul className={styles["entries"]}>
          {entries.map(({ key, timestamp }) => (
            <Entry
              key={key}
              of={key}
              at={timestamp}
              place={place}
              isOpenAtFirst={key === RETURNED || entries.length === 1}
            />
          ))}
        </ul>
        <AddXCom place={place} />
      </Panel>
      <Remembered place={place} />
    </>
  );
}

interface EntryProps {
  readonly of: string;
  readonly at: string;
  readonly place: TaskPlace;
  readonly isOpenAtFirst: boolean;
}

function Entry({ of: key, at, place, isOpenAtFirst }: EntryProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { data, error, refetch } = useQuery({
    queryKey: ["task", place.dagId, place.runId, place.taskId, place.mapIndex, "xcom", key, at],
    enabled: isOpen,
    queryFn: ({ signal }) =>
      client.get(`${TASK}/xcomEntries/{xcom_key}`, {
        params: { path: { ...pathOf(place), xcom_key: key }, query: { map_index: place.mapIndex } },
        signal,
      }),
  });
  return (
    <li>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <code>{key}</code>{" "}
          <span className={styles["quiet"]}>{data !== undefined && <XComKind value={data.value} />}</span>{" "}
          <When at={at} />
        </summary>
        {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <>
            <XComValue value={data.value} />
            <XComActs place={place} of={key} value={data.value} />
          </>
        )}
      </details>
    </li>
  );
}

/** Airflow's state store of the task: nothing is shown of tasks that keep none. */
function Remembered({ place }: { readonly place: TaskPlace }) {
  const { t } = useTranslation("task");
  const { data } = useQuery({
    queryKey: ["task", place.dagId, place.runId, place.taskId, place.mapIndex, "state-store"],
    queryFn: ({ signal }) =>
      client.get(`${TASK}/state-store`, {
        params: { path: pathOf(place), query: { map_index: place.mapIndex, limit: MOST } },
        signal,
      }),
  });
  if (data === undefined || data.task_state_store.length === 0) return null;
  return (
    <Panel title={t("xcom.remembered")} count={data.total_entries}>
      <ul className={styles["entries"]}>
        {data.task_state_store.map(({ key, value }) => (
          <li key={key}>
            <code>{key}</code>
            <JsonView value={value} open={1} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
