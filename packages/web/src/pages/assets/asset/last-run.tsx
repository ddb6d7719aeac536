/** The newest run of a DAG. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import type { Consumer, Producer } from "../assets.ts";
import styles from "../assets.module.css";

export function LastRun({ dag: { dagId, lastRun } }: { readonly dag: Producer | Consumer }) {
  const { t } = useTranslation("assets");
  if (lastRun === null) return <span className={styles["quiet"]}>{t("neverRun")}</span>;
  return (
    <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: lastRun.runId }} title={lastRun.runId}>
      <StateBadge state={readState(lastRun.state)} /> <When at={lastRun.runAfter} show="minute" />
    </Link>
  );
}
