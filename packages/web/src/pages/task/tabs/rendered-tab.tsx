/** The fields of the task as they were rendered for it, and what is different in the run before. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Empty } from "../../../parts/panel.tsx";
import type { TaskPlace, TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";

export function RenderedTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const before = useBefore(place, task.run_after);
  const fields = Object.entries(task.rendered_fields);
  if (fields.length === 0) return <Empty>{task.try_number === 0 ? t("rendered.notYet") : t("rendered.none")}</Empty>;
  return (
    <dl className={styles["rendered"]}>
      {fields.map(([name, value]) => {
        const text = textOf(value);
        const old = before === undefined ? undefined : textOf(before[name]);
        return (
          <div key={name}>
            <dt>
              {name} <CopyButton text={text} />
            </dt>
            <dd>
              <pre tabIndex={0} aria-label={name}>
                {text}
              </pre>
              {old !== undefined && old !== text && (
                <details>
                  <summary>{t("rendered.before")}</summary>
                  <pre tabIndex={0}>{old}</pre>
                </details>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
}

/** The same task in the run before; undefined: there is none, or it is not known yet. */
function useBefore(place: TaskPlace, runAfter: string) {
  const { data } = useQuery({
    queryKey: ["rendered-before", place],
    queryFn: async ({ signal }) => {
      const { task_instances: found } = await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: {
          path: { dag_id: place.dagId, dag_run_id: "~" },
          query: { task_id: place.taskId, run_after_lt: runAfter, order_by: ["-run_after"], limit: 1 },
        },
        signal,
      });
      return found[0]?.rendered_fields ?? null;
    },
  });
  return data ?? undefined;
}
