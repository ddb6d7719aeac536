/** The columns of the list of a DAG's tasks. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LongName } from "../../../parts/long-name.tsx";
import type { Column } from "../../../parts/table/column.ts";
import { TriggerRule } from "../../../parts/trigger-rule.tsx";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import { usePreferences } from "../../../preferences/preferences.ts";
import type { TaskRow } from "./task-row.ts";

interface InDag {
  readonly dagId: string;
}

const COLUMNS = [
  { id: "operator", track: "minmax(6rem, 1fr)", card: "line", draw: ({ task }) => task?.operator_name },
  {
    id: "rule",
    track: "minmax(8rem, 1.4fr)",
    from: 900,
    draw: ({ task }) => <TriggerRule rule={task?.trigger_rule} />,
  },
  { id: "retries", track: "4.5rem", from: 800, draw: ({ task }) => task?.retries },
  {
    id: "pool",
    track: "minmax(8rem, 1.1fr)",
    from: 1000,
    draw: ({ task }) => task && <span title={`${task.pool} / ${task.queue}`}>{poolAndQueue(task)}</span>,
  },
  { id: "rate", track: "5rem", sort: "rate", card: "side", draw: ({ numbers }) => <Rate rate={numbers.rate} /> },
  {
    id: "median",
    track: "6rem",
    sort: "median",
    card: "line",
    draw: ({ numbers }) => <Took millis={numbers.medianMillis} />,
  },
  { id: "p95", track: "6rem", sort: "p95", from: 700, draw: ({ numbers }) => <Took millis={numbers.p95Millis} /> },
  { id: "failures", track: "6rem", sort: "failures", from: 700, draw: ({ numbers }) => numbers.failures },
] as const satisfies readonly Omit<Column<TaskRow>, "title">[];

export function useTaskColumns(dagId: string): readonly Column<TaskRow>[] {
  const { t } = useTranslation("dag");
  return [
    {
      id: "task",
      title: t("tasks.column.task"),
      track: "minmax(10rem, 2fr)",
      isFixed: true,
      card: "title",
      sort: "task",
      draw: ({ row }) => <Name dagId={dagId} row={row} />,
    },
    ...COLUMNS.map((column) => ({ ...column, title: t(`tasks.column.${column.id}`) })),
    {
      id: "lastFailure",
      title: t("tasks.column.lastFailure"),
      track: "9rem",
      from: 1100,
      draw: (row) => <LastFailure dagId={dagId} row={row} />,
    },
  ];
}

/** The queue that tasks go to if nobody says another is not worth the room. */
function poolAndQueue({ pool, queue }: NonNullable<TaskRow["task"]>): string {
  return queue === null || queue === "default" ? pool : `${pool} / ${queue}`;
}

function Name({ dagId, row }: InDag & Pick<TaskRow, "row">) {
  const { t } = useTranslation("dag");
  if (row.children === undefined)
    return (
      <Link to="/dags/$dagId/tasks/$taskId" params={{ dagId, taskId: row.id }} title={row.id}>
        <LongName name={row.id} />
      </Link>
    );
  return (
    <Link to="/dags/$dagId/tasks/group/$groupId" params={{ dagId, groupId: row.id }} title={row.id}>
      {t("tasks.group", { name: row.id })}
    </Link>
  );
}

function Rate({ rate }: { readonly rate: number | null }) {
  const { language } = usePreferences();
  return rate === null ? <span aria-hidden="true">–</span> : rate.toLocaleString(language, { style: "percent" });
}

function LastFailure({ dagId, row: { row, numbers } }: InDag & { readonly row: TaskRow }) {
  const { lastFailure: run } = numbers;
  if (run === null) return <span aria-hidden="true">–</span>;
  if (row.children !== undefined)
    return (
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: run.id }}>
        <When at={run.runAfter} show="minute" />
      </Link>
    );
  return (
    <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId: run.id, taskId: row.id }}>
      <When at={run.runAfter} show="minute" />
    </Link>
  );
}
