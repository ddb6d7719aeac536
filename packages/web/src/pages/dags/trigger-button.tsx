/** Opens what makes a run of a DAG. */
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { GuardedIcon } from "../../parts/guarded.tsx";
import { IconPlayerPlay } from "../../parts/icons.ts";

export function TriggerButton({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation("dags");
  const reason = useRefusal("run", [dagId], "create");
  return (
    <GuardedIcon
      reason={reason}
      label={t("triggerOf", { dag: dagId })}
      size="sm"
      onClick={() => openAct({ kind: "trigger", dagId })}
    >
      <IconPlayerPlay size={16} aria-hidden="true" />
    </GuardedIcon>
  );
}
