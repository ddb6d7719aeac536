/** A DAG's tasks as grid, graph or gantt, and beside it the run or task that was chosen. The view stays while one looks at one after another. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { preferences } from "../../../preferences/preferences.ts";
import { keepDagSearch, useDagSearch, useView } from "../dag-search.ts";
import styles from "../dag.module.css";
import { SidePanel } from "../side-panel.tsx";
import { ViewSwitch } from "../view-switch.tsx";
import { fittingRuns } from "./fitting-runs.ts";
import { GridToolbar } from "./grid-toolbar.tsx";
import type { Grid } from "./grid.ts";
import { GridView } from "./grid-view.tsx";
import { NAME_WIDTH } from "./name-resizer.tsx";
import { NothingShown } from "./nothing-shown.tsx";
import { OverviewStrip } from "./overview-strip.tsx";
import { useShownRows } from "./shown-rows.ts";
import { useGrid } from "./use-grid.ts";

const GraphView = lazy(async () => ({ default: (await import("../graph/graph-view.tsx")).GraphView }));
const GanttView = lazy(async () => ({ default: (await import("../gantt/gantt-view.tsx")).GanttView }));

/** Of some of the runs nothing is said of how the DAG has fared. */
const NO_COLUMNS: Grid["columns"] = [];

/** Older runs that are read when the reader comes to the oldest. */
const MORE_RUNS = 50;

export function GridPage() {
  const { dagId, runId } = useParams({ strict: false }) as { dagId: string; runId?: string };
  const [search, change] = useDagSearch();
  const fitting = useFittingRuns();
  const { runs = fitting, before, state, run_type: runType } = search;
  const [view, show] = useView();
  useEffect(() => {
    if (search.view === undefined && view !== "grid") show(view);
  });
  useEffect(() => {
    keepDagSearch(dagId);
    return () => keepDagSearch(null);
  }, [dagId]);
  const { data: grid, error, refetch, isLoadingOlder } = useGrid({ dagId, runs, before, state, runType });
  const rows = useShownRows(dagId, grid, search);
  const isSome = before !== undefined || state !== undefined || runType !== undefined;
  // The server's order is the newest first.
  const columns = useMemo(() => grid?.columns.toReversed() ?? [], [grid?.columns]);
  const { panel, onClose, onOpened } = useFocus(dagId, runId);
  return (
    <div className={styles["split"]} data-panel={runId !== undefined}>
      <div className={styles["grid"]} data-view={view}>
        {grid !== undefined && <OverviewStrip dagId={dagId} columns={isSome ? NO_COLUMNS : grid.columns} />}
        {view === "grid" && <GridToolbar dagId={dagId} grid={grid} tasks={rows.tasks} runId={runId} />}
        {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
        <Suspense fallback={<ViewSwitch />}>
          {view === "graph" && grid !== undefined && <GraphView dagId={dagId} grid={grid} runId={runId} />}
          {view === "gantt" && grid !== undefined && <GanttView dagId={dagId} grid={grid} runId={runId} />}
        </Suspense>
        {view === "grid" && grid !== undefined && columns.length > 0 && rows.shown.length > 0 && (
          <GridView
            dagId={dagId}
            grid={grid}
            columns={columns}
            {...rows}
            isLoadingOlder={isLoadingOlder}
            onOldest={() => grid.next !== null && change({ runs: grid.columns.length + MORE_RUNS })}
            onClose={onClose}
            onOpened={onOpened}
          />
        )}
        {view === "grid" && grid !== undefined && (columns.length === 0 || rows.shown.length === 0) && (
          <NothingShown dagId={dagId} isNew={columns.length === 0 && !isSome} />
        )}
      </div>
      {runId !== undefined && <SidePanel dagId={dagId} box={panel} onClose={onClose} />}
    </div>
  );
}

/** Of the window that the page was opened in: who makes it wider later scrolls. */
function useFittingRuns(): number {
  return useState(() => fittingRuns(window.innerWidth, preferences().gridNameWidth ?? NAME_WIDTH.standard))[0];
}

/** Where the keyboard goes: with Enter into what was opened, with Escape back to the cell. */
function useFocus(dagId: string, runId: string | undefined) {
  const navigate = useNavigate();
  const panel = useRef<HTMLElement>(null);
  const wants = useRef<"panel" | "grid" | null>(null);
  useEffect(() => {
    if (wants.current === "panel" && runId !== undefined) panel.current?.focus();
    if (wants.current === "grid" && runId === undefined) document.getElementById("dag-grid")?.focus();
    wants.current = null;
  }, [runId]);
  return {
    panel,
    onOpened: () => {
      wants.current = "panel";
      // Of another task of the same run the panel stands there already.
      if (runId !== undefined) panel.current?.focus();
    },
    onClose: () => {
      if (runId === undefined) return;
      wants.current = "grid";
      void navigate({ to: "/dags/$dagId", params: { dagId } });
    },
  };
}
