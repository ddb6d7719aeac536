/** How the DAG has fared lately, in one line that the reader may fold; its documentation is one click away. */
import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { IconChevronDown, IconChevronRight } from "../../../parts/icons.ts";
import { Markdown } from "../../../parts/markdown.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import { changePreferences, usePreferences } from "../../../preferences/preferences.ts";
import type { Grid, GridRun } from "./grid.ts";
import styles from "./grid.module.css";
import { overviewOf } from "./overview.ts";

interface OverviewStripProps {
  readonly dagId: string;
  readonly columns: Grid["columns"];
}

export function OverviewStrip({ dagId, columns }: OverviewStripProps) {
  const { t } = useTranslation("dag");
  const isOpen = usePreferences().overview === "open";
  const label = t("overview.label");
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles["overview"]} aria-label={label}>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-expanded={isOpen}
        title={label}
        onClick={() => changePreferences({ overview: isOpen ? "closed" : "open" })}
      >
        <Chevron size={14} aria-hidden="true" />
        {!isOpen && label}
      </Button>
      {isOpen && <Numbers dagId={dagId} columns={columns} />}
      {isOpen && <Docs dagId={dagId} />}
    </section>
  );
}

function Numbers({ dagId, columns }: OverviewStripProps) {
  const { t } = useTranslation("dag");
  const { runs, successRate, medianMillis, p95Millis, trend, lastFailure, missed } = useMemo(
    () => overviewOf(columns.map(({ run }) => run)),
    [columns],
  );
  return (
    <>
      {successRate !== null && (
        <>
          <span>{t("overview.success", { share: successRate, count: runs })}</span>
          {medianMillis !== null && (
            <span>
              {t("overview.median")} <Took millis={medianMillis} />
            </span>
          )}
          {p95Millis !== null && (
            <span>
              {t("overview.p95")} <Took millis={p95Millis} />
            </span>
          )}
          {trend !== null && (
            <span>{t(trend > 0 ? "overview.slower" : "overview.faster", { share: Math.abs(trend) })}</span>
          )}
          <LastFailure dagId={dagId} run={lastFailure} />
        </>
      )}
      {missed > 0 && (
        <Link to="/deadlines" search={{ dag_id: dagId, state: ["missed"] }}>
          {t("overview.missed", { count: missed })}
        </Link>
      )}
    </>
  );
}

function LastFailure({ dagId, run }: { readonly dagId: string; readonly run: GridRun | null }) {
  const { t } = useTranslation("dag");
  if (run === null) return <span>{t("overview.noFailure")}</span>;
  return (
    <span>
      {t("overview.lastFailure")}{" "}
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: run.id }}>
        <When at={run.runAfter} show="minute" />
      </Link>
    </span>
  );
}

function Docs({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation("dag");
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["dag", dagId, "details"],
    enabled: isOpen,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/details", { params: { path: { dag_id: dagId } }, signal }),
  });
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {t("overview.docs")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("overview.docsOf", { dag: dagId })} size="lg">
        {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
        {data !== undefined && (data.doc_md ? <Markdown text={data.doc_md} /> : <Empty>{t("overview.noDocs")}</Empty>)}
      </Modal>
    </>
  );
}
