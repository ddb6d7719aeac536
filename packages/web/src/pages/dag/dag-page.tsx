/** A DAG: what stands above all its views, and the way from one to another. */
import { MomijiError } from "@momiji/client";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTabStrip } from "../../parts/tab-strip.ts";
import { useTitle } from "../../parts/use-title.ts";
import { useOpenDag } from "../../preferences/zone.ts";
import { DagHead } from "./dag-head.tsx";
import { NoDag } from "./no-dag.tsx";
import { useDag } from "./use-dag.ts";
import styles from "./dag.module.css";

const TABS = [
  { to: "/dags/$dagId", word: "tabs.grid", exact: true },
  { to: "/dags/$dagId/runs", word: "tabs.runs", exact: true },
  { to: "/dags/$dagId/tasks", word: "tabs.tasks", exact: false },
  { to: "/dags/$dagId/schedule", word: "tabs.schedule", exact: true },
  { to: "/dags/$dagId/backfills", word: "tabs.backfills", exact: false },
  { to: "/dags/$dagId/code", word: "tabs.code", exact: true },
  { to: "/dags/$dagId/events", word: "tabs.events", exact: true },
  { to: "/dags/$dagId/details", word: "tabs.details", exact: true },
] as const;

const NOT_FOUND = 404;

export function DagPage() {
  const { t } = useTranslation("dag");
  const { dagId, runId } = useParams({ strict: false }) as { dagId: string; runId?: string };
  const tabs = useTabStrip();
  useTitle(dagId);
  const { data: dag, error, refetch } = useDag(dagId);
  useOpenDag(dag?.timezone);
  if (error instanceof MomijiError && error.status === NOT_FOUND)
    return <NoDag dagId={dagId} error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles["dag"]} data-run={runId !== undefined}>
      <DagHead dagId={dagId} dag={dag} />
      <nav ref={tabs} aria-label={t("tabs.label", { dag: dagId })} className={styles["tabs"]}>
        {TABS.map(({ to, word, exact }) => (
          <Link
            key={to}
            to={to}
            params={{ dagId }}
            activeOptions={{ exact, includeSearch: false }}
            // A run or task is shown beside the grid.
            data-around={to === "/dags/$dagId" && runId !== undefined}
          >
            {t(word)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
