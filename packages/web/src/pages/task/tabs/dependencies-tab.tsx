/** What stands before and after a task, two levels each way, with the states of this run. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { TriggerRule } from "../../../parts/trigger-rule.tsx";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { readState, type State, worstOf } from "../../../states/state.ts";
import type { TaskPlace, TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";
import { neighboursOf } from "./neighbours.ts";

const LEVELS = ["upper", "up", "self", "down", "lower"] as const;

export function DependenciesTab({ place }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { dagId, taskId } = place;
  const graph = useQuery({
    queryKey: ["tasks", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}/tasks", { params: { path: { dag_id: dagId } }, signal }),
  });
  const levels = graph.data === undefined ? [] : neighboursOf(graph.data.tasks, taskId);
  const states = useStates(place, levels.flat());
  if (graph.error !== null) return <ProblemPanel error={graph.error} onRetry={() => void graph.refetch()} />;
  const rule = graph.data?.tasks.find(({ task_id: id }) => id === taskId)?.trigger_rule;
  return (
    <>
      {rule !== undefined && (
        <p>
          {t("dependencies.rule")} <TriggerRule rule={rule} />
        </p>
      )}
      <div className={styles["levels"]}>
        {levels.map((tasks, level) => (
          <section
            key={LEVELS[level]}
            aria-label={t(`dependencies.${LEVELS[level] ?? "self"}`)}
            data-empty={tasks.length === 0}
          >
            <h3>{t(`dependencies.${LEVELS[level] ?? "self"}`)}</h3>
            {tasks.length === 0 && <span className={styles["quiet"]}>{t("dependencies.none")}</span>}
            <ul>
              {tasks.map((task) => (
                <Neighbour key={task} taskId={task} place={place} state={states.get(task) ?? "none"} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface NeighbourProps {
  readonly taskId: string;
  readonly place: TaskPlace;
  readonly state: State;
}

function Neighbour({ taskId, place: { dagId, runId, ...place }, state }: NeighbourProps) {
  const { t } = useTranslation("states");
  return (
    <li aria-current={taskId === place.taskId ? "true" : undefined}>
      <StateGlyph state={state} />
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
        {taskId}
      </Link>
      <span className={styles["quiet"]}>{t(state)}</span>
    </li>
  );
}

/** Of the instances of these tasks in the run, by task; of mapped ones the worst. */
function useStates({ dagId, runId, taskId }: TaskPlace, tasks: readonly string[]): ReadonlyMap<string, State> {
  const { data } = useQuery({
    queryKey: ["task", dagId, runId, taskId, "neighbours", tasks],
    enabled: tasks.length > 0,
    queryFn: ({ signal }) =>
      client.post("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list", {
        params: { path: { dag_id: dagId, dag_run_id: runId } },
        body: { dag_ids: [dagId], dag_run_ids: [runId], task_ids: [...tasks], page_limit: 100 },
        signal,
      }),
  });
  const byTask = Map.groupBy(data?.task_instances ?? [], ({ task_id: id }) => id);
  return new Map(
    [...byTask].map(([id, of]) => [id, worstOf(of.map(({ state }) => readState(state))) ?? "none"] as const),
  );
}
