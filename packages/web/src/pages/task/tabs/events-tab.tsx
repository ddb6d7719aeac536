/** What happened to a task instance, one line each, and who did it. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import "../../../i18n/admin-words.ts";
import { knownEvent } from "../../../parts/events-list/event-words.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import { type TaskTabProps, useTries } from "../task-place.ts";
import styles from "../task.module.css";
import { type Chapter, storyOf } from "./story.ts";

const MOST = 100;

export function EventsTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId, mapIndex } = place;
  const tries = useTries(place);
  const { data, error, refetch } = useQuery({
    queryKey: ["task", dagId, runId, taskId, mapIndex, "events"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/eventLogs", {
        params: { query: { dag_id: dagId, run_id: runId, task_id: taskId, order_by: ["-when"], limit: MOST } },
        signal,
      }),
  });
  const older = tries.filter(({ try_number: number }) => number < task.try_number);
  const story = storyOf([...older, task], data?.event_logs ?? []);
  return (
    <>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {story.length === 0 && data !== undefined && <Empty>{t("events.none")}</Empty>}
      <ol className={styles["story"]}>
        {story.map((chapter) => (
          <li key={chapter.kind === "act" ? `act ${chapter.id}` : `${chapter.tryNumber} ${chapter.step}`}>
            <When at={chapter.at} />
            <Words chapter={chapter} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Words({ chapter }: { readonly chapter: Chapter }) {
  const { t } = useTranslation("task");
  const { t: did } = useTranslation("admin");
  const known = chapter.kind === "act" ? knownEvent(chapter.event) : null;
  if (chapter.kind === "act")
    return (
      <>
        <strong>{chapter.by ?? t("events.nobody")}</strong>
        <span>
          <span title={chapter.event}>{known === null ? chapter.event : did(`events.did.${known}`)}</span>
          {chapter.extra !== null && (
            <details>
              <summary>{t("events.more")}</summary>
              <pre tabIndex={0}>{chapter.extra}</pre>
            </details>
          )}
        </span>
      </>
    );
  const { step, tryNumber, state, worker } = chapter;
  const who = step === "started" || step === "ended" ? (worker ?? t("events.worker")) : t("events.scheduler");
  return (
    <>
      <strong>{who}</strong>
      <span>
        {t(`events.step.${step}`, { tryNumber })} {step === "ended" && <StateBadge state={readState(state)} />}
      </span>
    </>
  );
}
