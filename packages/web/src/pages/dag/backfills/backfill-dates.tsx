/** Every date of a backfill, with its run. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../parts/table/column.ts";
import { DataTable } from "../../../parts/table/data-table.tsx";
import { RunLabel } from "../../../parts/run-label.tsx";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import type { BackfillDate } from "./backfill.ts";

interface BackfillDatesProps {
  readonly dagId: string;
  readonly dates: readonly BackfillDate[];
}

export function BackfillDates({ dagId, dates }: BackfillDatesProps) {
  const { t } = useTranslation("backfill");
  const columns: readonly Column<BackfillDate>[] = [
    { id: "ordinal", title: t("column.ordinal"), track: "4rem", draw: ({ ordinal }) => ordinal },
    {
      id: "date",
      title: t("column.date"),
      track: "14rem",
      card: "title",
      isFixed: true,
      draw: ({ logical_date: at }) => <When at={at} />,
    },
    {
      id: "state",
      title: t("column.state"),
      track: "10rem",
      card: "side",
      draw: ({ state, exception_reason: reason }) =>
        state === null ? (
          <span>{t(reason === null ? "gone" : reason === "in flight" ? "reason.inFlight" : "reason.exists")}</span>
        ) : (
          <StateBadge state={readState(state)} />
        ),
    },
    {
      id: "run",
      title: t("column.run"),
      track: "minmax(12rem, 1fr)",
      card: "line",
      draw: ({ dag_run_id: runId }) =>
        runId !== null && (
          <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
            <RunLabel runId={runId} />
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      name="backfill-dates"
      label={t("intervals")}
      columns={columns}
      rows={dates}
      total={dates.length}
      keyOf={({ ordinal }) => String(ordinal)}
      nameOf={({ logical_date: date }) => date ?? ""}
    />
  );
}
