/** What is done about a failure: run it again, with other inputs too; look at its log; tell others. */
import { Button, CopyButton, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { openAct } from "../../../acts/open-act.ts";
import { useRefusal } from "../../../acts/use-refusal.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import type { TaskPlace } from "../task-place.ts";
import type { Failure } from "./failure-data.ts";
import { chatText, failureTold } from "./failure-words.ts";

interface FailureActionsProps {
  readonly place: TaskPlace;
  readonly failure: Failure;
}

export function FailureActions({ place, failure }: FailureActionsProps) {
  const { t } = useTranslation(["failure", "task"]);
  const navigate = useNavigate();
  const { lines } = failure.excerpt;
  const line = lines.findLast(({ m }) => failure.headline !== null && m.startsWith(failure.headline)) ?? lines.at(-1);
  const name = [place.dagId, place.taskId].join(" · ");
  return (
    <Group gap="xs" mt="xs">
      <Again place={place} failure={failure} />
      {failure.isJob && <Check place={place} />}
      {line !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigate({ to: ".", search: { line: line.n } })}
        >
          {t("task:failure.fullLog", { count: failure.excerpt.total })}
        </Button>
      )}
      <CopyButton value={chatText(failure, failureTold(failure, t), { name, url: window.location.href })}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? t("task:failure.copied") : t("task:failure.copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

/** A job outside fails most often for what is missing there. */
function Check({ place: { dagId, taskId } }: Pick<FailureActionsProps, "place">) {
  const { t } = useTranslation("task");
  const reason = useRefusal("run", [dagId], "create");
  return (
    <GuardedButton
      size="compact-sm"
      variant="default"
      reason={reason}
      onClick={() => openAct({ kind: "preflight", dagId, taskId })}
    >
      {t("failure.check")}
    </GuardedButton>
  );
}

/** With what has not run because of it; the dialog lists it first. */
function Again({ place, failure }: FailureActionsProps) {
  const { t } = useTranslation("task");
  const { dagId, runId } = place;
  const mayNotClear = useRefusal("task_instance", [dagId]);
  const mayNotRun = useRefusal("run", [dagId], "create");
  const count = 1 + failure.blocks.tasks.length;
  return (
    <>
      <GuardedButton
        size="compact-sm"
        reason={mayNotClear}
        onClick={() => openAct({ kind: "clear", target: { of: "tasks", tasks: [place] } })}
      >
        {t("failure.again", { count })}
      </GuardedButton>
      <GuardedButton
        size="compact-sm"
        variant="default"
        reason={mayNotRun}
        onClick={() => openAct({ kind: "trigger", dagId, from: runId })}
      >
        {t("failure.againWith")}
      </GuardedButton>
    </>
  );
}
