/** Switches a DAG's schedule on and off. What would begin runs at once says so first, and how many. */
import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../rights/use-rights.ts";
import { useSwitch } from "../../acts/use-switch.ts";
import { useErrorText } from "../../parts/use-error-text.ts";

interface PauseSwitchProps {
  readonly dagId: string;
  readonly isPaused: boolean;
  readonly size: "xs" | "sm";
}

export function PauseSwitch({ dagId, isPaused, size }: PauseSwitchProps) {
  const { t } = useTranslation("dags");
  const errorText = useErrorText();
  const change = useSwitch(dagId);
  const { reason } = useMay("dag", "edit", dagId);
  if (reason !== null)
    return (
      <Switch
        size={size}
        aria-label={t("switch", { dag: dagId })}
        title={reason}
        description={size === "sm" ? reason : <span className="visually-hidden">{reason}</span>}
        disabled
        checked={!isPaused}
        readOnly
      />
    );
  return (
    <Switch
      size={size}
      aria-label={t("switch", { dag: dagId })}
      checked={change.isPending ? change.variables : !isPaused}
      error={change.error === null ? undefined : errorText(change.error)}
      onChange={({ currentTarget: { checked } }) => change.mutate(checked)}
    />
  );
}
