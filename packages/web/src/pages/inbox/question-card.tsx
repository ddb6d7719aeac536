/** A question of a task: what is asked, every answer as likely as another, and who has answered. For the inbox and the task's own page. */
import { MomijiError } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { Markdown } from "../../parts/markdown.tsx";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { When } from "../../parts/when.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { isOpen, type Question, type QuestionPlace } from "./question.ts";
import styles from "./inbox.module.css";
import { useQuestion } from "./use-question.ts";

const NOT_FOUND = 404;

export function QuestionCard({ place }: { readonly place: QuestionPlace }) {
  const { t } = useTranslation("hitl");
  const { question, answer, isLate } = useQuestion(place);
  const { data, error, refetch } = question;
  if (error instanceof MomijiError && error.status === NOT_FOUND) return <Empty>{t("none")}</Empty>;
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <section className={styles["question"]} aria-label={t("question")}>
      <h3>{data.subject}</h3>
      {data.body !== null && <Markdown text={data.body} />}
      {isLate && data.response_received && (
        <p role="alert" className={styles["late"]}>
          {t("late", { name: data.responded_by_user?.name ?? "" })}
        </p>
      )}
      {data.response_received ? <Answered question={data} /> : <Waiting question={data} />}
      {isOpen(data) && <AnswerForm key={data.created_at} question={data} answer={answer} />}
      {!isOpen(data) && !data.response_received && <p>{t("over")}</p>}
      {answer.error !== null && !isLate && <ProblemPanel error={answer.error} />}
    </section>
  );
}

function Waiting({ question }: { readonly question: Question }) {
  const { t } = useTranslation("hitl");
  const { created_at: since, assigned_users: users, response_timeout_at: until, defaults } = question;
  return (
    <p className={styles["facts"]}>
      <span>
        {t("since")} <When at={since} />
      </span>
      <span>{users.length === 0 ? t("forAll") : t("for", { names: users.map(({ name }) => name).join(", ") })}</span>
      {until !== null && (
        <span>
          {defaults === null ? t("until") : t("defaultAt", { options: defaults.join(", ") })} <When at={until} />
        </span>
      )}
    </p>
  );
}

function Answered({ question }: { readonly question: Question }) {
  const { t } = useTranslation("hitl");
  const { responded_by_user: user, responded_at: at, chosen_options: options, params_input: inputs } = question;
  const given = Object.keys(inputs).length > 0;
  return (
    <div role="status">
      <p>
        {user === null
          ? t("answeredByDefault", { options: options?.join(", ") ?? "" })
          : t("answered", { name: user.name, options: options?.join(", ") ?? "" })}{" "}
        <When at={at} />
      </p>
      {given && <pre>{JSON.stringify(inputs, null, 2)}</pre>}
    </div>
  );
}
