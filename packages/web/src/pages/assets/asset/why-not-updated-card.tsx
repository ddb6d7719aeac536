/** Why an asset has not changed of late, one line for each DAG that could change it. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { AssetOverview } from "../assets.ts";
import styles from "../assets.module.css";
import { type WhyNot, whyNotUpdated } from "./why-not-updated.ts";

interface WhyNotUpdatedProps {
  readonly overview: AssetOverview;
  /** It should have changed by now, or never did; else this says what changes it next. */
  readonly isLate: boolean;
}

export function WhyNotUpdated({ overview, isLate }: WhyNotUpdatedProps) {
  const { t } = useTranslation("assets");
  const reasons = whyNotUpdated(overview);
  return (
    <Panel title={t(isLate ? "why.title" : "why.coming")}>
      {reasons.length === 0 && <Empty>{t("why.nobody")}</Empty>}
      <ul className={styles["plain"]}>
        {reasons.map((reason) => (
          <Reason key={reason.producer.dagId} reason={reason} />
        ))}
      </ul>
    </Panel>
  );
}

function Reason({ reason: { cause, producer } }: { readonly reason: WhyNot }) {
  const { t } = useTranslation("assets");
  const { dagId, lastRun, next } = producer;
  return (
    <li>
      <Link to="/dags/$dagId" params={{ dagId }}>
        {dagId}
      </Link>{" "}
      {cause === "waits" && next.why !== null
        ? t(`why.next.${next.why.code}`, { assets: next.why.assets.join(", "), defaultValue: next.why.text })
        : t(`why.${cause === "waits" ? "scheduled" : cause}`)}{" "}
      {(cause === "failed" || cause === "silent") && lastRun !== null && (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: lastRun.runId }} title={lastRun.runId}>
          <When at={lastRun.runAfter} />
        </Link>
      )}
      {cause === "scheduled" && <When at={next.runAfter} />}
    </li>
  );
}
