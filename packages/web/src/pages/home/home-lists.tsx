/** The shorter parts of the page that greets. */
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../format/instant.ts";
import { now } from "../../now.ts";
import { Empty, Panel } from "../../parts/panel.tsx";
import { Took } from "../../parts/took.tsx";
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
      <ul className={`${styles["rows"]} ${styles["running"]}`}>
        {running.map((run) => (
          <RunningRun key={`${run.dagId} ${run.runId}`} run={run} />
        ))}
      </ul>
    </Panel>
  );
}

/** How far it is, and whether it takes longer than usual. */
function RunningRun({ run }: { readonly run: Home["running"][number] }) {
  const { t } = useTranslation("home");
  const { dagId, runId, state, start, tasks, usualMs } = run;
  const begun = readInstant(start);
  const words = t("progress", { count: tasks.all, done: tasks.done });
  return (
    <li>
      <StateBadge state={state} />
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }} title={runId}>
        {dagId}
      </Link>
      {tasks.all > 0 && (
        <>
          <meter min={0} max={tasks.all} value={tasks.done} aria-label={`${dagId}: ${words}`} />
          <span className={styles["quiet"]}>{words}</span>
        </>
      )}
      {begun !== null && (
        <span className={styles["quiet"]}>
          <Took millis={now() - begun} />
          {usualMs !== null && (
            <>
              {" "}
              {t("usual")} <Took millis={usualMs} />
            </>
          )}
        </span>
      )}
    </li>
  );
}

const LateReason = lazy(() => import("./late-reason.tsx"));

export function LateRuns({ home: { late } }: PartProps) {
  const { t } = useTranslation("home");
  if (late.length === 0) return null;
  return (
    <Panel title={t("late")} count={late.length}>
      <ul className={styles["rows"]}>
        {late.map(({ dagId, runId, name, due, why }) => (
          <li key={`${dagId} ${runId} ${name}`}>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              {dagId}
            </Link>
            <span>{name}</span>
            <When at={due} show="minute" />
            {why !== null && (
              <Suspense>
                <LateReason why={why} />
              </Suspense>
            )}
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

/** `slots` -1: it has no limit. */
function PoolWords({ used, slots }: { readonly used: number; readonly slots: number }) {
  const { t } = useTranslation("home");
  if (slots < 0) return <span className={styles["quiet"]}>{t("poolEndless", { used })}</span>;
  if (used < slots) return <span className={styles["quiet"]}>{t("poolUse", { used, slots })}</span>;
  return <span className={styles["full"]}>{slots === 0 ? t("poolNone") : t("poolFull", { used, slots })}</span>;
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
            <meter min={0} max={Math.max(slots, 1)} value={slots < 0 ? 0 : used} aria-label={name} />
            <PoolWords used={used} slots={slots} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
