/** A row a try: how it went, where it ran, what it was outside, how it ended, its log. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import { readInstant } from "../../../format/instant.ts";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import { attemptTold } from "../failure/failure-words.ts";
import { OutsideJob } from "../outside-job.tsx";
import { type TaskAnswer, type TaskTabProps, type TaskTry, useKnownTask, useTries } from "../task-place.ts";
import styles from "../task.module.css";

const COLUMNS = ["try", "state", "start", "waited", "took", "worker", "outside", "why", "log"] as const;

export function AttemptsTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const tries = useTries(place);
  const { outcomes = [] } = useKnownTask(place) ?? {};
  if (task.try_number === 0) return <Empty>{t("log.notTried")}</Empty>;
  const older = tries.filter(({ try_number: number }) => number < task.try_number);
  const all: readonly TaskTry[] = [...older, task].toReversed();
  const hasJobs = outcomes.some(({ external }) => external?.id != null);
  return (
    <div className={styles["scroll"]}>
      <table className={`${styles["table"]} ${styles["cards"]}`}>
        <caption className="visually-hidden">{t("tabs.attempts")}</caption>
        <thead>
          <tr>
            {COLUMNS.filter((column) => column !== "outside" || hasJobs).map((column) => (
              <th key={column} scope="col">
                {t(`attempts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <Attempt
              key={one.try_number}
              of={one}
              outcome={outcomes.find(({ try_number: number }) => number === one.try_number)}
              hasJobs={hasJobs}
              place={place}
              newest={task.try_number}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Outcome = TaskAnswer["outcomes"][number];

interface AttemptProps extends Pick<TaskTabProps, "place"> {
  readonly of: TaskTry;
  readonly outcome: Outcome | undefined;
  readonly hasJobs: boolean;
  readonly newest: number;
}

function Attempt({ of, outcome, hasJobs, place, newest }: AttemptProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId, mapIndex } = place;
  const [waits, start] = [readInstant(of.scheduled_when ?? of.queued_when), readInstant(of.start_date)];
  const search = of.try_number === newest ? {} : { try: of.try_number };
  const params = { dagId, runId, taskId, mapIndex: String(mapIndex), tab: "log" };
  return (
    <tr>
      <th scope="row" data-label={t("attempts.try")}>
        {of.try_number}
      </th>
      <td>
        <StateBadge state={readState(of.state)} />
      </td>
      <td data-label={t("attempts.start")}>
        <When at={of.start_date} show="short" />
      </td>
      <td data-label={t("attempts.waited")}>
        <Took millis={waits === null || start === null ? null : start - waits} />
      </td>
      <td data-label={t("attempts.took")}>
        <Took millis={of.duration === null ? null : of.duration * 1000} />
      </td>
      <td data-label={t("attempts.worker")}>{of.hostname}</td>
      {hasJobs && <td>{outcome?.external != null && <OutsideJob job={outcome.external} />}</td>}
      <td>{outcome !== undefined && <Ending of={outcome} />}</td>
      <td>
        {mapIndex < 0 ? (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId/$tab" params={params} search={search}>
            {t("log.title")}
          </Link>
        ) : (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex/$tab" params={params} search={search}>
            {t("log.title")}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** In the reader's language, and what was said of it besides. */
function Ending({ of }: { readonly of: Outcome }) {
  const { t } = useTranslation("task");
  const { t: told } = useTranslation("failure");
  const outside = of.external?.exitCode ?? null;
  // Of one that went well the code of its job is all there is to say.
  if (of.code === null) return outside === null ? null : t("failure.exitCode", { exitCode: outside });
  const { words, said } = attemptTold(of, told);
  const exitCode = of.code === "exit_code" ? null : of.exitCode;
  return (
    <>
      {words}
      {exitCode !== null && ` · ${t("failure.exitCode", { exitCode })}`}
      {said !== null && <div className={styles["quiet"]}>{said}</div>}
    </>
  );
}
