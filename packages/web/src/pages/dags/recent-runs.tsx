/** The last runs of a DAG as bars: the newest at the right, each as high as it took long. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { stateOfLetter } from "../../states/state.ts";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";

const BAR_HEIGHT = 22;

export function RecentRuns({ dag: { dag_id: dagId, recent } }: { readonly dag: DagRow }) {
  const { t } = useTranslation(["dags", "states"]);
  const { language } = usePreferences();
  const longest = Math.max(1, ...recent.map(([, , millis]) => millis ?? 0));
  return (
    <span className={styles["bars"]}>
      {recent.toReversed().map(([runId, letter, millis]) => {
        const state = stateOfLetter(letter) ?? "none";
        const name = t("dags:recentRun", {
          state: t(`states:${state}`),
          duration: millis === null ? "–" : durationText(millis, language),
        });
        return (
          <Link
            key={runId}
            to="/dags/$dagId/runs/$runId"
            params={{ dagId, runId }}
            title={`${name}\n${runId}`}
            aria-label={name}
            data-state={state}
            tabIndex={-1}
          >
            <span style={{ height: Math.max(4, ((millis ?? 0) / longest) * BAR_HEIGHT) }} />
          </Link>
        );
      })}
    </span>
  );
}
