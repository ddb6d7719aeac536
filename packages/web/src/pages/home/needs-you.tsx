/** Failures with their cause, files that cannot be read, questions to people: one card each, the cause as its headline. */
import { Button } from "@mantine/core";
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
import { keyOf } from "../inbox/question.ts";
import { toldOf } from "../task/failure/failure-words.ts";
import { Facts } from "../task/why/facts.ts";
import { runEndText } from "../task/why/run-end-words.ts";
import { InstanceLink } from "../task/why/instance-link.tsx";
import { WHY } from "../task/why/speech.ts";
import { More } from "./home-lists.tsx";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

export function NeedsYou({ home }: { readonly home: Home }) {
  const { t } = useTranslation("home");
  const isMuted = useMuted();
  const fixed = home.failures.filter((failure) => failure.fixed);
  const muted = home.failures.filter((failure) => !failure.fixed && isMuted(failure));
  const open = home.failures.filter((failure) => !failure.fixed && !isMuted(failure));
  const { totals } = home;
  const unseen = totals.failures - home.failures.length;
  const count = open.length + unseen + totals.importErrors + totals.hitl;
  return (
    <Panel title={t("needsYou")} count={count}>
      {count === 0 && <Empty>{t("nothing", { count: home.dags.all })}</Empty>}
      <ul className={styles["cards"]}>
        {open.map((failure) => (
          <FailureItem key={failure.fingerprint} failure={failure} />
        ))}
        {home.importErrors.map((error) => (
          <Card key={error.id} state="failed" subject={<ImportErrorLink error={error} />} words={error.message} />
        ))}
        {home.hitl.map((question) => (
          <QuestionItem key={keyOf(question)} question={question} />
        ))}
      </ul>
      <More
        word="failures"
        count={unseen}
        to="/runs"
        search={{ state: ["failed"], end_date_gte: home.since, all: true }}
      />
      <More word="importErrors" count={totals.importErrors - home.importErrors.length} to="/import_errors" />
      <More word="questions" count={totals.hitl - home.hitl.length} to="/required_actions" />
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

function ImportErrorLink({ error: { id, file, line } }: { readonly error: Home["importErrors"][number] }) {
  const { t } = useTranslation("home");
  return (
    <Link to="/import_errors" search={{ open: id }}>
      {t("importError")} · {line === null ? file : `${file}:${line}`}
    </Link>
  );
}

function QuestionItem({ question }: { readonly question: Home["hitl"][number] }) {
  const { t } = useTranslation("home");
  const { subject, since, assignedTo } = question;
  const answer = t("answer");
  return (
    <Card
      state="awaiting_input"
      subject={
        <InstanceLink task={question}>
          <TaskWords task={question} />
        </InstanceLink>
      }
      words={subject}
      acts={
        <Button
          component={Link}
          to="/required_actions"
          search={{ open: keyOf(question) } as never}
          size="compact-sm"
          variant="default"
          aria-label={`${answer}: ${subject}`}
        >
          {answer}
        </Button>
      }
    >
      <span>
        {t("asksSince")} <When at={since} show="minute" />
      </span>
      {assignedTo.length > 0 && <span>{t("asksFor", { names: assignedTo.join(", ") })}</span>}
    </Card>
  );
}

interface TaskWordsProps {
  readonly task: { readonly dagId: string; readonly taskId: string; readonly mapIndex: number };
}

function TaskWords({ task: { dagId, taskId, mapIndex } }: TaskWordsProps) {
  return `${dagId} · ${taskId}${mapIndex < 0 ? "" : ` [${mapIndex}]`}`;
}

function FailureItem({ failure }: { readonly failure: Home["failures"][number] }) {
  const { t } = useTranslation("home");
  const { dagId, taskId, mapIndex, runs, last, tryNumber, goodBefore, fixed } = failure;
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
          <InstanceLink task={{ dagId, runId, taskId, mapIndex }}>
            <TaskWords task={{ dagId, taskId, mapIndex }} />
          </InstanceLink>
        )
      }
      words={useCause(failure)}
      acts={
        fixed ? null : (
          <>
            {taskId !== null && <ClearFromHere failure={{ dagId, runId, taskId, mapIndex }} />}
            <MuteButton failed={{ dagId, taskId }} />
          </>
        )
      }
    >
      <When at={last} show="minute" />
      {tryNumber > 1 && <span>{t("try", { number: tryNumber })}</span>}
      {runs.length > 1 && <span>{t("sameRuns", { count: runs.length })}</span>}
      {goodBefore > 0 && <span>{t("goodBefore", { count: goodBefore })}</span>}
      <Waiting failure={failure} />
    </Card>
  );
}

/** How much waits for it in vain. */
function Waiting({ failure: { blocked, blockedDags } }: { readonly failure: Home["failures"][number] }) {
  const { t } = useTranslation("home");
  if (blocked === 0 && blockedDags === 0) return null;
  if (blockedDags === 0) return <span>{t("blocked", { count: blocked })}</span>;
  if (blocked === 0) return <span>{t("blockedDags", { count: blockedDags })}</span>;
  const [tasks, dags] = [t("taskCount", { count: blocked }), t("dagCount", { count: blockedDags })];
  return <span>{t("blockedBoth", { tasks, dags })}</span>;
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
  readonly mapIndex: number;
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
