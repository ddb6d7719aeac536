/** Failures with their cause, files that cannot be read, questions to people: one card each, the cause as its headline. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../parts/panel.tsx";
import { When } from "../../parts/when.tsx";
import { StateGlyph } from "../../states/state-glyph.tsx";
import type { State } from "../../states/state.ts";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

export function NeedsYou({ home }: { readonly home: Home }) {
  const { t } = useTranslation("home");
  const count = home.failures.length + home.importErrors.length + home.hitl.length;
  return (
    <Panel title={t("needsYou")} count={count}>
      {count === 0 && <Empty>{home.dags.all === 0 ? t("empty.text") : t("nothing", { count: home.dags.all })}</Empty>}
      <ul className={styles["cards"]}>
        {home.failures.map((failure) => (
          <FailureItem key={failure.fingerprint} failure={failure} />
        ))}
        {home.importErrors.map(({ id, file, message }) => (
          <Card key={id} state="failed" subject={`${t("importError")} · ${file}`} words={message} />
        ))}
        {home.hitl.map(({ dagId, runId, taskId, subject }) => (
          <Card
            key={`${dagId} ${runId} ${taskId}`}
            state="awaiting_input"
            subject={
              <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
                {dagId} · {taskId}
              </Link>
            }
            words={subject}
          />
        ))}
      </ul>
    </Panel>
  );
}

function FailureItem({ failure }: { readonly failure: Home["failures"][number] }) {
  const { t } = useTranslation("home");
  const { dagId, taskId, runs, title, last } = failure;
  const runId = runs[0] ?? "";
  return (
    <Card
      state="failed"
      subject={
        taskId === null ? (
          <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
            {dagId}
          </Link>
        ) : (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
            {dagId} · {taskId}
          </Link>
        )
      }
      words={title}
    >
      <When at={last} show="minute" />
      <span>{t("sameRuns", { count: runs.length })}</span>
    </Card>
  );
}

interface CardProps {
  readonly state: State;
  readonly subject: ReactNode;
  readonly words: string;
  readonly children?: ReactNode;
}

function Card({ state, subject, words, children }: CardProps) {
  return (
    <li className={styles["card"]} data-state={state}>
      <StateGlyph state={state} size={18} />
      <div>
        <div className={styles["subject"]}>
          {subject} <span className={styles["quiet"]}>{children}</span>
        </div>
        <p className={styles["words"]}>{words}</p>
      </div>
    </li>
  );
}
