/** The columns of lists of runs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { LongName } from "../../parts/long-name.tsx";
import { RunLabel } from "../../parts/run-label.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { ConfChips } from "./conf-chips.tsx";
import { DurationBar } from "./duration-bar.tsx";
import { FailedTasks } from "./failed-tasks.tsx";
import { RunOrigin, RunTypeWord } from "./run-words.tsx";
import { type RunRow, waitedMillis } from "./run-row.ts";

const OF_DAG = {
  id: "dag",
  track: "minmax(8rem, 1.5fr)",
  card: "title",
  sort: "dag_id",
  draw: ({ dag_id: dagId, dag_display_name: name }) => (
    <Link to="/dags/$dagId" params={{ dagId }} title={name}>
      <LongName name={name} />
    </Link>
  ),
  text: ({ dag_id: dagId }) => dagId,
} as const satisfies Omit<Column<RunRow>, "title">;

const COLUMNS = [
  {
    id: "state",
    track: "6.5rem",
    card: "side",
    sort: "state",
    draw: ({ state }) => <StateBadge state={readState(state)} />,
    text: ({ state }) => state,
  },
  {
    id: "run",
    track: "minmax(9rem, 1.2fr)",
    isFixed: true,
    card: "title",
    sort: "run_after",
    draw: ({ dag_id: dagId, dag_run_id: runId }) => (
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
        <RunLabel runId={runId} />
      </Link>
    ),
    text: ({ dag_run_id: runId }) => runId,
  },
  {
    id: "type",
    track: "6.5rem",
    from: 900,
    draw: ({ run_type: type }) => <RunTypeWord type={type} />,
    text: ({ run_type: type }) => type,
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
    from: 1100,
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
    id: "waited",
    track: "4.5rem",
    from: 1250,
    draw: (run) => <Took millis={waitedMillis(run)} />,
    text: (run) => waitedMillis(run),
  },
  {
    id: "took",
    track: "8rem",
    from: 700,
    card: "line",
    sort: "duration",
    draw: ({ duration, usual }) => <DurationBar seconds={duration} usual={usual} />,
    text: ({ duration }) => duration,
  },
  {
    id: "logicalDate",
    track: "10rem",
    isExtra: true,
    sort: "logical_date",
    draw: ({ logical_date: at }) => <When at={at} show="minute" />,
    text: ({ logical_date: at }) => at,
  },
  {
    id: "failedTasks",
    track: "minmax(7rem, 1fr)",
    from: 1000,
    card: "line",
    draw: (run) => (run.failed.length === 0 ? null : <FailedTasks run={run} />),
    text: ({ failed }) => failed.map(({ task_id: id }) => id).join(" "),
  },
  {
    id: "by",
    track: "minmax(5rem, 0.6fr)",
    from: 1100,
    draw: (run) => <RunOrigin run={run} />,
    text: ({ triggering_user_name: name, triggered_by: by }) => name ?? by,
  },
  {
    id: "version",
    track: "4rem",
    from: 1200,
    draw: ({ dag_version: version }) => `v${version}`,
    text: ({ dag_version: version }) => version,
  },
  {
    id: "conf",
    track: "minmax(5rem, 0.8fr)",
    from: 1300,
    draw: ({ conf }) => <ConfChips conf={conf} />,
    text: ({ conf }) => JSON.stringify(conf ?? {}),
  },
  {
    id: "note",
    track: "minmax(5rem, 0.8fr)",
    from: 1400,
    draw: ({ note }) => <span title={note ?? undefined}>{note}</span>,
    text: ({ note }) => note,
  },
] as const satisfies readonly Omit<Column<RunRow>, "title">[];

export function useRunColumns(isOfAll: boolean): readonly Column<RunRow>[] {
  const { t } = useTranslation("browse");
  const columns = COLUMNS.map((column): Column<RunRow> => ({ ...column, title: t(`column.${column.id}`) }));
  if (!isOfAll) return columns;
  const [state, ...others] = columns.map(besideDag);
  return [...(state === undefined ? [] : [state]), { ...OF_DAG, title: t("column.dag") }, ...others];
}

/** Pixels that the column of the DAG takes from the others. */
const OF_DAG_WIDTH = 150;

function besideDag(column: Column<RunRow>): Column<RunRow> {
  const { id, from } = column;
  const card = id === "run" ? { card: "line" as const } : {};
  return { ...column, ...card, ...(from === undefined ? {} : { from: from + OF_DAG_WIDTH }) };
}
