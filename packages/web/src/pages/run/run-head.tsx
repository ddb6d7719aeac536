/** What stands above everything of a run: what it covers, how it went, how long that usually takes. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button.tsx";
import { JsonView } from "../../parts/json-view.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { Facts } from "../task/why/facts.ts";
import { runEndText } from "../task/why/run-end-words.ts";
import { WHY } from "../task/why/speech.ts";
import type { Run, RunSummary } from "./run-data.ts";
import styles from "./run.module.css";

interface RunHeadProps {
  readonly run: Run;
  readonly summary: RunSummary | undefined;
}

export function RunHead({ run, summary }: RunHeadProps) {
  const { t } = useTranslation("run");
  const { data_interval_start: from, data_interval_end: to } = run;
  return (
    <header className={styles["head"]}>
      <h2>
        <StateBadge state={readState(run.state)} /> <When at={run.run_after} />
      </h2>
      <p className={styles["facts"]}>
        <span>
          <code>{run.dag_run_id}</code> <CopyButton text={run.dag_run_id} />
        </span>
        {from !== null && to !== null && from !== to && (
          <span>
            {t("covers")} <When at={from} /> → <When at={to} />
          </span>
        )}
        <span>{t(`type.${run.run_type}`)}</span>
        {run.triggering_user_name !== null && <span>{t("triggeredBy", { name: run.triggering_user_name })}</span>}
        {run.start_date !== null && (
          <span>
            {t("started")} <When at={run.start_date} />
          </span>
        )}
        {run.duration !== null && (
          <span>
            {t("took")} <Took millis={run.duration * 1000} />
          </span>
        )}
        {summary?.usualMs != null && (
          <span>
            {t("usual")} <Took millis={summary.usualMs} />
          </span>
        )}
        <Link to="/dags/$dagId/code" params={{ dagId: run.dag_id }} search={{ version: run.dag_version }}>
          v{run.dag_version}
        </Link>
      </p>
      <Reason run={run} summary={summary} />
      {run.note !== null && run.note !== "" && <p className={styles["note"]}>{run.note}</p>}
      {Object.keys(run.conf ?? {}).length > 0 && (
        <details className={styles["conf"]}>
          <summary>{t("conf")}</summary>
          <JsonView value={run.conf} open={2} />
        </details>
      )}
    </header>
  );
}

/** Why it ended as it did: in the reader's language as soon as the summary is there. */
function Reason({ run: { reason, state }, summary }: RunHeadProps) {
  const { t } = useTranslation(WHY);
  if (reason === null) return null;
  const words = runEndText(new Facts(summary?.runEnd), { state: readState(state), said: reason }, t);
  return <p>{words}</p>;
}
