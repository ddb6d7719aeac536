/** What can be done with the task instances that are ticked, of whatever runs and DAGs they are. */
import { useTranslation } from "react-i18next";
import { type ActRequest, openAct, type TaskName } from "../../acts/open-act.ts";
import { dagIdsOf } from "../../acts/targets.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { GuardedButton } from "../../parts/guarded.tsx";

export function TaskBulk({ tasks }: { readonly tasks: readonly TaskName[] }) {
  const { t } = useTranslation("browse");
  const target = { of: "tasks", tasks } as const;
  const reason = useRefusal("task_instance", dagIdsOf(target));
  const acts = [
    { word: "clear", request: { kind: "clear", target } },
    { word: "markSuccess", request: { kind: "mark", state: "success", target } },
    { word: "markFailed", request: { kind: "mark", state: "failed", target } },
    { word: "addNote", request: { kind: "note", target } },
  ] as const satisfies readonly { readonly word: string; readonly request: ActRequest }[];
  return acts.map(({ word, request }) => (
    <GuardedButton key={word} size="compact-xs" variant="default" reason={reason} onClick={() => openAct(request)}>
      {t(`bulk.${word}`)}
    </GuardedButton>
  ));
}
