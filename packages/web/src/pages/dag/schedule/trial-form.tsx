/** Another schedule is typed to see what it would do. Nothing is saved: the schedule stands in the DAG's file. */
import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduleSearch } from "./schedule-search.ts";
import styles from "./schedule.module.css";
import { isTrial } from "./trial.ts";

interface TrialFormProps {
  readonly search: ScheduleSearch;
  /** Of the schedule that is shown. */
  readonly zone: string;
  onChange(search: ScheduleSearch): void;
}

export function TrialForm({ search, zone, onChange }: TrialFormProps) {
  const { t } = useTranslation("dag");
  const [typed, setTyped] = useState({
    cron: search.cron ?? "",
    zone: search.zone ?? zone,
    start: search.start ?? "",
    catchup: search.catchup === true,
  });
  const fieldOf = (name: "cron" | "zone" | "start") => ({
    size: "xs",
    label: t(`schedule.trial.${name}`),
    value: typed[name],
    required: true,
    withAsterisk: false,
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      setTyped((before) => ({ ...before, [name]: value })),
  });
  const zoned = t("schedule.trial.startZone", { zone: typed.zone === "" ? "UTC" : typed.zone });
  return (
    <details className={styles["trial"]} open={isTrial(search)}>
      <summary>{t("schedule.trial.title")}</summary>
      <form
        aria-label={t("schedule.trial.title")}
        onSubmit={(event) => {
          event.preventDefault();
          const { catchup, ...rest } = typed;
          onChange({ ...rest, ...(catchup ? { catchup } : {}) });
        }}
      >
        <TextInput {...fieldOf("cron")} placeholder="0 3 * * *" />
        <TextInput {...fieldOf("zone")} />
        <TextInput {...fieldOf("start")} type="date" description={zoned} />
        <Checkbox
          size="xs"
          label={t("schedule.trial.catchup")}
          checked={typed.catchup}
          onChange={({ currentTarget: { checked } }) => setTyped((before) => ({ ...before, catchup: checked }))}
        />
        <Button size="xs" type="submit">
          {t("schedule.trial.show")}
        </Button>
        {isTrial(search) && (
          <Button size="xs" variant="default" onClick={() => onChange({})}>
            {t("schedule.trial.back")}
          </Button>
        )}
      </form>
    </details>
  );
}
