/** The columns of the list of DAGs. */
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { PauseSwitch } from "../dag/pause-switch.tsx";
import { ActiveRuns, LastRun, NextRun, Schedule, SuccessRate } from "./dag-cells.tsx";
import { DagName } from "./dag-name.tsx";
import type { DagRow } from "./dag-row.ts";
import { FavoriteStar } from "./favorite-star.tsx";
import { RecentRuns } from "./recent-runs.tsx";
import { TriggerButton } from "./trigger-button.tsx";

const COLUMNS = [
  {
    id: "switch",
    track: "40px",
    isFixed: true,
    card: "side",
    draw: (dag) => <PauseSwitch dagId={dag.dag_id} isPaused={dag.is_paused} size="xs" />,
  },
  {
    id: "favorite",
    sign: "☆",
    track: "24px",
    draw: (dag) => <FavoriteStar dagId={dag.dag_id} isFavorite={dag.is_favorite} />,
  },
  {
    id: "dag",
    track: "minmax(12rem, 2.5fr)",
    isFixed: true,
    card: "title",
    sort: "dag_display_name",
    draw: (dag) => <DagName dag={dag} />,
  },
  { id: "schedule", track: "minmax(9rem, 1.9fr)", from: 1000, draw: (dag) => <Schedule dag={dag} /> },
  {
    id: "recent",
    track: "140px",
    from: 800,
    card: "line",
    draw: (dag) => (dag.recent.length === 0 ? null : <RecentRuns dag={dag} />),
  },
  { id: "last", track: "15rem", card: "line", sort: "last_run_start_date", draw: (dag) => <LastRun dag={dag} /> },
  { id: "next", track: "10rem", from: 900, card: "line", sort: "next_dagrun", draw: (dag) => <NextRun dag={dag} /> },
  { id: "active", track: "6.5rem", from: 1200, draw: (dag) => <ActiveRuns dag={dag} /> },
  { id: "rate", track: "4rem", from: 1100, draw: (dag) => <SuccessRate dag={dag} /> },
  {
    id: "owner",
    track: "minmax(5rem, 0.6fr)",
    from: 1500,
    draw: ({ owners }) => <span title={owners.join(", ")}>{owners.join(", ")}</span>,
  },
  {
    id: "file",
    track: "minmax(8rem, 1fr)",
    isExtra: true,
    draw: ({ fileloc }) => <span title={fileloc}>{fileloc}</span>,
  },
  { id: "actions", track: "2rem", draw: (dag) => <TriggerButton dagId={dag.dag_id} /> },
] as const satisfies readonly Omit<Column<DagRow>, "title">[];

export function useDagColumns(): readonly Column<DagRow>[] {
  const { t } = useTranslation("dags");
  return COLUMNS.map((column) => ({ ...column, title: t(`column.${column.id}`) }));
}
