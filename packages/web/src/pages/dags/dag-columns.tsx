/** The columns of the list of DAGs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { PauseSwitch } from "../dag/pause-switch.tsx";
import { DagName } from "./dag-name.tsx";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";
import { FavoriteStar } from "./favorite-star.tsx";
import { RecentRuns } from "./recent-runs.tsx";
import { TriggerButton } from "./trigger-button.tsx";

export function useDagColumns(): readonly Column<DagRow>[] {
  const { t } = useTranslation("dags");
  const { language } = usePreferences();
  const column = (id: DagColumn["id"], more: Omit<DagColumn, "id" | "title">): Column<DagRow> => ({
    id,
    title: t(`column.${id}`),
    ...more,
  });
  return [
    column("switch", {
      track: "40px",
      isFixed: true,
      card: "side",
      draw: (dag) => <PauseSwitch dagId={dag.dag_id} isPaused={dag.is_paused} size="xs" />,
    }),
    column("favorite", {
      track: "24px",
      draw: (dag) => <FavoriteStar dagId={dag.dag_id} isFavorite={dag.is_favorite} />,
    }),
    column("dag", {
      track: "minmax(12rem, 4fr)",
      isFixed: true,
      card: "title",
      sort: "dag_display_name",
      draw: (dag) => <DagName dag={dag} />,
    }),
    column("schedule", {
      track: "minmax(8rem, 1.2fr)",
      from: 1000,
      draw: ({ schedule, timetable_summary: cron }) => (
        <span title={[cron, schedule.zone].filter((part) => part !== null).join(" ")}>
          {schedule.text[language]} <span className={styles["zone"]}>{schedule.zone}</span>
        </span>
      ),
    }),
    column("recent", { track: "140px", from: 800, card: "line", draw: (dag) => <RecentRuns dag={dag} /> }),
    column("last", {
      track: "15rem",
      card: "line",
      sort: "last_run_start_date",
      draw: (dag) => <LastRun dag={dag} />,
    }),
    column("next", {
      track: "8.5rem",
      from: 900,
      card: "line",
      sort: "next_dagrun",
      draw: (dag) => <NextRun dag={dag} />,
    }),
    column("active", {
      track: "4.5rem",
      from: 1200,
      draw: ({ active: { running, queued, limit } }) =>
        running + queued > 0 && (
          <span title={t("running", { running, queued })}>
            {t("active", { count: running + queued, limit: limit ?? "∞" })}
          </span>
        ),
    }),
    column("rate", {
      track: "4rem",
      from: 1100,
      draw: ({ successRate: rate, ended }) =>
        rate === null ? (
          "–"
        ) : (
          <span title={t("ended", ended)}>{rate.toLocaleString(language, { style: "percent" })}</span>
        ),
    }),
    column("owner", {
      track: "minmax(5rem, 0.6fr)",
      from: 1300,
      draw: ({ owners }) => <span title={owners.join(", ")}>{owners.join(", ")}</span>,
    }),
    column("file", {
      track: "minmax(8rem, 1fr)",
      isExtra: true,
      draw: ({ fileloc }) => <span title={fileloc}>{fileloc}</span>,
    }),
    column("actions", { track: "2rem", draw: (dag) => <TriggerButton dagId={dag.dag_id} /> }),
  ];
}

interface DagColumn extends Column<DagRow> {
  readonly id:
    | "switch"
    | "favorite"
    | "dag"
    | "schedule"
    | "recent"
    | "last"
    | "next"
    | "active"
    | "rate"
    | "owner"
    | "file"
    | "actions";
}

function LastRun({ dag: { dag_id: dagId, lastRun } }: { readonly dag: DagRow }) {
  if (lastRun === null) return <span aria-hidden="true">–</span>;
  return (
    <span className={styles["last"]}>
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: lastRun.runId }}>
        <StateBadge state={readState(lastRun.state)} />
      </Link>
      <When at={lastRun.runAfter} show="minute" />
      {lastRun.durationMs !== null && <Took millis={lastRun.durationMs} />}
    </span>
  );
}

function NextRun({ dag: { next, is_paused: isPaused } }: { readonly dag: DagRow }) {
  const { t } = useTranslation("dags");
  const { runAfter, why } = next;
  if (runAfter !== null && !isPaused) return <When at={runAfter} show="minute" />;
  if (why === null) return <span aria-hidden="true">–</span>;
  return (
    <span className={styles["zone"]} title={why.text}>
      {t(`why.${why.code}`, { assets: why.assets.join(", ") })}
    </span>
  );
}
