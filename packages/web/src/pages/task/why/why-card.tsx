/** Why something does not run: one sentence, then what else is in the way and what is not, what would change it, and who goes first. Live. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../task.module.css";
import { PassedChecks } from "./passed-checks.tsx";
import { WHY } from "./speech.ts";
import type { WhyPlace } from "./why-place.ts";
import { WhyLine, WhyReason, WhyWords } from "./why-reason.tsx";
import { WhyRemedies } from "./why-remedies.tsx";
import { goesByItself, reasonText, rootOf } from "./why-words.ts";

/** Of a run or a DAG; why a task instance waits its page knows already. */
export function AskedWhyCard({ place }: { readonly place: Asked }) {
  const { data, error, refetch } = useWhy(place);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const isOfDag = place.runId === undefined;
  // Of a DAG that waits for its time alone the list of coming runs says all.
  if (isOfDag && (data === undefined || data.reasons.every(({ code }) => code === "not_due"))) return null;
  if (data === undefined) return <section className={styles["why"]} aria-busy="true" style={{ minHeight: 80 }} />;
  return <WhyCard place={place} why={data} />;
}

export function WhyCard({
  place,
  why: { reasons, passed = [], notes },
}: {
  readonly place: WhyPlace;
  readonly why: Why;
}) {
  const { t } = useTranslation(WHY);
  const [first, ...others] = reasons;
  const roots = reasons.flatMap((reason) => rootOf(reason) ?? []);
  return (
    <section className={styles["why"]} aria-label={t("why:title")} aria-live="polite">
      <h3>{first === undefined ? t("why:nothing") : <WhyWords reason={first} place={place} />}</h3>
      {first !== undefined && <WhyReason reason={first} place={place} roots={roots} />}
      {others.length > 0 && (
        <ul className={styles["reasons"]}>
          {others.map((reason) => (
            <li key={`${reason.code} ${reason.text}`}>
              <span aria-hidden="true">{goesByItself(reason) ? "…" : "✕"}</span>{" "}
              <WhyWords reason={reason} place={place} />
              <WhyReason reason={reason} place={place} />
            </li>
          ))}
        </ul>
      )}
      <PassedChecks checks={passed} />
      <WhyRemedies reasons={reasons} place={place} />
      {reasons.map((reason) => (
        <WhyLine key={`${reason.code} ${reason.text}`} reason={reason} place={place} />
      ))}
      {notes.length > 0 && (
        <ul className={styles["notes"]}>
          {notes.map((note) => (
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

type Answer = components["schemas"]["TaskInstanceExplanation"];

/** Of runs and DAGs it is not told what does not hold them. */
type Why = Pick<Answer, "notes" | "reasons"> & Partial<Pick<Answer, "passed">>;

const SETTLE_MILLIS = 300;

interface Asked {
  readonly dagId: string;
  /** Absent: the DAG itself. */
  readonly runId?: string;
}

/** Whatever happens to the run, its DAG or a pool may change it. */
function useWhy({ dagId, runId }: Asked) {
  const queryKey = ["why", dagId, runId ?? null];
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
    queryFn: ({ signal }): Promise<Why> =>
      runId === undefined
        ? client.get("/api/v2/dags/{dag_id}/explain", { params: { path: { dag_id: dagId } }, signal })
        : client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain", {
            params: { path: { dag_id: dagId, dag_run_id: runId } },
            signal,
          }),
  });
}
