/** Preferences: each holds at once, here and in the profile. */
import { Select, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../../i18n/i18n.ts";
import { changePreferences, type Preferences, usePreferences } from "../../preferences/preferences.ts";
import { readPreferences } from "../../preferences/read-preferences.ts";
import { useZones } from "../../shell/zone-choice.tsx";
import styles from "./settings.module.css";

type Chosen = "language" | "zone" | "hours" | "theme" | "density" | "contrast" | "motion" | "view";

interface Choice {
  readonly name: Chosen;
  readonly label: string;
  readonly data: { readonly value: string; readonly label: string }[];
}

export function Look() {
  const { t } = useTranslation("settings");
  const own = usePreferences();
  return (
    <div className={styles["look"]}>
      {useChoices().map(({ name, label, data }) => (
        <Select
          key={name}
          label={label}
          data={data}
          value={own[name]}
          allowDeselect={false}
          searchable={name === "zone"}
          limit={50}
          onChange={(value) => changePreferences(readPreferences({ [name]: value }))}
        />
      ))}
      <Switch
        label={t("singleKeys.label")}
        description={t("singleKeys.text")}
        checked={own.singleKeys}
        onChange={({ currentTarget: { checked } }) => changePreferences({ singleKeys: checked })}
      />
      <Notifications isOn={own.notifies} />
      <p className={styles["note"]}>{t("kept")}</p>
    </div>
  );
}

function useChoices(): readonly Choice[] {
  const { t } = useTranslation(["settings", "shell"]);
  const zones = useZones();
  const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
  return [
    { name: "language", label: t("settings:language"), data: languages },
    { name: "zone", label: t("settings:zone"), data: zones },
    { name: "hours", label: t("settings:hours.label"), data: words(["24", "12"], (one) => t(`settings:hours.${one}`)) },
    {
      name: "theme",
      label: t("shell:theme.label"),
      data: words(["auto", "light", "dark"], (one) => t(`shell:theme.${one}`)),
    },
    {
      name: "density",
      label: t("settings:density.label"),
      data: words(["comfortable", "compact"], (one) => t(`settings:density.${one}`)),
    },
    {
      name: "contrast",
      label: t("settings:contrast.label"),
      data: words(["auto", "more"], (one) => t(`settings:contrast.${one}`)),
    },
    {
      name: "motion",
      label: t("settings:motion.label"),
      data: words(["auto", "less"], (one) => t(`settings:motion.${one}`)),
    },
    {
      name: "view",
      label: t("settings:view.label"),
      data: words(["grid", "graph", "gantt"], (one) => t(`settings:view.${one}`)),
    },
  ];
}

function words<const Value extends string>(values: readonly Value[], wordOf: (value: Value) => string) {
  return values.map((value) => ({ value, label: wordOf(value) }));
}

function Notifications({ isOn }: { readonly isOn: Preferences["notifies"] }) {
  const { t } = useTranslation("settings");
  const [isDenied, setDenied] = useState(false);
  const change = async (wanted: boolean): Promise<void> => {
    const answer = wanted && "Notification" in window ? await Notification.requestPermission() : "denied";
    setDenied(wanted && answer !== "granted");
    changePreferences({ notifies: wanted && answer === "granted" });
  };
  return (
    <Switch
      label={t("notifies.label")}
      description={t("notifies.text")}
      checked={isOn}
      error={isDenied ? t("notifies.denied") : null}
      onChange={({ currentTarget: { checked } }) => void change(checked)}
    />
  );
}
