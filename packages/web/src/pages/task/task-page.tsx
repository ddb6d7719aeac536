/** A task instance: the answer that its state makes people ask for comes first, then its tabs. */
import { MomijiError } from "@momiji/client";
import { Link, Navigate, Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ActButtons } from "../../acts/act-buttons.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTabStrip } from "../../parts/tab-strip.ts";
import { useTitle } from "../../parts/use-title.ts";
import { useKeys } from "../../keys/use-keys.ts";
import { ASKS_WHY, readState } from "../../states/state.ts";
import { FailureNews } from "../run/failure-news.tsx";
import { FailureCard } from "./failure/failure-card.tsx";
import { Outputs } from "./outputs.tsx";
import outputStyles from "./outputs.module.css";
import { PerhapsMapped } from "./perhaps-mapped.tsx";
import { LogTab } from "./tabs/log-tab.tsx";
import { TaskHead } from "./task-head.tsx";
import { type TaskInstance, type TaskPlace, type TaskTabProps, useKnownTask, usePlace, useTask } from "./task-place.ts";
import { readTab, TASK_TABS, type TaskTabName } from "./task-tabs.ts";
import styles from "./task.module.css";
import { WhyCard } from "./why/why-card.tsx";

export function TaskPage() {
  const place = usePlace();
  const { dagId, runId, taskId, mapIndex } = place;
  useTitle(`${taskId} · ${dagId}`);
  const { data: task, error, refetch } = useTask(place);
  if (error instanceof MomijiError && error.status === NOT_FOUND && mapIndex < 0)
    return <PerhapsMapped place={place} error={error} />;
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (task === undefined) return null;
  return (
    <article key={`${runId} ${taskId} ${mapIndex}`} className={styles["page"]}>
      <FailureNews place={place} />
      <TaskHead task={task} place={place} />
      <ActButtons target={{ of: "tasks", tasks: [place] }} />
      <Tabs place={place} task={task} />
      <Outlet />
    </article>
  );
}

const NOT_FOUND = 404;

function Tabs({ place, task }: { readonly place: TaskPlace; readonly task: TaskInstance }) {
  const { t } = useTranslation("task");
  const { tab } = useParams({ strict: false });
  const shown = readTab(tab) ?? "log";
  const strip = useTabStrip();
  const navigate = useNavigate();
  useKeys({ l: () => void navigate({ ...tabLink(place, "log"), search: {} }) });
  const isAsking = task.operator?.toLowerCase().includes("hitl") === true || task.state === "awaiting_input";
  const offered = TASK_TABS.filter((name) => name === shown || name !== "required_actions" || isAsking);
  return (
    <nav ref={strip} aria-label={t("tabs.label")} className={styles["tabs"]}>
      {offered.map((name) => (
        <Link
          key={name}
          {...tabLink(place, name)}
          search={{}}
          data-shown={name === shown || undefined}
          aria-current={name === shown ? "page" : undefined}
        >
          {t(`tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

function tabLink({ dagId, runId, taskId, mapIndex }: TaskPlace, tab: TaskTabName) {
  const params = { dagId, runId, taskId, mapIndex: String(mapIndex), tab };
  return mapIndex < 0
    ? ({ to: "/dags/$dagId/runs/$runId/tasks/$taskId/$tab", params } as const)
    : ({ to: "/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex/$tab", params } as const);
}

const SHOWN = {
  attempts: lazy(async () => ({ default: (await import("./tabs/attempts-tab.tsx")).AttemptsTab })),
  rendered: lazy(async () => ({ default: (await import("./tabs/rendered-tab.tsx")).RenderedTab })),
  xcom: lazy(async () => ({ default: (await import("./tabs/xcom-tab.tsx")).XComTab })),
  dependencies: lazy(async () => ({ default: (await import("./tabs/dependencies-tab.tsx")).DependenciesTab })),
  events: lazy(async () => ({ default: (await import("./tabs/events-tab.tsx")).EventsTab })),
  code: lazy(async () => ({ default: (await import("./tabs/code-tab.tsx")).TaskCodeTab })),
  assets: lazy(async () => ({ default: (await import("./tabs/assets-tab.tsx")).AssetsTab })),
  required_actions: lazy(async () => ({ default: (await import("./tabs/question-tab.tsx")).QuestionTab })),
  details: lazy(async () => ({ default: (await import("./tabs/details-tab.tsx")).DetailsTab })),
} as const;

const QuestionCard = lazy(async () => ({
  default: (await import("../inbox/question-card.tsx")).QuestionCard,
}));

/** The tab that the address names; without one what the state makes people ask for. */
export function TaskTab() {
  const place = usePlace();
  const { tab } = useParams({ strict: false });
  const task = useKnownTask(place)?.task;
  const name = readTab(tab);
  if (task === undefined) return null;
  if (tab !== undefined && name !== tab) {
    return <Navigate {...tabLink(place, name ?? "log")} search={{}} replace />;
  }
  if (name === null) return <Answer place={place} task={task} />;
  if (name === "log") return <LogTab place={place} task={task} />;
  const Shown = SHOWN[name];
  return (
    <Suspense>
      <Shown place={place} task={task} />
    </Suspense>
  );
}

function Answer({ place, task }: TaskTabProps) {
  const { why = null, outputs = null } = useKnownTask(place) ?? {};
  const state = readState(task.state);
  return (
    <>
      {state === "failed" && <FailureCard place={place} tryNumber={task.try_number} />}
      {state === "awaiting_input" ? (
        <Suspense>
          <QuestionCard place={place} />
        </Suspense>
      ) : (
        why !== null && <WhyCard place={place} why={why} />
      )}
      {(task.try_number > 0 || !ASKS_WHY.has(state)) && (
        <div className={outputStyles["withLog"]}>
          <LogTab place={place} task={task} />
          {outputs !== null && outputs.total > 0 && <Outputs place={place} of={outputs} />}
        </div>
      )}
    </>
  );
}
