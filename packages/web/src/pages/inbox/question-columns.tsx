/** What the list of questions shows of each. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RunLabel } from "../../parts/run-label.tsx";
import type { Column } from "../../parts/table/column.ts";
import { When } from "../../parts/when.tsx";
import styles from "./inbox.module.css";
import { placeOf, type Question, type QuestionPlace } from "./question.ts";

export function useQuestionColumns(
  onOpen: (question: Question) => void,
  isAnswered: boolean,
): readonly Column<Question>[] {
  const { t } = useTranslation("hitl");
  const more = useMoreColumns();
  const answeredAt: Column<Question> = {
    id: "when",
    title: t("column.when"),
    track: "13rem",
    card: "line",
    draw: ({ responded_at: at }) => <When at={at} />,
  };
  return [
    {
      id: "subject",
      title: t("column.subject"),
      track: "minmax(10rem, 2fr)",
      card: "title",
      isFixed: true,
      draw: (question) => (
        <button type="button" className={styles["open"]} onClick={() => onOpen(question)}>
          {question.subject}
        </button>
      ),
    },
    {
      id: "task",
      title: t("column.task"),
      track: "minmax(10rem, 3fr)",
      card: "line",
      draw: (question) => <TaskLink place={placeOf(question)} />,
    },
    {
      id: "since",
      title: t("column.since"),
      track: "13rem",
      // Of what is answered the other moment counts.
      from: isAnswered ? 1150 : 0,
      card: "line",
      draw: ({ created_at: at }) => <When at={at} />,
    },
    ...more.filter(({ id }) => isAnswered || id !== "answer"),
    ...(isAnswered ? [answeredAt] : []),
  ];
}

function useMoreColumns(): readonly Column<Question>[] {
  const { t } = useTranslation("hitl");
  return [
    {
      id: "for",
      title: t("column.for"),
      track: "minmax(8rem, 1fr)",
      from: 850,
      draw: ({ assigned_users: users }) =>
        users.length === 0 ? t("everybody") : users.map(({ name }) => name).join(", "),
    },
    {
      id: "default",
      title: t("column.default"),
      track: "minmax(8rem, 1fr)",
      from: 1000,
      draw: ({ defaults, response_timeout_at: at }) =>
        defaults === null ? null : (
          <span>
            {defaults.join(", ")} {at !== null && <When at={at} show="minute" />}
          </span>
        ),
    },
    {
      id: "answer",
      title: t("column.answer"),
      track: "minmax(8rem, 1fr)",
      card: "side",
      draw: ({ chosen_options: options, responded_by_user: user }) =>
        options === null ? null : `${options.join(", ")} · ${user?.name ?? t("byDefault")}`,
    },
  ];
}

export function TaskLink({ place: { dagId, runId, taskId, mapIndex } }: { readonly place: QuestionPlace }) {
  const words = (
    <>
      {dagId} · <RunLabel runId={runId} /> · {taskId}
      {mapIndex < 0 ? "" : ` [${mapIndex}]`}
    </>
  );
  if (mapIndex < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
        {words}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ dagId, runId, taskId, mapIndex: String(mapIndex) }}
    >
      {words}
    </Link>
  );
}
