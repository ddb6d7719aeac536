/** Why something does not run: one sentence, then what else is in the way, what would change it, and who goes first. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../task.module.css";
import { WhyFixes } from "./why-fixes.tsx";
import type { WhyPlace } from "./why-place.ts";
import { WhyReason } from "./why-reason.tsx";
import { reasonText, type Reason } from "./why-words.ts";

/** Of a run that is asked for here; why a task instance waits its page knows already. */
export function RunWhyCard({ place }: { readonly place: RunPlace }) {
  const { data, error, refetch } = useRunWhy(place);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <section className={styles["why"]} aria-busy="true" style={{ minHeight: 80 }} />;
  return <WhyCard place={place} why={data} />;
}

export function WhyCard({ place, why: { reasons, notes } }: { readonly place: WhyPlace; readonly why: Why }) {
  const { t } = useTranslation("task");
  const [first, ...others] = reasons;
  return (
    <section className={styles["why"]} aria-label={t("why.title")} aria-live="polite">
      <h3>{first === undefined ? t("why.nothing") : reasonText(first, t)}</h3>
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
      <WhyFixes reasons={reasons} place={place} />
      {notes.length > 0 && (
        <ul className={styles["notes"]}>
          {notes.map(({ code, text }) => (
            <li key={`${code} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Why = Pick<components["schemas"]["TaskInstanceExplanation"], "notes"> & { readonly reasons: readonly Reason[] };

const SETTLE_MILLIS = 300;

interface RunPlace {
  readonly dagId: string;
  readonly runId: string;
}

/** Whatever happens to the run, its DAG or a pool may change it. */
function useRunWhy({ dagId, runId }: RunPlace) {
  const queryKey = ["why", dagId, runId];
  const enabled = useFresh({
    topics: [`run:${dagId}/${runId}`, `dag:${dagId}`, "pools"],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "pool" || data.d === dagId,
  });
  return useQuery({
    enabled,
    queryKey,
    staleTime: 0,
    queryFn: ({ signal }): Promise<Why> =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain", {
        params: { path: { dag_id: dagId, dag_run_id: runId } },
        signal,
      }),
  });
}
