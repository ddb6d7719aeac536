/** Opens the form of a new run with the inputs of this one. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import type { RunPlace } from "./run-data.ts";

export function TriggerAgain({ place: { dagId, runId } }: { readonly place: RunPlace }) {
  const { t } = useTranslation("run");
  return (
    <Button size="compact-sm" variant="default" onClick={() => openAct({ kind: "trigger", dagId, from: runId })}>
      {t("triggerAgain")}
    </Button>
  );
}
