/** The code that the task instance ran. */
import { CodeTab } from "../../dag/code/code-tab.tsx";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import type { TaskTabProps } from "../task-place.ts";

export function TaskCodeTab({ place: { dagId, taskId }, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const version = task.dag_version?.version_number;
  if (version === undefined) return <Empty>{t("code.none")}</Empty>;
  return <CodeTab dagId={dagId} version={version} taskId={taskId} />;
}
