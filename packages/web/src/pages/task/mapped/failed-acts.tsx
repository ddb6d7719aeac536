/** What can be done with all instances of a mapped task that have failed. */
import { Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { openAct, type TaskName } from "../../../acts/open-act.ts";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { toast } from "../../../parts/toast.tsx";
import { useErrorText } from "../../../parts/use-error-text.ts";
import { useMay } from "../../../rights/use-rights.ts";

/** A mark names each of them. */
const MOST_AT_ONCE = 1000;

const PAGE = 100;

type Mapped = Required<Omit<TaskName, "mapIndex">>;

export function FailedActs({ task, count }: { readonly task: Mapped; readonly count: number }) {
  const { t } = useTranslation(["run", "browse"]);
  const { reason } = useMay("task_instance", "edit", task.dagId);
  const errorText = useErrorText();
  const mark = useMutation({
    mutationFn: () => readFailed(task),
    onSuccess: (tasks) => openAct({ kind: "mark", state: "success", target: { of: "tasks", tasks } }),
    onError: (error) => toast({ text: errorText(error), kind: "problem" }),
  });
  const tooMany = count > MOST_AT_ONCE ? t("browse:bulk.tooMany", { count: MOST_AT_ONCE }) : null;
  return (
    <Group gap="xs" mb="sm">
      <GuardedButton
        size="compact-sm"
        variant="default"
        reason={reason}
        onClick={() => openAct({ kind: "clear", target: { of: "tasks", tasks: [task] }, onlyFailed: true })}
      >
        {t("run:clearAllFailed", { count })}
      </GuardedButton>
      <GuardedButton
        size="compact-sm"
        variant="default"
        reason={reason ?? tooMany}
        loading={mark.isPending}
        onClick={() => mark.mutate()}
      >
        {t("run:markAllFailed", { count })}
      </GuardedButton>
    </Group>
  );
}

async function readFailed({ dagId, runId, taskId }: Mapped): Promise<readonly TaskName[]> {
  const all: TaskName[] = [];
  for (;;) {
    const { task_instances: found } = await client.get(
      "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/listMapped",
      {
        params: {
          path: { dag_id: dagId, dag_run_id: runId, task_id: taskId },
          query: { state: ["failed"], order_by: ["map_index"], limit: PAGE, offset: all.length },
        },
      },
    );
    all.push(...found.map(({ map_index: mapIndex }) => ({ dagId, runId, taskId, mapIndex })));
    if (found.length < PAGE) return all;
  }
}
