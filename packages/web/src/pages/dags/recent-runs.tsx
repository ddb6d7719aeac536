/** The last runs of a DAG as bars: the newest at the right, each as high as it took long. */
import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../../api/place.ts";
import { durationText } from "../../format/duration.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { stateOfLetter } from "../../states/state.ts";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";

const BAR_HEIGHT = 22;

export function RecentRuns({ dag: { dag_id: dagId, recent } }: { readonly dag: DagRow }) {
  const { t } = useTranslation(["dags", "states"]);
  const { language } = usePreferences();
  const navigate = useNavigate();
  // One for all of a row: a list of thousands of rows has no time for a component for each bar.
  const onClick = (event: MouseEvent): void => {
    const runId = (event.target as Element).closest("a")?.dataset["run"];
    if (runId === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId } });
  };
  const longest = Math.max(1, ...recent.map(([, , millis]) => millis ?? 0));
  return (
    <span className={styles["bars"]} onClick={onClick}>
      {recent.toReversed().map(([runId, letter, millis]) => {
        const state = stateOfLetter(letter) ?? "none";
        const name = t("dags:recentRun", {
          state: t(`states:${state}`),
          duration: millis === null ? "–" : durationText(millis, language),
        });
        return (
          <a
            key={runId}
            href={`${BASE_URL}/dags/${encodeURIComponent(dagId)}/runs/${encodeURIComponent(runId)}`}
            data-run={runId}
            title={`${name}\n${runId}`}
            aria-label={name}
            data-state={state}
            tabIndex={-1}
          >
            <span style={{ height: Math.max(4, ((millis ?? 0) / longest) * BAR_HEIGHT) }} />
          </a>
        );
      })}
    </span>
  );
}
