/** A run: how it went, what failed first and what waits for it, and its tabs. */
import { Link, Navigate, Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ActButtons } from "../../acts/act-buttons.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTabStrip } from "../../parts/tab-strip.ts";
import { useTitle } from "../../parts/use-title.ts";
import { AskedWhyCard } from "../task/why/why-card.tsx";
import { Causes } from "./causes.tsx";
import { FailureNews } from "./failure-news.tsx";
import { NoRun } from "./no-run.tsx";
import { TriggerAgain } from "./trigger-again.tsx";
import { useRun, useRunPlace, useSummary, useWatched, type RunPlace } from "./run-data.ts";
import { RunHead } from "./run-head.tsx";
import { readRunTab, RUN_TABS } from "./run-tabs.ts";
import styles from "./run.module.css";
import { TasksTab } from "./tabs/tasks-tab.tsx";

export function RunPage() {
  const place = useRunPlace();
  const { dagId, runId } = place;
  useTitle(`${dagId} · ${runId}`);
  const enabled = useWatched(place);
  const { data: run, error, refetch } = useRun(place, enabled);
  const { data: summary, error: problem, refetch: again } = useSummary(place, enabled);
  if (error !== null) return <NoRun error={error} onRetry={() => void refetch()} />;
  if (run === undefined) return null;
  return (
    <article key={runId} className={styles["page"]}>
      <FailureNews place={place} />
      <RunHead run={run} summary={summary} />
      <ActButtons target={{ of: "runs", runs: [place] }}>
        <TriggerAgain place={place} />
      </ActButtons>
      {run.state === "queued" && <AskedWhyCard place={place} />}
      {problem !== null && <ProblemPanel error={problem} onRetry={() => void again()} />}
      {summary !== undefined && <Causes place={place} summary={summary} />}
      <Tabs place={place} />
      <Outlet />
    </article>
  );
}

function Tabs({ place }: { readonly place: RunPlace }) {
  const { t } = useTranslation("run");
  const { tab } = useParams({ strict: false });
  const shown = readRunTab(tab) ?? "tasks";
  const strip = useTabStrip();
  return (
    <nav ref={strip} aria-label={t("tabs.label")} className={styles["tabs"]}>
      {RUN_TABS.map((name) => (
        <Link
          key={name}
          to="/dags/$dagId/runs/$runId/$tab"
          params={{ ...place, tab: name }}
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

const SHOWN = {
  graph: lazy(async () => ({ default: (await import("./tabs/graph-tab.tsx")).RunGraphTab })),
  gantt: lazy(async () => ({ default: (await import("./tabs/gantt-tab.tsx")).RunGanttTab })),
  logs: lazy(async () => ({ default: (await import("./tabs/logs-tab.tsx")).LogsTab })),
  events: lazy(async () => ({ default: (await import("./tabs/events-tab.tsx")).EventsTab })),
  code: lazy(async () => ({ default: (await import("./tabs/code-tab.tsx")).RunCodeTab })),
  assets: lazy(async () => ({ default: (await import("./tabs/assets-tab.tsx")).AssetsTab })),
  details: lazy(async () => ({ default: (await import("./tabs/details-tab.tsx")).DetailsTab })),
} as const;

/** The tab that the address names; without one the task instances. */
export function RunTab() {
  const place = useRunPlace();
  const { tab } = useParams({ strict: false });
  const { data: run } = useRun(place, false);
  const name = readRunTab(tab);
  if (run === undefined) return null;
  if (tab !== undefined && name !== tab)
    return <Navigate to="/dags/$dagId/runs/$runId/$tab" params={{ ...place, tab: name ?? "tasks" }} replace />;
  if (name === null || name === "tasks") return <TasksTab place={place} run={run} />;
  const Shown = SHOWN[name];
  return (
    <Suspense>
      <Shown place={place} run={run} />
    </Suspense>
  );
}
