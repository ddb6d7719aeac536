/** What can be done with the DAGs that are ticked. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { GuardedButton } from "../../parts/guarded.tsx";
import type { Selection } from "../../parts/table/use-selection.ts";
import { useMay } from "../../rights/use-rights.ts";
import { BulkSwitchDialog } from "./bulk-switch-dialog.tsx";
import type { SwitchedDags } from "./bulk-switch.ts";
import { BulkTriggerDialog } from "./bulk-trigger-dialog.tsx";

interface DagBulkProps {
  readonly selection: Selection;
  readonly filter: SwitchedDags["filter"];
}

type Act = "pause" | "unpause" | "trigger";

export function DagBulk({ selection, filter }: DagBulkProps) {
  const { t } = useTranslation("dags");
  const [act, setAct] = useState<Act | null>(null);
  const { reason: noSwitch } = useMay("dag", "edit");
  const { reason: noTrigger } = useMay("run", "create");
  const { isAll, keys } = selection.picked;
  const dagIds = isAll ? undefined : [...keys];
  const close = (): void => setAct(null);
  const done = (): void => {
    close();
    selection.clear();
  };
  const button = (kind: Act, reason: string | null) => (
    <GuardedButton size="compact-xs" variant="default" reason={reason} onClick={() => setAct(kind)}>
      {t(`bulk.${kind}Ticked`)}
    </GuardedButton>
  );
  return (
    <>
      {button("pause", noSwitch)}
      {button("unpause", noSwitch)}
      {button("trigger", noTrigger ?? (isAll ? t("bulk.tickToTrigger") : null))}
      {(act === "pause" || act === "unpause") && (
        <BulkSwitchDialog dags={{ filter, dagIds }} isPaused={act === "pause"} onClose={close} onDone={done} />
      )}
      {act === "trigger" && <BulkTriggerDialog dagIds={dagIds ?? []} onClose={close} onDone={done} />}
    </>
  );
}
