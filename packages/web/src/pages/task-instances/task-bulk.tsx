/** What can be done with the task instances that are ticked, of whatever runs and DAGs they are. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ActRequest, type ActTarget, openAct, type TaskName } from "../../acts/open-act.ts";
import { dagIdsOf } from "../../acts/targets.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { GuardedButton } from "../../parts/guarded.tsx";
import { toast } from "../../parts/toast.tsx";
import { useErrorText } from "../../parts/use-error-text.ts";

/** The dialogs list every one of them, and each run is a call. */
const MOST_AT_ONCE = 1000;

interface TaskBulkProps {
  readonly tasks: readonly TaskName[];
  /** All that the filter leaves are meant: how many these are, and how they are read. */
  readonly all?: { readonly count: number; read(): Promise<readonly TaskName[]> } | undefined;
  onDone(): void;
}

export function TaskBulk({ tasks, all, onDone }: TaskBulkProps) {
  const { t } = useTranslation("browse");
  const errorText = useErrorText();
  const [isReading, setReading] = useState(false);
  const refused = useRefusal("task_instance", dagIdsOf({ of: "tasks", tasks }));
  const tooMany = all !== undefined && all.count > MOST_AT_ONCE ? t("bulk.tooMany", { count: MOST_AT_ONCE }) : null;
  const open = async (requestOf: (target: ActTarget) => ActRequest): Promise<void> => {
    if (isReading) return;
    if (all === undefined) return openAct(requestOf({ of: "tasks", tasks }), onDone);
    setReading(true);
    try {
      openAct(requestOf({ of: "tasks", tasks: await all.read() }), onDone);
    } catch (error) {
      toast({ text: errorText(error as Error), kind: "problem" });
    } finally {
      setReading(false);
    }
  };
  return ACTS.map(([word, requestOf]) => (
    <GuardedButton
      key={word}
      size="compact-xs"
      variant="default"
      reason={refused ?? tooMany}
      aria-busy={isReading}
      onClick={() => void open(requestOf)}
    >
      {t(`bulk.${word}`)}
    </GuardedButton>
  ));
}

const ACTS = [
  ["clear", (target) => ({ kind: "clear", target })],
  ["markSuccess", (target) => ({ kind: "mark", state: "success", target })],
  ["markFailed", (target) => ({ kind: "mark", state: "failed", target })],
  ["addNote", (target) => ({ kind: "note", target })],
] as const satisfies readonly (readonly [word: string, requestOf: (target: ActTarget) => ActRequest])[];
