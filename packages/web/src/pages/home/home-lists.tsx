/** The shorter parts of the page that greets. */
import { Link, type LinkProps } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../format/instant.ts";
import { now } from "../../now.ts";
import { Empty, Panel } from "../../parts/panel.tsx";
import { RunLabel } from "../../parts/run-label.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

interface PartProps {
  readonly home: Home;
}

interface MoreProps extends Pick<LinkProps, "to" | "search"> {
  readonly count: number;
  /** Absent: of what the list is about. */
  readonly word?: "failures" | "importErrors" | "questions";
}

/** What a list leaves out stands in one that is whole. */
export function More({ count, word, ...link }: MoreProps) {
  const { t } = useTranslation("home");
  if (count <= 0) return null;
  return (
    <p className={styles["more"]}>
      <Link {...link}>{t(word === undefined ? "more" : `moreOf.${word}`, { count })}</Link>
    </p>
  );
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
      <More count={counts.active - running.length} to="/runs" search={{ state: ["running", "queued"], all: true }} />
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

export function LateRuns({ home: { late, totals } }: PartProps) {
  const { t } = useTranslation("home");
  if (late.length === 0) return null;
  return (
    <Panel title={t("late")} count={totals.late}>
      <ul className={styles["rows"]}>
        {late.map(({ dagId, runId, name, due, why }) => (
          <li key={`${dagId} ${runId} ${name}`}>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              {dagId} · <RunLabel runId={runId} />
            </Link>
            <span>{name}</span>
            <span>
              {t("due")} <When at={due} show="minute" />
            </span>
            {why !== null && (
              <Suspense>
                <LateReason why={why} />
              </Suspense>
            )}
          </li>
        ))}
      </ul>
      <More count={totals.late - late.length} to="/deadlines" search={{ state: ["missed"] }} />
    </Panel>
  );
}

export function ComingRuns({ home: { next, totals } }: PartProps) {
  const { t } = useTranslation("home");
  return (
    <Panel title={t("next")} count={totals.next}>
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
      <More count={totals.next - next.length} to="/dags" search={{ paused: false, sort: "next_dagrun" }} />
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
        {pools.map(({ name, slots, occupied_slots: used, running_slots: running, queued_slots: queued }) => (
          <li key={name}>
            <Link to="/pools/$poolName" params={{ poolName: name }}>
              {name}
            </Link>
            <meter min={0} max={Math.max(slots, 1)} value={slots < 0 ? 0 : used} aria-label={name} />
            <PoolWords used={used} slots={slots} />
            <small>{t("poolHeld", { running, queued })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
