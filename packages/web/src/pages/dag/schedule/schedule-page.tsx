/** What the schedule will do, before it is switched on: each run with what it covers and when it begins. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { usePreferences } from "../../../preferences/preferences.ts";
import { ComingRuns, OnEnable } from "./coming-runs.tsx";
import { RunCalendar } from "./run-calendar.tsx";
import type words from "../../../i18n/en/dag.json";
import styles from "./schedule.module.css";

const SHOWN = 10;

type WarningCode = keyof (typeof words)["schedule"]["warnings"];

export function SchedulePage() {
  const { t } = useTranslation("dag");
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const { language } = usePreferences();
  const { data, error, refetch } = useQuery({
    queryKey: ["schedule", dagId],
    queryFn: ({ signal }) => client.post("/api/momiji/v1/schedule/preview", { body: { dagId, count: SHOWN }, signal }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <p className={styles["words"]}>
        {data.text[language]}, {data.zone}. <code>{data.summary}</code>
      </p>
      <OnEnable onEnable={data.onEnable} zone={data.zone} />
      {data.warnings.map(({ code }) => (
        <p key={code} className={styles["warning"]}>
          {t(`schedule.warnings.${code as WarningCode}`, { defaultValue: code })}
        </p>
      ))}
      <Panel title={t("schedule.table")}>
        <ComingRuns rows={data.rows} zone={data.zone} />
      </Panel>
      <RunCalendar dagId={dagId} zone={data.zone} />
    </>
  );
}
