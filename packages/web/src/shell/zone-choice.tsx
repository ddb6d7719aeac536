/** The zone of all times on all pages; that of the DAG that is open, where somebody prefers it. */
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePhone } from "../acts/use-phone.ts";
import { changePreferences, usePreferences } from "../preferences/preferences.ts";

export function useZones(): { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation();
  const { timeZone: local } = Intl.DateTimeFormat().resolvedOptions();
  const named = Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC");
  return [
    { value: "local", label: t("zone.local", { name: local }) },
    { value: "dag", label: t("zone.dag") },
    { value: "UTC", label: t("zone.utc") },
    ...named.map((name) => ({ value: name, label: name })),
  ];
}

export function ZoneChoice() {
  const { t } = useTranslation();
  const { zone } = usePreferences();
  const isNarrow = usePhone();
  const zones = useZones();
  const { timeZone: local } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Select
      aria-label={t("zone.label")}
      size="xs"
      variant="unstyled"
      data={isNarrow ? zones.map((one) => (one.value === "local" ? { ...one, label: local } : one)) : zones}
      value={zone}
      allowDeselect={false}
      searchable
      limit={50}
      comboboxProps={{ width: 220, position: "bottom-end" }}
      onChange={(chosen) => chosen !== null && changePreferences({ zone: chosen })}
    />
  );
}
