/** What people and the engine did with a run, one line each. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import "../../../i18n/admin-words.ts";
import { knownEvent } from "../../../parts/events-list/event-words.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import { readState } from "../../../states/state.ts";
import type { RunTabProps } from "../run-data.ts";
import styles from "../run.module.css";

const MOST = 100;

export function EventsTab({ place: { dagId, runId }, run }: RunTabProps) {
  const { t } = useTranslation("run");
  const { data, error, refetch } = useQuery({
    queryKey: ["run", dagId, runId, "events"],
    queryFn: ({ signal }) =>
      client.get("/api/v2/eventLogs", {
        params: { query: { dag_id: dagId, run_id: runId, order_by: ["-when"], limit: MOST } },
        signal,
      }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <ol className={styles["story"]}>
        <Steps run={run} />
        {data.event_logs.map(({ event_log_id: id, when, owner, event, task_id: taskId, extra }) => (
          <li key={id}>
            <When at={when} />
            <strong>{owner ?? t("events.nobody")}</strong>
            <span>
              <Did event={event} /> {taskId}
              {extra !== null && (
                <details>
                  <summary>{t("events.more")}</summary>
                  <pre tabIndex={0}>{extra}</pre>
                </details>
              )}
            </span>
          </li>
        ))}
      </ol>
      {data.event_logs.length === 0 && <Empty>{t("events.none")}</Empty>}
    </>
  );
}

/** What the engine did with it, the newest first. */
function Steps({ run }: Pick<RunTabProps, "run">) {
  const { t } = useTranslation("run");
  const { t: word } = useTranslation("states");
  const steps = [
    ["ended", run.end_date],
    ["started", run.start_date],
    ["queued", run.queued_at],
  ] as const;
  return steps.map(
    ([step, at]) =>
      at !== null && (
        <li key={step}>
          <When at={at} />
          <strong>{t("events.scheduler")}</strong>
          <span>{t(`events.${step}`, { state: word(readState(run.state)) })}</span>
        </li>
      ),
  );
}

function Did({ event }: { readonly event: string }) {
  const { t } = useTranslation("admin");
  const known = knownEvent(event);
  return <span title={event}>{known === null ? event : t(`events.did.${known}`)}</span>;
}
