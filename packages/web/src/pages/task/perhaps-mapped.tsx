/** A task that has no instance of its own in the run: it is mapped, the run has not begun, or there is none of that name. */
import type { MomijiError } from "@momiji/client";
import { Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useRun, useSummary, useWatched } from "../run/run-data.ts";
import type { TaskPlace } from "./task-place.ts";
import styles from "./task.module.css";
import { AskedWhyCard } from "./why/why-card.tsx";

interface PerhapsMappedProps {
  readonly place: TaskPlace;
  readonly error: MomijiError;
}

export function PerhapsMapped({ place, error }: PerhapsMappedProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId } = place;
  const enabled = useWatched(place);
  const { data, error: problem, refetch } = useSummary(place, enabled, taskId);
  const { data: run } = useRun(place, enabled);
  if (problem !== null) return <ProblemPanel error={problem} onRetry={() => void refetch()} />;
  if (data === undefined || run === undefined) return null;
  if (data.total > 0)
    return <Navigate to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped" params={{ dagId, runId, taskId }} replace />;
  if (run.state !== "queued") return <ProblemPanel error={error} />;
  return (
    <article className={styles["page"]}>
      <h2>{taskId}</h2>
      <p>
        {t("notBegun")}{" "}
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
          {t("openRun")}
        </Link>
      </p>
      <AskedWhyCard place={{ dagId, runId }} />
    </article>
  );
}
