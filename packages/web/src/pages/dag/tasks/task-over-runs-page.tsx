/** One task, or one group, over the last runs: how long it took, how it ended, how often it was tried. */
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { DataTable } from "../../../parts/table/data-table.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { DurationPlot } from "./duration-plot.tsx";
import { useOverRunsColumns } from "./over-runs-columns.tsx";
import type { TaskHistory } from "./task-history.ts";
import styles from "./tasks.module.css";
import { useHistories } from "./use-histories.ts";

export function TaskOverRunsPage() {
  const { dagId, taskId } = useParams({ from: "/dags/$dagId/tasks/$taskId" });
  return <OverRuns dagId={dagId} id={taskId} isGroup={false} />;
}

export function GroupOverRunsPage() {
  const { dagId, groupId } = useParams({ from: "/dags/$dagId/tasks/group/$groupId" });
  return <OverRuns dagId={dagId} id={groupId} isGroup />;
}

interface OverRunsProps {
  readonly dagId: string;
  readonly id: string;
  readonly isGroup: boolean;
}

function OverRuns({ dagId, id, isGroup }: OverRunsProps) {
  const { t } = useTranslation("dag");
  const { data, error, refetch } = useHistories(dagId);
  const history = data?.find(({ row }) => row.id === id && (row.children !== undefined) === isGroup);
  useTitle(`${dagId} · ${id}`);
  return (
    <section>
      <h2 className={styles["title"]}>
        <Link to="/dags/$dagId/tasks" params={{ dagId }}>
          {t("tabs.tasks")}
        </Link>
        {" / "}
        {isGroup ? t("tasks.group", { name: id }) : id}
      </h2>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && history === undefined && <Empty>{t("tasks.unknown", { name: id })}</Empty>}
      {history !== undefined && history.runs.length === 0 && <Empty>{t("tasks.neverRan")}</Empty>}
      {history !== undefined && history.runs.length > 0 && <Runs dagId={dagId} history={history} />}
    </section>
  );
}

function Runs({ dagId, history }: { readonly dagId: string; readonly history: TaskHistory }) {
  const { t } = useTranslation("dag");
  const { row, runs } = history;
  const columns = useOverRunsColumns(dagId, row);
  return (
    <>
      <DurationPlot dagId={dagId} history={history} />
      <p className={styles["quiet"]}>{t("tasks.lastRuns", { count: runs.length })}</p>
      <DataTable
        name="taskOverRuns"
        label={t("tasks.over", { name: row.id })}
        columns={columns}
        rows={runs}
        total={runs.length}
        keyOf={({ run }) => run.id}
        nameOf={({ run }) => run.id}
      />
    </>
  );
}
