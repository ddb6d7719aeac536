/** Whether a list changes by itself, or waits until it is asked to. */
import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface LiveSwitchProps {
  readonly isLive: boolean;
  readonly onChange: (isLive: boolean) => void;
}

export function LiveSwitch({ isLive, onChange }: LiveSwitchProps) {
  const { t } = useTranslation("table");
  return (
    <Switch
      size="xs"
      label={t("live")}
      checked={isLive}
      onChange={({ currentTarget: { checked } }) => onChange(checked)}
    />
  );
}
