/** A run: how it went, what failed first, and every task of it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActButtons } from "../../acts/act-buttons.tsx";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { Empty, Panel } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { Took } from "../../parts/took.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { WhyCard } from "../task/why-card.tsx";
import styles from "./run.module.css";
import { inOrder, type Run, type TaskInstance } from "./run.ts";

const MOST = 100;
const SETTLE_MILLIS = 500;

export function RunPage() {
  const { dagId, runId } = useParams({ strict: false }) as { dagId: string; runId: string };
  useTitle(`${dagId} · ${runId}`);
  const path = { dag_id: dagId, dag_run_id: runId };
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`],
    queryKey: ["run", dagId, runId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ data }) => data.r === runId && data.d === dagId,
  });
  const run = useQuery({
    enabled,
    queryKey: ["run", dagId, runId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { params: { path }, signal }),
  });
  const tasks = useQuery({
    enabled,
    queryKey: ["run", dagId, runId, "tasks"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: { path, query: { limit: MOST } },
        signal,
      }),
  });
  if (run.error !== null) return <ProblemPanel error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <article>
      {run.data !== undefined && <RunHead run={run.data} />}
      <ActButtons target={{ of: "runs", runs: [{ dagId, runId }] }} />
      {run.data?.state === "queued" && <WhyCard dagId={dagId} runId={runId} />}
      {tasks.error !== null && <ProblemPanel error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.data !== undefined && (
        <Tasks tasks={tasks.data.task_instances} total={tasks.data.total_entries ?? tasks.data.task_instances.length} />
      )}
    </article>
  );
}

function RunHead({ run }: { readonly run: Run }) {
  const { t } = useTranslation("run");
  const state = readState(run.state);
  return (
    <header className={styles["head"]}>
      <h2>
        <StateBadge state={state} /> <When at={run.run_after} />
      </h2>
      <p className={styles["facts"]}>
        <span>{run.run_type}</span>
        {run.triggering_user_name !== null && <span>{t("triggeredBy", { name: run.triggering_user_name })}</span>}
        {run.start_date !== null && (
          <span>
            {t("started")} <When at={run.start_date} show="time" />
          </span>
        )}
        {run.duration !== null && (
          <span>
            {t("took")} <Took millis={run.duration * 1000} />
          </span>
        )}
      </p>
      {run.note !== null && <p className={styles["note"]}>{run.note}</p>}
      {Object.keys(run.conf ?? {}).length > 0 && (
        <details>
          <summary>{t("conf")}</summary>
          <pre>{JSON.stringify(run.conf, null, 2)}</pre>
        </details>
      )}
    </header>
  );
}

function Tasks({ tasks, total }: { readonly tasks: readonly TaskInstance[]; readonly total: number }) {
  const { t } = useTranslation("run");
  return (
    <Panel title={t("tasks")} count={total}>
      {tasks.length === 0 && <Empty>{t("noTasks")}</Empty>}
      <table className={styles["tasks"]}>
        <thead>
          <tr>
            {(["state", "task", "start", "took", "try", "operator"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(tasks).map((task) => (
            <TaskRow key={`${task.task_id} ${task.map_index}`} task={task} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function TaskRow({ task }: { readonly task: TaskInstance }) {
  const { t } = useTranslation("run");
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index } = task;
  const label = index < 0 ? taskId : `${taskId} ${t("mapIndex", { index: task.rendered_map_index ?? index })}`;
  return (
    <tr>
      <td>
        <StateBadge state={readState(task.state)} />
      </td>
      <td>
        {index < 0 ? (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
            {label}
          </Link>
        ) : (
          <Link
            to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
            params={{ dagId, runId, taskId, mapIndex: String(index) }}
          >
            {label}
          </Link>
        )}
      </td>
      <td>
        <When at={task.start_date} show="time" />
      </td>
      <td>
        <Took millis={task.duration === null ? null : task.duration * 1000} />
      </td>
      <td>{task.try_number}</td>
      <td>{task.operator}</td>
    </tr>
  );
}
