/** The columns of a list of task instances of one run. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import type { TaskInstance } from "../run/run-data.ts";
import { TaskLink } from "../run/task-link.tsx";

/** @param isMapped they are instances of one task: their indices and labels are what tells them apart */
export function useInstanceColumns(isMapped: boolean): readonly Column<TaskInstance>[] {
  const { t } = useTranslation("run");
  const state: Column<TaskInstance> = {
    id: "state",
    title: t("column.state"),
    track: "10rem",
    sort: "urgency",
    card: "side",
    draw: (row) => <StateBadge state={readState(row.state)} />,
  };
  return [state, ...(isMapped ? labelColumns(t) : [taskColumn(t)]), ...courseColumns(t), ...placeColumns(t)];
}

type Words = TFunction<"run">;

function taskColumn(t: Words): Column<TaskInstance> {
  const track = "minmax(10rem, 2fr)";
  return { id: "task", title: t("column.task"), track, card: "title", isFixed: true, draw: drawName };
}

function labelColumns(t: Words): readonly Column<TaskInstance>[] {
  return [
    { id: "index", title: t("column.index"), track: "5rem", sort: "map_index", draw: (row) => row.map_index },
    {
      id: "label",
      title: t("column.label"),
      track: "minmax(8rem, 2fr)",
      sort: "rendered_map_index",
      card: "title",
      isFixed: true,
      draw: drawName,
    },
  ];
}

function courseColumns(t: Words): readonly Column<TaskInstance>[] {
  return [
    {
      id: "start",
      title: t("column.start"),
      track: "12rem",
      sort: "start_date",
      from: 760,
      card: "line",
      // What never began has the moment of its end there.
      draw: (row) => <When at={row.try_number === 0 ? null : row.start_date} />,
    },
    {
      id: "took",
      title: t("column.took"),
      track: "6rem",
      sort: "duration",
      card: "line",
      draw: (row) => <Took millis={row.duration === null || row.try_number === 0 ? null : row.duration * 1000} />,
    },
    { id: "try", title: t("column.try"), track: "4rem", sort: "try_number", draw: (row) => row.try_number },
  ];
}

function placeColumns(t: Words): readonly Column<TaskInstance>[] {
  return [
    {
      id: "operator",
      title: t("column.operator"),
      track: "7rem",
      sort: "operator",
      from: 620,
      draw: (row) => row.operator,
    },
    { id: "worker", title: t("column.worker"), track: "8rem", isExtra: true, draw: (row) => row.hostname },
    { id: "pool", title: t("column.pool"), track: "8rem", isExtra: true, draw: (row) => row.pool },
  ];
}

function drawName(row: TaskInstance) {
  const place = { dagId: row.dag_id, runId: row.dag_run_id };
  return <TaskLink place={place} taskId={row.task_id} mapIndex={row.map_index} label={row.rendered_map_index} />;
}
