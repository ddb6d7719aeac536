/** Where one is, and how things are shown: zone, theme, language. */
import { Select } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../i18n/i18n.ts";
import { changePreferences, type Preferences, usePreferences } from "../preferences/preferences.ts";
import styles from "./shell.module.css";

export function TopBar() {
  return (
    <header className={styles["top"]}>
      <Breadcrumbs />
      <Taste />
    </header>
  );
}

function Breadcrumbs() {
  const { t } = useTranslation();
  const { dagId, runId, taskId } = useParams({ strict: false });
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className={styles["crumbs"]}>
        {dagId !== undefined && (
          <li>
            <Link to="/dags/$dagId" params={{ dagId }}>
              {dagId}
            </Link>
          </li>
        )}
        {dagId !== undefined && runId !== undefined && (
          <li>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              {runId}
            </Link>
          </li>
        )}
        {taskId !== undefined && <li aria-current="page">{taskId}</li>}
      </ol>
    </nav>
  );
}

function Taste() {
  const { t } = useTranslation();
  const { language, theme, zone } = usePreferences();
  const { timeZone: local } = Intl.DateTimeFormat().resolvedOptions();
  const zones = [
    { value: "local", label: t("zone.local", { name: local }) },
    { value: "UTC", label: t("zone.utc") },
    ...Intl.supportedValuesOf("timeZone")
      .filter((name) => name !== "UTC")
      .map((name) => ({ value: name, label: name })),
  ];
  const themes = (["auto", "light", "dark"] as const).map((value) => ({ value, label: t(`theme.${value}`) }));
  const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
  return (
    <div className={styles["taste"]}>
      <Choice
        label={t("zone.label")}
        data={zones}
        value={zone}
        onChange={(value) => changePreferences({ zone: value })}
      />
      <Choice
        label={t("theme.label")}
        data={themes}
        value={theme}
        onChange={(value) => changePreferences({ theme: value as Preferences["theme"] })}
      />
      <Choice
        label={t("language.label")}
        data={languages}
        value={language}
        onChange={(value) => changePreferences({ language: value as Language })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly data: { readonly value: string; readonly label: string }[];
  readonly value: string;
  onChange(value: string): void;
}

function Choice({ label, data, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      size="xs"
      variant="unstyled"
      data={data}
      value={value}
      allowDeselect={false}
      searchable={data.length > 10}
      limit={50}
      comboboxProps={{ width: 220, position: "bottom-end" }}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
    />
  );
}
