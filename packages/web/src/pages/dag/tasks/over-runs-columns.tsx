/** The columns of one task over the last runs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../parts/table/column.ts";
import { RunLabel } from "../../../parts/run-label.tsx";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import type { GridRow } from "../grid/grid.ts";
import type { TaskRun } from "./task-history.ts";

const COLUMNS = [
  { id: "state", track: "10rem", card: "side", draw: ({ state }) => <StateBadge state={state} /> },
  { id: "runAfter", track: "13rem", isExtra: true, draw: ({ run }) => <When at={run.runAfter} /> },
  { id: "took", track: "7rem", card: "line", draw: ({ millis }) => <Took millis={millis} /> },
  { id: "tries", track: "5rem", card: "line", draw: ({ tries }) => tries },
  { id: "version", track: "5rem", from: 700, draw: ({ run }) => `v${run.version}` },
] as const satisfies readonly Omit<Column<TaskRun>, "title">[];

export function useOverRunsColumns(dagId: string, row: GridRow): readonly Column<TaskRun>[] {
  const { t } = useTranslation("dag");
  const [state, ...others] = COLUMNS.map((column): Column<TaskRun> => ({
    ...column,
    title: t(`tasks.column.${column.id}`),
  }));
  const ofRun: Column<TaskRun> = {
    id: "run",
    title: t("tasks.column.run"),
    track: "minmax(10rem, 2fr)",
    isFixed: true,
    card: "title",
    draw: ({ run }) =>
      row.children === undefined ? (
        <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId: run.id, taskId: row.id }}>
          <RunLabel runId={run.id} />
        </Link>
      ) : (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: run.id }}>
          <RunLabel runId={run.id} />
        </Link>
      ),
  };
  return [...(state === undefined ? [] : [state]), ofRun, ...others];
}
