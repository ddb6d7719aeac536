/** The columns of lists of runs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { ConfChips } from "./conf-chips.tsx";
import { DurationBar } from "./duration-bar.tsx";
import { FailedTasks } from "./failed-tasks.tsx";
import { type RunRow, waitedMillis } from "./run-row.ts";

export function useRunColumns(isOfAll: boolean, usual: ReadonlyMap<string, number>): readonly Column<RunRow>[] {
  const { t } = useTranslation("browse");
  const ofDag: Column<RunRow> = {
    id: "dag",
    title: t("column.dag"),
    track: "minmax(8rem, 1.5fr)",
    card: "title",
    sort: "dag_id",
    draw: ({ dag_id: dagId, dag_display_name: name }) => (
      <Link to="/dags/$dagId" params={{ dagId }} title={name}>
        {name}
      </Link>
    ),
    text: ({ dag_id: dagId }) => dagId,
  };
  return [
    {
      id: "state",
      title: t("column.state"),
      track: "7rem",
      card: "side",
      sort: "state",
      draw: ({ state }) => <StateBadge state={readState(state)} />,
      text: ({ state }) => state,
    },
    ...(isOfAll ? [ofDag] : []),
    {
      id: "run",
      title: t("column.run"),
      track: "minmax(10rem, 1.6fr)",
      isFixed: true,
      card: isOfAll ? "line" : "title",
      sort: "run_id",
      draw: ({ dag_id: dagId, dag_run_id: runId }) => (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }} title={runId}>
          {runId}
        </Link>
      ),
      text: ({ dag_run_id: runId }) => runId,
    },
    {
      id: "type",
      title: t("column.type"),
      track: "6.5rem",
      from: 900,
      draw: ({ run_type: type }) => t(`type.${type}`),
      text: ({ run_type: type }) => type,
    },
    ...useTimes(usual),
    {
      id: "failed",
      title: t("column.failedTasks"),
      track: "minmax(7rem, 1fr)",
      from: 1000,
      card: "line",
      draw: (run) => <FailedTasks run={run} />,
      text: ({ failed }) => failed.map(({ task_id: id }) => id).join(" "),
    },
    ...useOrigins(),
  ];
}

function useTimes(usual: ReadonlyMap<string, number>): readonly Column<RunRow>[] {
  const { t } = useTranslation("browse");
  return [
    {
      id: "runAfter",
      title: t("column.runAfter"),
      track: "9rem",
      card: "line",
      sort: "run_after",
      draw: ({ run_after: at }) => <When at={at} show="minute" />,
      text: ({ run_after: at }) => at,
    },
    {
      id: "start",
      title: t("column.start"),
      track: "9rem",
      from: 1250,
      sort: "start_date",
      draw: ({ start_date: at }) => <When at={at} show="minute" />,
      text: ({ start_date: at }) => at,
    },
    {
      id: "end",
      title: t("column.end"),
      track: "9rem",
      isExtra: true,
      sort: "end_date",
      draw: ({ end_date: at }) => <When at={at} show="minute" />,
      text: ({ end_date: at }) => at,
    },
    {
      id: "waited",
      title: t("column.waited"),
      track: "4.5rem",
      from: 1250,
      draw: (run) => <Took millis={waitedMillis(run)} />,
      text: (run) => waitedMillis(run),
    },
    {
      id: "took",
      title: t("column.took"),
      track: "8rem",
      from: 700,
      card: "line",
      sort: "duration",
      draw: ({ dag_id: dagId, duration }) => <DurationBar seconds={duration} usual={usual.get(dagId)} />,
      text: ({ duration }) => duration,
    },
    {
      id: "logicalDate",
      title: t("column.logicalDate"),
      track: "9rem",
      isExtra: true,
      sort: "logical_date",
      draw: ({ logical_date: at }) => <When at={at} show="minute" />,
      text: ({ logical_date: at }) => at,
    },
  ];
}

function useOrigins(): readonly Column<RunRow>[] {
  const { t } = useTranslation("browse");
  return [
    {
      id: "by",
      title: t("column.by"),
      track: "minmax(5rem, 0.6fr)",
      from: 1100,
      draw: ({ triggering_user_name: name, triggered_by: by }) => name ?? (by === null ? null : t(`by.${by}`)),
      text: ({ triggering_user_name: name, triggered_by: by }) => name ?? by,
    },
    {
      id: "version",
      title: t("column.version"),
      track: "4rem",
      from: 1200,
      draw: ({ dag_version: version }) => `v${version}`,
      text: ({ dag_version: version }) => version,
    },
    {
      id: "conf",
      title: t("column.conf"),
      track: "minmax(5rem, 0.8fr)",
      from: 1300,
      draw: ({ conf }) => <ConfChips conf={conf} />,
      text: ({ conf }) => JSON.stringify(conf ?? {}),
    },
    {
      id: "note",
      title: t("column.note"),
      track: "minmax(5rem, 0.8fr)",
      from: 1300,
      draw: ({ note }) => <span title={note ?? undefined}>{note}</span>,
      text: ({ note }) => note,
    },
  ];
}
