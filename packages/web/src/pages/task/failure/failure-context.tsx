/** What surrounds a failure: when it last went well, what is different since, and what does not run because of it. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RunLabel } from "../../../parts/run-label.tsx";
import { When } from "../../../parts/when.tsx";
import type { TaskPlace } from "../task-place.ts";
import styles from "../task.module.css";
import type { Failure } from "./failure-data.ts";
import { changeValue } from "./failure-words.ts";

interface Shown {
  readonly place: TaskPlace;
  readonly failure: Failure;
}

export function History({ place, failure }: Shown) {
  const { dagId, taskId } = place;
  const { lastSuccess, changed, unchanged } = failure;
  const { t } = useTranslation(["task", "why"]);
  const same = unchanged.map((what) => t(`failure.change.${what}`));
  return (
    <>
      {lastSuccess === null ? (
        <p>{t("failure.never")}</p>
      ) : (
        <>
          <p>
            {t("failure.lastSuccess")}{" "}
            <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId: lastSuccess.runId, taskId }}>
              <RunLabel runId={lastSuccess.runId} />
            </Link>{" "}
            · v{lastSuccess.version}
            {lastSuccess.end !== null && (
              <>
                {" "}
                · <When at={lastSuccess.end} />
              </>
            )}
          </p>
          <p>{changed.length === 0 ? t("failure.unchanged") : t("failure.changedSince")}</p>
        </>
      )}
      {changed.length > 0 && (
        <ul className={styles["changes"]}>
          {changed.map(({ what, from, to }) => (
            <li key={what}>
              {t(`failure.change.${what}`)}:{" "}
              <span>{from === null ? changeValue(to) : `${changeValue(from)} → ${changeValue(to)}`}</span>
              {what === "code" && typeof from === "number" && typeof to === "number" && (
                <>
                  {" "}
                  <Link to="/dags/$dagId/code" params={{ dagId }} search={{ version: to, against: from }}>
                    {t("failure.diff", { from, to })}
                  </Link>
                </>
              )}
            </li>
          ))}
          {same.length > 0 && <li>{t("failure.sameSince", { names: same.join(t("why:list")) })}</li>}
        </ul>
      )}
      <Alike place={place} failure={failure} />
    </>
  );
}

/** The same error in other tries and runs: their list is one click away. */
function Alike({ place: { dagId, taskId }, failure: { sameErrorTries, sameErrorRuns } }: Shown) {
  const { t } = useTranslation("task");
  if (sameErrorTries.length + sameErrorRuns === 0) return null;
  return (
    <p>
      {sameErrorTries.length > 0 && (
        <span>{t("failure.sameTries", { count: sameErrorTries.length, tries: sameErrorTries.join(", ") })} </span>
      )}
      {sameErrorRuns > 0 && (
        <Link to="/dags/$dagId/tasks/$taskId" params={{ dagId, taskId }}>
          {t("failure.same", { count: sameErrorRuns })}
        </Link>
      )}
    </p>
  );
}

/** Names that are listed; of more there is the count. */
const MOST = 20;

export function Blocks({ place: { dagId, runId }, failure: { blocks } }: Shown) {
  const { t } = useTranslation("task");
  const { tasks, dags } = blocks;
  if (tasks.length + dags.length === 0) return null;
  return (
    <p className={styles["names"]}>
      <span>{t("failure.blocks")}</span>
      {tasks.slice(0, MOST).map((taskId) => (
        <Link key={taskId} to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
          {taskId}
        </Link>
      ))}
      {dags.slice(0, MOST).map((dag) => (
        <Link key={dag} to="/dags/$dagId" params={{ dagId: dag }}>
          {t("failure.dag", { dag })}
        </Link>
      ))}
      {tasks.length + dags.length > MOST && (
        <span>{t("failure.more", { count: tasks.length + dags.length - MOST })}</span>
      )}
    </p>
  );
}
