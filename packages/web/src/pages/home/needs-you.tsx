/** Failures with their cause, files that cannot be read, questions to people: one card each, the cause as its headline. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { GuardedButton } from "../../parts/guarded.tsx";
import { Empty, Panel } from "../../parts/panel.tsx";
import { When } from "../../parts/when.tsx";
import { MuteButton } from "../../mute/mute-button.tsx";
import { useMuted } from "../../mute/use-muted.ts";
import { useMay } from "../../rights/use-rights.ts";
import { StateGlyph } from "../../states/state-glyph.tsx";
import type { State } from "../../states/state.ts";
import { toldOf } from "../task/failure/failure-words.ts";
import { Facts } from "../task/why/facts.ts";
import { runEndText } from "../task/why/run-end-words.ts";
import { WHY } from "../task/why/speech.ts";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

export function NeedsYou({ home }: { readonly home: Home }) {
  const { t } = useTranslation("home");
  const isMuted = useMuted();
  const fixed = home.failures.filter((failure) => failure.fixed);
  const muted = home.failures.filter((failure) => !failure.fixed && isMuted(failure));
  const open = home.failures.filter((failure) => !failure.fixed && !isMuted(failure));
  const count = open.length + home.importErrors.length + home.hitl.length;
  return (
    <Panel title={t("needsYou")} count={count}>
      {count === 0 && <Empty>{t("nothing", { count: home.dags.all })}</Empty>}
      <ul className={styles["cards"]}>
        {open.map((failure) => (
          <FailureItem key={failure.fingerprint} failure={failure} />
        ))}
        {home.importErrors.map(({ id, file, message }) => (
          <Card key={id} state="failed" subject={<ImportErrorLink file={file} />} words={message} />
        ))}
        {home.hitl.map(({ dagId, runId, taskId, subject, since }) => (
          <Card
            key={`${dagId} ${runId} ${taskId}`}
            state="awaiting_input"
            subject={
              <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
                {dagId} · {taskId}
              </Link>
            }
            words={subject}
          >
            <span>
              {t("asksSince")} <When at={since} show="minute" />
            </span>
          </Card>
        ))}
      </ul>
      <Folded summary={t("muted", { count: muted.length })} failures={muted} />
      <Folded summary={t("fixed", { count: fixed.length })} failures={fixed} />
    </Panel>
  );
}

interface FoldedProps {
  readonly summary: string;
  readonly failures: Home["failures"];
}

function Folded({ summary, failures }: FoldedProps) {
  if (failures.length === 0) return null;
  return (
    <details className={styles["fixed"]}>
      <summary>{summary}</summary>
      <ul className={styles["cards"]}>
        {failures.map((failure) => (
          <FailureItem key={failure.fingerprint} failure={failure} />
        ))}
      </ul>
    </details>
  );
}

function ImportErrorLink({ file }: { readonly file: string }) {
  const { t } = useTranslation("home");
  return (
    <Link to="/import_errors">
      {t("importError")} · {file}
    </Link>
  );
}

function FailureItem({ failure }: { readonly failure: Home["failures"][number] }) {
  const { t } = useTranslation("home");
  const { dagId, taskId, runs, last, blocked, tryNumber, fixed } = failure;
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
      words={useCause(failure)}
      acts={
        fixed ? null : (
          <>
            {taskId !== null && <ClearFromHere failure={{ dagId, runId, taskId }} />}
            <MuteButton failed={{ dagId, taskId }} />
          </>
        )
      }
    >
      <When at={last} show="minute" />
      {tryNumber > 1 && <span>{t("try", { number: tryNumber })}</span>}
      {runs.length > 1 && <span>{t("sameRuns", { count: runs.length })}</span>}
      {blocked > 0 && <span>{t("blocked", { count: blocked })}</span>}
    </Card>
  );
}

/** What the program said; without that what happened, in the reader's language; of a run without a failed task why it ended. */
function useCause({ taskId, headline, end, ...failure }: Home["failures"][number]): string {
  const { t } = useTranslation("failure");
  const { t: why } = useTranslation(WHY);
  if (headline !== null) return headline;
  if (taskId === null) {
    const said = failure.title;
    return runEndText(new Facts(end), { state: "failed", said }, why) ?? said;
  }
  const { words, said } = toldOf(failure, t);
  return said === null ? words : `${words}: ${said}`;
}

interface FailedTask {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
}

function ClearFromHere({ failure }: { readonly failure: FailedTask }) {
  const { t } = useTranslation("acts");
  const { reason } = useMay("task_instance", "edit", failure.dagId);
  return (
    <GuardedButton
      size="compact-sm"
      variant="default"
      reason={reason}
      onClick={() => openAct({ kind: "clear", target: { of: "tasks", tasks: [failure] } })}
    >
      {t("clearFromHere")}
    </GuardedButton>
  );
}

interface CardProps {
  readonly state: State;
  readonly subject: ReactNode;
  readonly words: string;
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
}

function Card({ state, subject, words, acts, children }: CardProps) {
  return (
    <li className={styles["card"]} data-state={state}>
      <StateGlyph state={state} size={18} />
      <div>
        <div className={styles["subject"]}>
          {subject} <span className={styles["quiet"]}>{children}</span>
        </div>
        <p className={styles["words"]}>{words}</p>
      </div>
      <div className={styles["acts"]}>{acts}</div>
    </li>
  );
}
