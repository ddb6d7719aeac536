/** One backfill: how far it has come, each of its dates, and how to hold, hasten or end it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { When } from "../../../parts/when.tsx";
import { type BackfillDetails, phaseOf } from "./backfill.ts";
import { BackfillControls } from "./backfill-controls.tsx";
import { BackfillDates } from "./backfill-dates.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import styles from "./backfills.module.css";

const SETTLE_MILLIS = 500;

export function BackfillPage() {
  const { t } = useTranslation("backfill");
  const { dagId, backfillId } = useParams({ strict: false }) as { dagId: string; backfillId: string };
  useTitle(`${dagId} · ${t("one", { id: backfillId })}`);
  const queryKey = ["backfill", dagId, backfillId];
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => data.d === dagId && (event === "backfill" || event === "run"),
  });
  const { data, error, refetch } = useQuery({
    enabled,
    queryKey,
    queryFn: ({ signal }) =>
      client.get("/api/v2/backfills/{backfill_id}", {
        params: { path: { backfill_id: Number(backfillId) } },
        signal,
      }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <article>
      <Head backfill={data} />
      <ProgressBar backfill={data} />
      <BackfillControls key={data.updated_at} backfill={data} />
      <Panel title={t("intervals")} count={data.progress.total}>
        <BackfillDates dagId={dagId} dates={data.dates} />
      </Panel>
    </article>
  );
}

function Head({ backfill }: { readonly backfill: BackfillDetails }) {
  const { t } = useTranslation("backfill");
  const { id, from_date: from, to_date: to, reprocess_behavior: how, run_backwards: isBackwards } = backfill;
  const { created_at: created, completed_at: completed, dag_run_conf: conf } = backfill;
  return (
    <header className={styles["page"]}>
      <h2>
        {t("one", { id })} · {t(`phase.${phaseOf(backfill)}`)}
      </h2>
      <p className={styles["facts"]}>
        <span>
          <When at={from} /> → <When at={to} />
        </span>
        <span>
          {t("which")}: {t(`reprocess.${how}`)}
        </span>
        <span>{t(isBackwards ? "newest" : "oldest")}</span>
        <span>
          {t("column.created")} <When at={created} />
        </span>
        {completed !== null && (
          <span>
            {t("column.completed")} <When at={completed} />
          </span>
        )}
      </p>
      {conf !== null && Object.keys(conf).length > 0 && (
        <details>
          <summary>{t("inputs")}</summary>
          <pre>{JSON.stringify(conf, null, 2)}</pre>
        </details>
      )}
    </header>
  );
}
