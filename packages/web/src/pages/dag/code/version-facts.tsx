/** What is known of a version: since when, made of which code, used by which runs. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { When } from "../../../parts/when.tsx";
import styles from "./code.module.css";
import { type DagVersion, useFileOf, useRunsOf } from "./sources.ts";
import { shortHash } from "./version-picker.tsx";

export function VersionFacts({ version }: { readonly version: DagVersion }) {
  const { t } = useTranslation("code");
  const { dag_id: dagId, version_number: number, bundle_version: hash, created_at: at } = version;
  const file = useFileOf(dagId);
  const { data: runs } = useRunsOf(dagId, number);
  const last = runs?.dag_runs[0];
  return (
    <p className={styles["facts"]}>
      {file !== null && (
        <span>
          {t("file")} <code>{file}</code>
        </span>
      )}
      <span>
        {t("since")} <When at={at} />
      </span>
      <span title={hash ?? undefined}>
        {t("bundle")} <code>{shortHash(hash)}</code>
      </span>
      {runs !== undefined && <span>{t("runs", { count: runs.total_entries ?? runs.dag_runs.length })}</span>}
      {last !== undefined && (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: last.dag_run_id }} title={last.dag_run_id}>
          {t("lastRun")} <When at={last.run_after} show="minute" />
        </Link>
      )}
    </p>
  );
}
