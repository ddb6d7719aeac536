/** How long a task took in each run: a point a run, the newest at the right; the list below says the same in words. */
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { durationText } from "../../../format/duration.ts";
import { useMoment } from "../../../parts/use-moment.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import type { TaskHistory, TaskRun } from "./task-history.ts";
import styles from "./tasks.module.css";

interface DurationPlotProps {
  readonly dagId: string;
  readonly history: TaskHistory;
}

const WIDTH = 1000;
const HEIGHT = 140;
const EDGE = 10;

export function DurationPlot({ dagId, history: { row, runs } }: DurationPlotProps) {
  const { t } = useTranslation(["dag", "states"]);
  const { language } = usePreferences();
  const navigate = useNavigate();
  const moment = useMoment();
  const timed = runs.filter((run): run is TaskRun & { readonly millis: number } => run.millis !== null).toReversed();
  if (timed.length === 0) return null;
  const longest = Math.max(1, ...timed.map(({ millis }) => millis));
  const step = (WIDTH - 2 * EDGE) / Math.max(1, timed.length - 1);
  const name = t("dag:tasks.plot", { name: row.id, count: timed.length, longest: durationText(longest, language) });
  return (
    <figure className={styles["plot"]}>
      <span className={styles["quiet"]}>{durationText(longest, language)}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name} preserveAspectRatio="none">
        <line x1={0} x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} className={styles["axis"]} />
        {timed.map(({ run, state, tries, millis }, at) => {
          const x = timed.length === 1 ? WIDTH / 2 : EDGE + at * step;
          const y = HEIGHT - EDGE - (millis / longest) * (HEIGHT - 2 * EDGE);
          const words = [moment(run.runAfter), t(`states:${state}`), durationText(millis, language)];
          return (
            <g
              key={run.id}
              data-state={state}
              className={styles["point"]}
              onClick={() => void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId: run.id } })}
            >
              <title>{[...words, t("dag:grid.try", { count: tries })].join("\n")}</title>
              {tries > 1 && <path d={`M${x} ${y}h0`} className={styles["again"]} />}
              <path d={`M${x} ${y}h0`} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
