/** What the trigger will do, in few lines: the run, what it waits for, what to know before. */
import type { components } from "@momiji/client";
import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { Gap } from "../../parts/gap.tsx";
import { When } from "../../parts/when.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import { readState } from "../../states/state.ts";
import styles from "./trigger.module.css";

export type TriggerPreview = components["schemas"]["TriggerPreview"];

interface OutcomeProps {
  readonly preview: TriggerPreview;
  readonly switchesOn: boolean;
  onSwitchOn(isOn: boolean): void;
}

export function Outcome({ preview, switchesOn, onSwitchOn }: OutcomeProps) {
  const { t } = useTranslation(["trigger", "states"]);
  const { language } = usePreferences();
  const { run, existing, waits, warnings, triggers, estimateMs, total } = preview;
  return (
    <section className={styles["outcome"]} aria-label={t("trigger:outcome.label")} aria-live="polite">
      {existing !== null && (
        <p role="alert" className={styles["warning"]}>
          {t("trigger:outcome.existing", { run: existing.dag_run_id, state: t(`states:${readState(existing.state)}`) })}
        </p>
      )}
      {warnings.map(({ taskId, field, name }) => (
        <p key={`${taskId} ${field} ${name}`} className={styles["warning"]}>
          {t("trigger:outcome.needsDate", { task: taskId, field, name })}
        </p>
      ))}
      <p>
        {t("trigger:outcome.tasks", { count: total, version: run.version })}
        <Gap />
        {estimateMs !== null && t("trigger:outcome.estimate", { duration: durationText(estimateMs, language) })}
      </p>
      {run.interval !== null && run.interval[1] !== null && (
        <p>
          {t("trigger:outcome.covers")} <When at={run.interval[0]} /> → <When at={run.interval[1]} />
        </p>
      )}
      {waits.map(({ code, text }) => (
        <p key={code}>{t(`trigger:outcome.waits.${code}`, { defaultValue: text })}</p>
      ))}
      {waits.some(({ code }) => code === "dag_paused") && (
        <Checkbox
          size="xs"
          label={t("trigger:outcome.switchOn")}
          checked={switchesOn}
          onChange={({ currentTarget: { checked } }) => onSwitchOn(checked)}
        />
      )}
      {triggers.dags.length > 0 && <p>{t("trigger:outcome.listeners", { names: triggers.dags.join(", ") })}</p>}
    </section>
  );
}
