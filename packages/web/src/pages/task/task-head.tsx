/** What stands above everything of a task instance: its state, its numbers, where it ran. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../format/instant.ts";
import { RunLabel } from "../../parts/run-label.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { OutsideJob } from "./outside-job.tsx";
import { type TaskInstance, type TaskPlace, useNewestJob } from "./task-place.ts";
import styles from "./task.module.css";

export function TaskHead({ task, place }: { readonly task: TaskInstance; readonly place: TaskPlace }) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId, mapIndex } = place;
  const newest = useNewestJob(place);
  // What failed has a card that says more of it.
  const job = readState(task.state) === "failed" ? null : newest;
  return (
    <header className={styles["head"]}>
      <h2>
        {task.task_display_name}
        {mapIndex >= 0 && (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped" params={{ dagId, runId, taskId }}>
            [{task.rendered_map_index ?? mapIndex}]
          </Link>
        )}
        <StateBadge state={readState(task.state)} />
      </h2>
      <p className={styles["facts"]}>
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
          {t("run")} <RunLabel runId={runId} />
        </Link>
        {task.try_number > 0 && <Course task={task} />}
        <span>{task.operator}</span>
        {task.hostname !== null && task.hostname !== "" && <span>{t("worker", { name: task.hostname })}</span>}
        <span>{t("pool", { name: task.pool })}</span>
        {job !== null && (
          <span>
            <OutsideJob job={job} />
          </span>
        )}
      </p>
      {task.note !== null && task.note !== "" && <p className={styles["note"]}>{task.note}</p>}
    </header>
  );
}

/** How its newest try goes. What ended without one has the moment of its end as its start. */
function Course({ task }: { readonly task: TaskInstance }) {
  const { t } = useTranslation("task");
  const waited = between(task.scheduled_when, task.start_date);
  return (
    <>
      <span>{t("try", { tryNumber: task.try_number, most: Math.max(task.try_number, task.max_tries + 1) })}</span>
      {task.duration !== null && <Took millis={task.duration * 1000} />}
      {task.start_date !== null && (
        <span>
          {t("started")} <When at={task.start_date} />
        </span>
      )}
      {waited !== null && (
        <span>
          {t("waited")} <Took millis={waited} />
        </span>
      )}
    </>
  );
}

/** In milliseconds. */
function between(from: string | null, to: string | null): number | null {
  const [begin, end] = [readInstant(from), readInstant(to)];
  return begin === null || end === null ? null : end - begin;
}
