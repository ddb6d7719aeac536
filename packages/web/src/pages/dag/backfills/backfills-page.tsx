/** The backfills of a DAG: the one that goes on, and those before it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { openAct } from "../../../acts/open-act.ts";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import type { Column } from "../../../parts/table/column.ts";
import { DataTable } from "../../../parts/table/data-table.tsx";
import { When } from "../../../parts/when.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { type Backfill, phaseOf } from "./backfill.ts";
import styles from "./backfills.module.css";

const SETTLE_MILLIS = 500;
const MOST = 100;

export function BackfillsPage() {
  const { t } = useTranslation("backfill");
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const { reason } = useMay("backfills", "create", dagId);
  const queryKey = ["backfills", dagId];
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "backfill" && data.d === dagId,
  });
  const { data, error, refetch } = useQuery({
    enabled,
    queryKey,
    queryFn: ({ signal }) =>
      client.get("/api/v2/backfills", { params: { query: { dag_id: dagId, limit: MOST } }, signal }),
  });
  const create = (
    <GuardedButton
      size="compact-sm"
      variant="default"
      reason={reason}
      onClick={() => openAct({ kind: "backfill", dagId })}
    >
      {t("new")}
    </GuardedButton>
  );
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Panel title={t("title")} count={data.total_entries}>
      <div className={styles["tools"]}>{create}</div>
      {data.backfills.length === 0 ? (
        <Empty>{t("empty")}</Empty>
      ) : (
        <BackfillTable backfills={data.backfills} total={data.total_entries} />
      )}
    </Panel>
  );
}

function useColumns(): readonly Column<Backfill>[] {
  const { t } = useTranslation("backfill");
  const moment = (id: "created" | "completed", from: number): Column<Backfill> => ({
    id,
    title: t(`column.${id}`),
    track: "13rem",
    from,
    draw: (each) => <When at={each[`${id}_at`]} />,
  });
  return [
    {
      id: "id",
      title: t("column.backfill"),
      track: "6rem",
      card: "title",
      isFixed: true,
      draw: ({ id, dag_id: dagId }) => (
        <Link to="/dags/$dagId/backfills/$backfillId" params={{ dagId, backfillId: String(id) }}>
          #{id}
        </Link>
      ),
    },
    { id: "phase", title: t("column.phase"), track: "8rem", card: "side", draw: (each) => t(`phase.${phaseOf(each)}`) },
    {
      id: "dates",
      title: t("column.dates"),
      track: "minmax(16rem, 2fr)",
      card: "line",
      draw: ({ from_date: from, to_date: to }) => (
        <span>
          <When at={from} show="minute" /> → <When at={to} show="minute" />
        </span>
      ),
    },
    {
      id: "reprocess",
      title: t("which"),
      track: "minmax(10rem, 1fr)",
      draw: ({ reprocess_behavior: how }) => t(`reprocess.${how}`),
    },
    { id: "max", title: t("maxActive"), track: "7rem", from: 850, draw: ({ max_active_runs: max }) => max },
    moment("created", 1000),
    moment("completed", 1150),
  ];
}

function BackfillTable({ backfills, total }: { readonly backfills: readonly Backfill[]; readonly total: number }) {
  const { t } = useTranslation("backfill");
  return (
    <DataTable
      name="backfills"
      label={t("title")}
      columns={useColumns()}
      rows={backfills}
      total={total}
      keyOf={({ id }) => String(id)}
      nameOf={({ id }) => `#${id}`}
    />
  );
}
