/** What can be done with the cells that were chosen. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { chosenTasks } from "./chosen-tasks.ts";
import type { Range } from "./grid-keys.ts";
import styles from "./grid.module.css";
import type { GridAct } from "./use-grid-acts.ts";
import type { Placed } from "./use-place.ts";

interface ChosenBarProps {
  readonly range: Range;
  readonly placed: Pick<Placed, "dagId" | "grid" | "shown" | "columns">;
  readonly onAct: GridAct;
  onCancel(): void;
}

export function ChosenBar({ range, placed, onAct, onCancel }: ChosenBarProps) {
  const { t } = useTranslation("dag");
  const { reason } = useMay("task_instance", "edit", placed.dagId);
  const count = chosenTasks(range, placed).length;
  return (
    <Group gap="xs" className={styles["chosen"] ?? ""} role="toolbar" aria-label={t("grid.chosen.label")}>
      <span aria-live="polite">{t("grid.chosen.count", { count })}</span>
      <GuardedButton size="compact-sm" variant="default" reason={reason} onClick={() => onAct("clear", range)}>
        {t("grid.chosen.clear")}
      </GuardedButton>
      <GuardedButton size="compact-sm" variant="default" reason={reason} onClick={() => onAct("mark", range)}>
        {t("grid.chosen.mark")}
      </GuardedButton>
      <Button size="compact-sm" variant="subtle" onClick={onCancel}>
        {t("grid.chosen.cancel")}
      </Button>
    </Group>
  );
}
