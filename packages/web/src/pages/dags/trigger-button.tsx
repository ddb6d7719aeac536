/** Opens the form that starts a run. */
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { GuardedIcon } from "../../parts/guarded.tsx";
import { IconPlayerPlay } from "../../parts/icons.ts";
import { useMay } from "../../rights/use-rights.ts";

export function TriggerButton({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation("dags");
  const { reason } = useMay("run", "create", dagId);
  return (
    <GuardedIcon
      size="sm"
      label={t("triggerOf", { dag: dagId })}
      reason={reason}
      onClick={() => openAct({ kind: "trigger", dagId })}
    >
      <IconPlayerPlay size={16} aria-hidden="true" />
    </GuardedIcon>
  );
}
