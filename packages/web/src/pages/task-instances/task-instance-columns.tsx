/** The columns of lists of task instances. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { LongName } from "../../parts/long-name.tsx";
import { RunLabel } from "../../parts/run-label.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { TaskInstanceLink } from "./task-instance-link.tsx";
import { nameOfTask, type TaskInstance } from "./task-instance.ts";

const COLUMNS = [
  {
    id: "state",
    track: "9rem",
    card: "side",
    sort: "state",
    draw: ({ state }) => <StateBadge state={readState(state)} />,
    text: ({ state }) => state ?? "",
  },
  {
    id: "task",
    track: "minmax(9rem, 1.4fr)",
    isFixed: true,
    card: "title",
    draw: (task) => <TaskInstanceLink task={task} />,
    text: nameOfTask,
  },
  {
    id: "dag",
    track: "minmax(8rem, 1.2fr)",
    card: "line",
    draw: ({ dag_id: dagId, dag_display_name: name }) => (
      <Link to="/dags/$dagId" params={{ dagId }} title={name}>
        <LongName name={name} />
      </Link>
    ),
    text: ({ dag_id: id }) => id,
  },
  {
    id: "run",
    track: "minmax(9rem, 1fr)",
    from: 800,
    sort: "run_after",
    draw: ({ dag_id: dagId, dag_run_id: runId }) => (
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
        <RunLabel runId={runId} />
      </Link>
    ),
    text: ({ dag_run_id: id }) => id,
  },
  {
    id: "runAfter",
    track: "10rem",
    isExtra: true,
    draw: ({ run_after: at }) => <When at={at} show="minute" />,
    text: ({ run_after: at }) => at,
  },
  {
    id: "start",
    track: "10rem",
    card: "line",
    sort: "start_date",
    draw: ({ start_date: at }) => <When at={at} show="minute" />,
    text: ({ start_date: at }) => at,
  },
  {
    id: "end",
    track: "10rem",
    isExtra: true,
    sort: "end_date",
    draw: ({ end_date: at }) => <When at={at} show="minute" />,
    text: ({ end_date: at }) => at,
  },
  {
    id: "took",
    track: "5.5rem",
    card: "line",
    sort: "duration",
    draw: ({ duration }) => <Took millis={duration === null ? null : duration * 1000} />,
    text: ({ duration }) => duration,
  },
  {
    id: "try",
    track: "3.5rem",
    from: 900,
    sort: "try_number",
    draw: ({ try_number: count }) => count,
    text: ({ try_number: count }) => count,
  },
  {
    id: "operator",
    track: "minmax(5rem, 0.7fr)",
    from: 1000,
    sort: "operator",
    draw: ({ operator_name: name }) => <span title={name ?? undefined}>{name}</span>,
    text: ({ operator_name: name }) => name,
  },
  {
    id: "pool",
    track: "minmax(5rem, 0.7fr)",
    from: 1100,
    draw: ({ pool }) => <span title={pool}>{pool}</span>,
    text: ({ pool }) => pool,
  },
  { id: "queue", track: "minmax(4rem, 0.5fr)", isExtra: true, draw: ({ queue }) => queue, text: ({ queue }) => queue },
  {
    id: "executor",
    track: "minmax(4rem, 0.5fr)",
    isExtra: true,
    draw: ({ executor }) => executor,
    text: ({ executor }) => executor,
  },
  {
    id: "host",
    track: "minmax(5rem, 0.6fr)",
    isExtra: true,
    draw: ({ hostname }) => <span title={hostname ?? undefined}>{hostname}</span>,
    text: ({ hostname }) => hostname,
  },
  {
    id: "note",
    track: "minmax(5rem, 0.6fr)",
    isExtra: true,
    draw: ({ note }) => <span title={note ?? undefined}>{note}</span>,
    text: ({ note }) => note,
  },
] as const satisfies readonly Omit<Column<TaskInstance>, "title">[];

/** @param without columns that say the same in each row here */
export function useTaskInstanceColumns(without: readonly string[] = []): readonly Column<TaskInstance>[] {
  const { t } = useTranslation("browse");
  return COLUMNS.filter(({ id }) => !without.includes(id)).map((column) => ({
    ...column,
    title: t(`column.${column.id}`),
  }));
}
