/** A task instance: the answer that its state makes people ask for comes first, then its log. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActButtons } from "../../acts/act-buttons.tsx";
import { client } from "../../api/client.ts";
import { readInstant } from "../../format/instant.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { Took } from "../../parts/took.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState, type State } from "../../states/state.ts";
import type { TaskInstance } from "../run/run.ts";
import { FailureCard } from "./failure-card.tsx";
import { Log } from "./log/log.tsx";
import styles from "./task.module.css";
import { WhyCard } from "./why-card.tsx";

const SETTLE_MILLIS = 300;

/** States in which people ask why it does not run. */
const WAITING: ReadonlySet<State> = new Set([
  "none",
  "scheduled",
  "queued",
  "up_for_retry",
  "up_for_reschedule",
  "upstream_failed",
  "skipped",
]);

interface TaskPath {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex?: string;
}

export function TaskPage() {
  const { dagId, runId, taskId, mapIndex = "-1" } = useParams({ strict: false }) as unknown as TaskPath;
  const index = Number(mapIndex);
  useTitle(`${taskId} · ${dagId}`);
  const { data: task, error, refetch } = useTask({ dagId, runId, taskId, mapIndex });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (task === undefined) return null;
  const state = readState(task.state);
  const place = { dagId, runId, taskId, mapIndex: index };
  return (
    <article key={`${runId} ${taskId} ${index}`}>
      <TaskHead task={task} state={state} />
      {state === "failed" && <FailureCard {...place} tryNumber={task.try_number} />}
      <ActButtons target={{ of: "tasks", tasks: [place] }} />
      {WAITING.has(state) && <WhyCard {...place} />}
      <Log {...place} tries={task.try_number} isOver={task.end_date !== null} isFailed={state === "failed"} />
    </article>
  );
}

function useTask({ dagId, runId, taskId, mapIndex = "-1" }: TaskPath) {
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`],
    queryKey: ["task", dagId, runId, taskId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => data.r === runId && data.d === dagId && (event !== "ti" || data.t === taskId),
  });
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId };
  const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";
  return useQuery({
    enabled,
    queryKey: ["task", dagId, runId, taskId, mapIndex],
    queryFn: ({ signal }) =>
      mapIndex === "-1"
        ? client.get(TASK, { params: { path }, signal })
        : client.get(`${TASK}/{map_index}`, { params: { path: { ...path, map_index: Number(mapIndex) } }, signal }),
  });
}

function TaskHead({ task, state }: { readonly task: TaskInstance; readonly state: State }) {
  const { t } = useTranslation("task");
  const { dag_id: dagId, dag_run_id: runId } = task;
  const waited = between(task.scheduled_when, task.start_date);
  return (
    <header className={styles["head"]}>
      <h2>
        {task.task_id} <StateBadge state={state} />
      </h2>
      <p className={styles["facts"]}>
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
          {runId}
        </Link>
        {task.try_number > 0 && (
          <span>{t("try", { tryNumber: task.try_number, most: Math.max(task.try_number, task.max_tries + 1) })}</span>
        )}
        {task.duration !== null && <Took millis={task.duration * 1000} />}
        {task.start_date !== null && (
          <span>
            {t("started")} <When at={task.start_date} show="time" />
          </span>
        )}
        {waited !== null && (
          <span>
            {t("waited")} <Took millis={waited} />
          </span>
        )}
        <span>{task.operator}</span>
        {task.hostname !== null && task.hostname !== "" && <span>{t("worker", { name: task.hostname })}</span>}
        <span>{t("pool", { name: task.pool })}</span>
      </p>
    </header>
  );
}

/** In milliseconds. */
function between(from: string | null, to: string | null): number | null {
  const [begin, end] = [readInstant(from), readInstant(to)];
  return begin === null || end === null ? null : end - begin;
}
