/** The shorter parts of the page that greets. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../parts/panel.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

interface PartProps {
  readonly home: Home;
}

export function RunningRuns({ home: { running, counts } }: PartProps) {
  const { t } = useTranslation("home");
  return (
    <Panel title={t("running")} count={counts.active}>
      {running.length === 0 && <Empty>{t("noneRunning")}</Empty>}
      <ul className={styles["rows"]}>
        {running.map(({ dagId, runId, state, start }) => (
          <li key={`${dagId} ${runId}`}>
            <StateBadge state={state} />
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              {dagId}
            </Link>
            <When at={start} show="minute" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function LateRuns({ home: { late } }: PartProps) {
  const { t } = useTranslation("home");
  if (late.length === 0) return null;
  return (
    <Panel title={t("late")} count={late.length}>
      <ul className={styles["rows"]}>
        {late.map(({ dagId, runId, name, due }) => (
          <li key={`${dagId} ${runId} ${name}`}>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              {dagId}
            </Link>
            <span>{name}</span>
            <When at={due} show="minute" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ComingRuns({ home: { next } }: PartProps) {
  const { t } = useTranslation("home");
  return (
    <Panel title={t("next")} count={next.length}>
      {next.length === 0 && <Empty>{t("noneNext")}</Empty>}
      <ul className={styles["rows"]}>
        {next.map(({ dagId, runAfter }) => (
          <li key={dagId}>
            <When at={runAfter} show="minute" />
            <Link to="/dags/$dagId" params={{ dagId }}>
              {dagId}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function PoolUse({ home: { pools } }: PartProps) {
  const { t } = useTranslation("home");
  if (pools.length === 0) return null;
  return (
    <Panel title={t("pools")} count={pools.length}>
      <ul className={`${styles["rows"]} ${styles["pools"]}`}>
        {pools.map(({ name, slots, occupied_slots: used }) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={slots} value={used} aria-label={name} />
            <span className={styles["quiet"]}>{t("poolUse", { used, slots })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
