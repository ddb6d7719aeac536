/** The rows of the list; of thousands only those on the screen are in the page. */
import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { When } from "../../parts/when.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState, stateOfLetter } from "../../states/state.ts";
import { PauseSwitch } from "../dag/pause-switch.tsx";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";
import { TriggerButton } from "./trigger-button.tsx";

const ROW = 44;

interface DagTableProps {
  readonly dags: readonly DagRow[];
  readonly total: number;
  readonly onMore: (() => void) | undefined;
}

const COLUMNS = ["switch", "dag", "schedule", "recent", "last", "next", "active", "rate", "actions"] as const;

export function DagTable({ dags, total, onMore }: DagTableProps) {
  const { t } = useTranslation("dags");
  const place = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: dags.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: place.current?.offsetTop ?? 0,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= dags.length - 10) onMore?.();
  }, [last, dags.length, onMore]);
  return (
    <div role="table" aria-label={t("title")} aria-rowcount={total + 1} className={styles["table"]} ref={place}>
      <div role="row" aria-rowindex={1} className={`${styles["row"]} ${styles["titles"]}`}>
        {COLUMNS.map((column) => (
          <span role="columnheader" key={column}>
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      <div className={styles["body"]} role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const dag = dags[index];
          const top = start - rows.options.scrollMargin;
          return dag && <Row key={dag.dag_id} dag={dag} index={index} top={top} />;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly dag: DagRow;
  readonly index: number;
  readonly top: number;
}

function Row({ dag, index, top }: RowProps) {
  const { t } = useTranslation("dags");
  const { language } = usePreferences();
  const { dag_id: dagId, schedule, active, successRate, lastRun, next } = dag;
  return (
    <div role="row" aria-rowindex={index + 2} className={styles["row"]} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">
        <PauseSwitch dagId={dagId} isPaused={dag.is_paused} size="xs" />
      </span>
      <span role="cell" className={styles["name"]}>
        <Link to="/dags/$dagId" params={{ dagId }}>
          {dag.dag_display_name}
        </Link>
        {dag.has_import_errors && <span className={styles["broken"]}> {t("importError")}</span>}
        <span className={styles["quiet"]}>{dag.description}</span>
      </span>
      <span role="cell" className={styles["short"]} title={`${schedule.text[language]} (${schedule.zone})`}>
        {schedule.text[language]}
      </span>
      <span role="cell">
        <RecentRuns dag={dag} />
      </span>
      <span role="cell" className={styles["stack"]}>
        {lastRun !== null && (
          <>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: lastRun.runId }}>
              <StateBadge state={readState(lastRun.state)} />
            </Link>
            <When at={lastRun.runAfter} show="minute" />
          </>
        )}
      </span>
      <span role="cell" className={styles["short"]} title={next.why?.text}>
        {next.runAfter === null || dag.is_paused ? (next.why?.text ?? "–") : <When at={next.runAfter} show="minute" />}
      </span>
      <span role="cell">{active.running + active.queued > 0 && t("running", active)}</span>
      <span role="cell">{successRate === null ? "–" : successRate.toLocaleString(language, { style: "percent" })}</span>
      <span role="cell">
        <TriggerButton dagId={dagId} />
      </span>
    </div>
  );
}

const BAR_HEIGHT = 24;

/** The newest at the right, each as high as it took long. */
function RecentRuns({ dag: { dag_id: dagId, recent } }: { readonly dag: DagRow }) {
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
