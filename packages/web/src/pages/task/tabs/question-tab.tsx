/** The question that the task asks people, and what was answered. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BASE_URL, client } from "../../../api/client.ts";
import { JsonView } from "../../../parts/json-view.tsx";
import { Markdown } from "../../../parts/markdown.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import { pathOf, TASK, type TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";

export function QuestionTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { data, error } = useQuery({
    queryKey: ["task", place.dagId, place.runId, place.taskId, place.mapIndex, "question", task.state],
    queryFn: ({ signal }) =>
      client.get(`${TASK}/{map_index}/hitlDetails`, {
        params: { path: { ...pathOf(place), map_index: place.mapIndex } },
        signal,
      }),
  });
  if (error !== null) return <Empty>{t("question.none")}</Empty>;
  if (data === undefined) return null;
  const { subject, body, options, defaults, responded_at: at, responded_by_user: by, chosen_options: chosen } = data;
  return (
    <section className={styles["why"]} aria-label={subject}>
      <h3>{subject}</h3>
      {body !== null && <Markdown text={body} />}
      <p>
        {t("question.options")} {options.join(", ")}
        {defaults !== null && defaults.length > 0 && ` (${t("question.default", { names: defaults.join(", ") })})`}
      </p>
      {at === null ? (
        <p>
          <a href={`${BASE_URL}/required_actions`}>{t("question.answer")}</a>
        </p>
      ) : (
        <>
          <p>
            <strong>{(chosen ?? []).join(", ")}</strong> {by?.name ?? t("question.nobody")} <When at={at} />
          </p>
          {Object.keys(data.params_input).length > 0 && <JsonView value={data.params_input} />}
        </>
      )}
    </section>
  );
}
