/** Why something does not run: one sentence, then what else is in the way, what would change it, and who goes first. Live. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../task.module.css";
import { WHY } from "./speech.ts";
import type { WhyPlace } from "./why-place.ts";
import { WhyReason } from "./why-reason.tsx";
import { WhyRemedies } from "./why-remedies.tsx";
import { reasonText, type Reason } from "./why-words.ts";

export function WhyCard(place: WhyPlace) {
  const { t } = useTranslation(WHY);
  const { data, error, refetch } = useWhy(place);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const isOfDag = place.runId === undefined;
  // Of a DAG that waits for its time alone the list of coming runs says all.
  if (isOfDag && (data === undefined || data.reasons.every(({ code }) => code === "not_due"))) return null;
  if (data === undefined) return <section className={styles["why"]} aria-busy="true" style={{ minHeight: 80 }} />;
  const [first, ...others] = data.reasons;
  return (
    <section className={styles["why"]} aria-label={t("why:title")} aria-live="polite">
      <h3>{first === undefined ? t("why:nothing") : reasonText(first, t)}</h3>
      {first !== undefined && <WhyReason reason={first} place={place} />}
      {others.length > 0 && (
        <ul className={styles["reasons"]}>
          {others.map((reason) => (
            <li key={`${reason.code} ${reason.text}`}>
              <span aria-hidden="true">✕</span> {reasonText(reason, t)}
              <WhyReason reason={reason} place={place} />
            </li>
          ))}
        </ul>
      )}
      <WhyRemedies reasons={data.reasons} place={place} />
      {data.notes.length > 0 && (
        <ul className={styles["notes"]}>
          {data.notes.map((note) => (
            <li key={`${note.code} ${note.text}`}>
              {reasonText(note, t)}
              <WhyReason reason={note} place={place} />
              <WhyRemedies reasons={[note]} place={place} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Why = Pick<components["schemas"]["TaskInstanceExplanation"], "notes"> & { readonly reasons: readonly Reason[] };

const SETTLE_MILLIS = 300;

/** Whatever happens to the run, its DAG or a pool may change it. */
function useWhy({ dagId, runId, taskId, mapIndex = -1 }: WhyPlace) {
  const queryKey = ["why", dagId, runId ?? null, taskId ?? null, mapIndex];
  const enabled = useFresh({
    topics: [...(runId === undefined ? [] : [`run:${dagId}/${runId}`]), `dag:${dagId}`, "pools"],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "pool" || data.d === dagId,
  });
  return useQuery({
    enabled,
    queryKey,
    staleTime: 0,
    queryFn: ({ signal }) => askWhy({ dagId, runId, taskId, mapIndex }, signal),
  });
}

interface Asked {
  readonly dagId: string;
  readonly runId: string | undefined;
  readonly taskId: string | undefined;
  readonly mapIndex: number;
}

function askWhy({ dagId, runId, taskId, mapIndex }: Asked, signal: AbortSignal): Promise<Why> {
  if (runId === undefined)
    return client.get("/api/v2/dags/{dag_id}/explain", { params: { path: { dag_id: dagId } }, signal });
  const run = { dag_id: dagId, dag_run_id: runId };
  if (taskId === undefined)
    return client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain", { params: { path: run }, signal });
  return client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/explain", {
    params: { path: { ...run, task_id: taskId }, query: { map_index: mapIndex } },
    signal,
  });
}
