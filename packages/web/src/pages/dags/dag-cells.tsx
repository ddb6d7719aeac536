/** What stands in the columns of the list of DAGs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Took } from "../../parts/took.tsx";
import { useMoment } from "../../parts/use-moment.ts";
import { When } from "../../parts/when.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";

interface OfDag {
  readonly dag: DagRow;
}

/** The zone only where the schedule has moments. */
export function Schedule({ dag: { schedule, timetable_summary: cron, timetable_periodic: isPeriodic } }: OfDag) {
  const { t } = useTranslation("dags");
  const { language } = usePreferences();
  const words = schedule.text[language];
  if (cron === null)
    return (
      <span className={styles["zone"]} title={words}>
        {t("noSchedule")}
      </span>
    );
  return (
    <span title={[words, cron, schedule.zone].join("\n")}>
      {words} {isPeriodic && <span className={styles["zone"]}>{schedule.zone}</span>}
    </span>
  );
}

export function LastRun({ dag: { dag_id: dagId, lastRun } }: OfDag) {
  if (lastRun === null) return <span aria-hidden="true">–</span>;
  return (
    <span className={styles["last"]}>
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: lastRun.runId }}>
        <StateBadge state={readState(lastRun.state)} />
      </Link>
      <When at={lastRun.runAfter} show="minute" />
      {lastRun.durationMs !== null && <Took millis={lastRun.durationMs} />}
    </span>
  );
}

/** Of these somebody has written more than the word says. */
const TOLD: ReadonlySet<string> = new Set(["paused", "held", "run_type_not_allowed"]);

/** When, or why not. */
export function NextRun({ dag: { next, is_paused: isPaused } }: OfDag) {
  const { t } = useTranslation("dags");
  const moment = useMoment();
  const { runAfter, why, interval } = next;
  if (runAfter !== null && !isPaused) {
    const [from = null, to = null] = interval ?? [];
    const covers = from === null || to === null ? undefined : t("covers", { from: moment(from), to: moment(to) });
    return <When at={runAfter} show="minute" more={covers} />;
  }
  // The column of the schedule says so already.
  if (why === null || why.code === "no_schedule") return <span aria-hidden="true">–</span>;
  return (
    <span className={styles["zone"]} title={TOLD.has(why.code) ? why.text : undefined}>
      {t(`why.${why.code}`, { assets: why.assets.join(", ") })}
    </span>
  );
}

/** The limit holds for those that run; those that are queued wait for it. */
export function ActiveRuns({ dag: { active } }: OfDag) {
  const { t } = useTranslation("dags");
  const { running, queued, limit } = active;
  if (running + queued === 0) return null;
  return (
    <span title={t("running", { running, queued })}>
      {t(queued === 0 ? "active" : "activeQueued", { running, queued, limit: limit ?? "∞" })}
    </span>
  );
}

export function SuccessRate({ dag: { successRate: rate, ended } }: OfDag) {
  const { t } = useTranslation("dags");
  const { language } = usePreferences();
  if (rate === null) return <span aria-hidden="true">–</span>;
  return <span title={t("ended", ended)}>{rate.toLocaleString(language, { style: "percent" })}</span>;
}
