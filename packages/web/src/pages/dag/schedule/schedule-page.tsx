/** What the schedule will do, before it is switched on: each run with what it covers and when it begins. */
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { usePreferences } from "../../../preferences/preferences.ts";
import { ComingRuns, OnEnable } from "./coming-runs.tsx";
import { RunCalendar } from "./run-calendar.tsx";
import { useSchedule, Warnings } from "./schedule-warnings.tsx";
import styles from "./schedule.module.css";

export function SchedulePage() {
  const { t } = useTranslation("dag");
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const { language } = usePreferences();
  const { data, error, refetch } = useSchedule(dagId);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <p className={styles["words"]}>
        {data.text[language]}, {data.zone}. <code>{data.summary}</code>
      </p>
      <OnEnable onEnable={data.onEnable} zone={data.zone} />
      <Warnings warnings={data.warnings} />
      <Panel title={t("schedule.table")}>
        <ComingRuns rows={data.rows} zone={data.zone} />
      </Panel>
      <RunCalendar dagId={dagId} zone={data.zone} />
    </>
  );
}
