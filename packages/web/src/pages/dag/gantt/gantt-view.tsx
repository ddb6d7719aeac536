/** A run along its time: when each task waited and ran, beside what is usual. */
import { Checkbox, NativeSelect } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../../format/instant.ts";
import { now } from "../../../now.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { ORDERS, useDagSearch } from "../dag-search.ts";
import type { Grid } from "../grid/grid.ts";
import { RunPicker } from "../run-picker.tsx";
import { ViewSwitch } from "../view-switch.tsx";
import { GanttChart } from "./gantt-chart.tsx";
import { useGantt } from "./gantt-query.ts";
import { ganttRows, lengthOf } from "./gantt-rows.ts";
import { GanttTable } from "./gantt-table.tsx";
import styles from "./gantt.module.css";

interface GanttViewProps {
  readonly dagId: string;
  /** The runs of the DAG, of which the newest is shown if none is chosen. */
  readonly grid?: Grid;
  readonly runId: string | undefined;
}

export function GanttView({ dagId, grid, runId }: GanttViewProps) {
  const { t } = useTranslation("graph");
  const [{ order = "graph", table }] = useDagSearch();
  const shownRun = runId ?? grid?.columns[0]?.run.id;
  const { data, error, refetch } = useGantt(dagId, shownRun);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const origin = readInstant(data?.origin) ?? 0;
  const isLive = data !== undefined && data.end === null;
  const at = useClock(isLive);
  const rows = useMemo(() => {
    if (data === undefined) return [];
    const rank = new Map(data.rows.map(({ id }, index) => [id, index]));
    const rankOf = (id: string): number => grid?.rowOf.get(id) ?? rank.get(id) ?? 0;
    return ganttRows(data, { order, rankOf, now: at - origin, unfolded });
  }, [data, grid?.rowOf, order, at, origin, unfolded]);
  const fold = (id: string): void => setUnfolded((before) => before.symmetricDifference(new Set([id])));
  const shown = { dagId, runId: shownRun ?? "", rows, origin };
  const isNow = isLive ? at - origin : null;
  return (
    <>
      <GanttToolbar dagId={dagId} grid={grid} runId={shownRun} count={rows.length} />
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {shownRun === undefined && <Empty>{t("gantt.noRun")}</Empty>}
      {data !== undefined && rows.length === 0 && <Empty>{t("gantt.empty")}</Empty>}
      {rows.length > 0 && table === true && <GanttTable {...shown} />}
      {rows.length > 0 && table !== true && <GanttChart {...shown} length={lengthOf(rows)} now={isNow} onFold={fold} />}
    </>
  );
}

interface GanttToolbarProps {
  readonly dagId: string;
  readonly grid: Grid | undefined;
  readonly runId: string | undefined;
  readonly count: number;
}

function GanttToolbar({ count, ...run }: GanttToolbarProps) {
  const { t } = useTranslation("graph");
  const [{ order = "graph", table }, change] = useDagSearch();
  return (
    <div className={styles["toolbar"]} role="group" aria-label={t("gantt.toolbar")}>
      {run.grid !== undefined && <ViewSwitch />}
      <RunPicker {...run} />
      <NativeSelect
        size="xs"
        aria-label={t("gantt.order")}
        value={order}
        onChange={({ currentTarget: { value } }) => change({ order: ORDERS.find((one) => one === value) })}
        data={ORDERS.map((value) => ({ value, label: t(`gantt.by.${value}`) }))}
      />
      <Checkbox
        size="xs"
        label={t("gantt.table")}
        checked={table === true}
        onChange={({ currentTarget: { checked } }) => change({ table: checked ? true : undefined })}
      />
      <span className={styles["quiet"]}>{t("gantt.rows", { count })}</span>
      <Legend />
    </div>
  );
}

function Legend() {
  const { t } = useTranslation("graph");
  return (
    <span className={styles["legend"]} aria-hidden="true">
      {(["waiting", "queued", "running", "deferred"] as const).map((kind) => (
        <span key={kind}>
          <i data-kind={kind} />
          {t(`gantt.kind.${kind}`)}
        </span>
      ))}
      <span>
        <i data-kind="usual" />
        {t("gantt.usual")}
      </span>
      <span>
        <i data-kind="critical" />
        {t("gantt.critical")}
      </span>
    </span>
  );
}

const SECOND_MILLIS = 1000;

/** The moment, each second while something goes on. */
function useClock(isLive: boolean): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (!isLive) return;
    const timer = setInterval(() => setAt(now()), SECOND_MILLIS);
    return () => clearInterval(timer);
  }, [isLive]);
  return at;
}
