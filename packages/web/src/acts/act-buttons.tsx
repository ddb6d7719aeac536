/** What can be done to a run or a task; each opens the list of what it would do. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../keys/use-keys.ts";
import { GuardedButton } from "../parts/guarded.tsx";
import styles from "./acts.module.css";
import { type ActRequest, type ActTarget, openAct } from "./open-act.ts";
import { dagIdsOf } from "./targets.ts";
import { useRefusal } from "./use-refusal.ts";

interface ActButtonsProps {
  readonly target: ActTarget;
  /** What else can be done there. */
  readonly children?: ReactNode;
}

export function ActButtons({ target, children }: ActButtonsProps) {
  const { t } = useTranslation("acts");
  const buttons: readonly { readonly words: string; readonly request: ActRequest }[] = [
    {
      words: target.of === "runs" ? t("clearFailed") : t("clearFromHere"),
      request: { kind: "clear", target },
    },
    { words: t("markSuccess"), request: { kind: "mark", state: "success", target } },
    { words: t("markFailed"), request: { kind: "mark", state: "failed", target } },
    { words: t("addNote"), request: { kind: "note", target } },
  ];
  const reason = useRefusal(target.of === "runs" ? "run" : "task_instance", dagIdsOf(target));
  const mayAct = reason === null;
  useKeys({
    c: mayAct ? () => openAct({ kind: "clear", target }) : undefined,
    m: mayAct ? () => openAct({ kind: "mark", state: "success", target }) : undefined,
  });
  return (
    <div className={styles["acts"]}>
      <div className={styles["atFoot"]}>
        {buttons.map(({ words, request }) => (
          <GuardedButton
            key={words}
            size="compact-sm"
            variant="default"
            reason={reason}
            onClick={() => openAct(request)}
          >
            {words}
          </GuardedButton>
        ))}
      </div>
      {children}
    </div>
  );
}
