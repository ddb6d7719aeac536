/** Opens the form of a new run with the inputs of this one. */
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { GuardedButton } from "../../parts/guarded.tsx";
import type { RunPlace } from "./run-data.ts";

export function TriggerAgain({ place: { dagId, runId } }: { readonly place: RunPlace }) {
  const { t } = useTranslation("run");
  const reason = useRefusal("run", [dagId], "create");
  return (
    <GuardedButton
      size="compact-sm"
      variant="default"
      reason={reason}
      onClick={() => openAct({ kind: "trigger", dagId, from: runId })}
    >
      {t("triggerAgain")}
    </GuardedButton>
  );
}
