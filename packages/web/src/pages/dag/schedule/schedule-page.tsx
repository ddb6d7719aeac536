/** What the schedule will do, before it is switched on: each run with what it covers and when it begins. */
import { Button, TextInput } from "@mantine/core";
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Gap } from "../../../parts/gap.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { usePreferences } from "../../../preferences/preferences.ts";
import { AskedWhyCard } from "../../task/why/why-card.tsx";
import { ComingRuns, OnEnable } from "./coming-runs.tsx";
import { coveredBy } from "./covered.ts";
import { RunCalendar } from "./run-calendar.tsx";
import { readScheduleSearch, type ScheduleSearch } from "./schedule-search.ts";
import { type Shown, useSchedule, useShown, Warnings } from "./schedule-warnings.tsx";
import styles from "./schedule.module.css";
import { isTrial, MOST, STEP } from "./trial.ts";
import { TrialForm } from "./trial-form.tsx";

interface PartProps {
  readonly search: ScheduleSearch;
  onChange(search: ScheduleSearch): void;
}

export function SchedulePage() {
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const search = readScheduleSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: own, error: problem, refetch: again } = useSchedule(dagId);
  const { data, error, refetch } = useShown({ dagId, search, zone: own?.zone });
  if (problem !== null) return <ProblemPanel error={problem} onRetry={() => void again()} />;
  if (own === undefined) return null;
  const onChange = (next: ScheduleSearch): void =>
    void navigate({ to: "/dags/$dagId/schedule", params: { dagId }, search: next, replace: true });
  return (
    <>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {error === null && data !== undefined && <Words dagId={dagId} shown={data} isTried={isTrial(search)} />}
      {!isTrial(search) && <AskedWhyCard place={{ dagId }} />}
      <TrialForm key={search.cron ?? ""} search={search} zone={own.zone} onChange={onChange} />
      {error === null && data !== undefined && <Rows shown={data} search={search} onChange={onChange} />}
      <RunCalendar dagId={dagId} zone={own.zone} search={search} onChange={onChange} />
    </>
  );
}

interface WordsProps {
  readonly dagId: string;
  readonly shown: Shown;
  readonly isTried: boolean;
}

function Words({ dagId, shown, isTried }: WordsProps) {
  const { t } = useTranslation("dag");
  const { language } = usePreferences();
  // The head of the page has asked.
  const { data: dag } = useQuery<Pick<components["schemas"]["DAGResponse"], "is_paused">>({
    queryKey: ["dag", dagId],
    enabled: false,
  });
  const isOn = dag?.is_paused === false && !isTried;
  return (
    <>
      {isTried && <p className={styles["warning"]}>{t("schedule.trial.said")}</p>}
      <p className={styles["words"]}>
        {shown.text[language]} · {shown.zone} · <code>{shown.summary}</code>
      </p>
      <Covers shown={shown} />
      {!isOn && <OnEnable onEnable={shown.onEnable} zone={shown.zone} />}
      <Warnings shown={shown} />
    </>
  );
}

/** What a run is about, and whether it makes up for the past: what people new to schedules are surprised by. */
function Covers({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation("dag");
  const covered = coveredBy(shown);
  const isPeriodic = /_(interval|trigger)$/.test(shown.kind);
  if (!isPeriodic) return null;
  return (
    <p className={styles["words"]}>
      {covered !== null && t(`schedule.covered.${covered}`)}
      <Gap />
      {t(shown.catchup ? "schedule.catchupOn" : "schedule.catchupOff")}
    </p>
  );
}

function Rows({ shown, search, onChange }: PartProps & { readonly shown: Shown }) {
  const { t } = useTranslation("dag");
  const { from, rows = STEP, ...rest } = search;
  const isMore = shown.rows.length >= rows && rows < MOST;
  return (
    <Panel title={t("schedule.table")}>
      <TextInput
        className={styles["from"] ?? ""}
        size="xs"
        type="date"
        label={t("schedule.from", { zone: shown.zone })}
        value={from ?? ""}
        onChange={({ currentTarget: { value } }) => onChange(value === "" ? rest : { ...rest, from: value })}
      />
      <ComingRuns rows={shown.rows} zone={shown.zone} isFrom={from !== undefined} />
      {isMore && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          onClick={() => onChange({ ...search, rows: Math.min(rows + STEP, MOST) })}
        >
          {t("schedule.more")}
        </Button>
      )}
    </Panel>
  );
}
