/** A DAG as a graph, with the states of one run: the chosen one, else the newest. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useDagSearch } from "../dag-search.ts";
import { NO_GROUP } from "../grid/closed-groups.ts";
import type { Grid } from "../grid/grid.ts";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphList } from "./graph-list.tsx";
import { GraphToolbar } from "./graph-toolbar.tsx";
import styles from "./graph.module.css";
import { useDirection } from "./use-direction.ts";
import { useGraph } from "./use-graph.ts";
import { useOpenAround } from "./use-open-around.ts";

interface GraphViewProps {
  readonly dagId: string;
  /** The runs that one can choose from; undefined: the run is given. */
  readonly grid?: Grid;
  readonly runId: string | undefined;
  /** Of the given run. */
  readonly version?: number | undefined;
}

export function GraphView({ dagId, grid, runId, version }: GraphViewProps) {
  const { t } = useTranslation("graph");
  const [search] = useDagSearch();
  const { taskId } = useParams({ strict: false });
  const run =
    grid?.columns.find((column) => column.run.id === runId)?.run ??
    (runId === undefined ? grid?.columns[0]?.run : undefined);
  const shownRun = runId ?? run?.id;
  const { place, direction } = useDirection(search.tb);
  const drawn = useGraph({ dagId, runId: shownRun, version: version ?? run?.version, grid, search, direction });
  const { graph, layout, facts, error } = drawn;
  const [active, setActive] = useState<string | null>(taskId ?? search.root ?? null);
  const critical = useMemo(() => new Set(drawn.critical), [drawn.critical]);
  // The graph of a run may stand beside that of its DAG.
  const name = grid === undefined ? "run-graph" : "dag-graph";
  const openNode = useOpening(drawn, { dagId, runId: shownRun, onActive: setActive });
  return (
    <div ref={place} className={styles["view"]}>
      <GraphToolbar
        name={name}
        dagId={dagId}
        drawn={drawn}
        grid={grid}
        runId={shownRun}
        isDown={direction === "down"}
        active={active}
        onActive={setActive}
      />
      {error !== null && <ProblemPanel error={error} onRetry={drawn.retry} />}
      {graph?.nodes.length === 0 && <Empty>{t("empty")}</Empty>}
      {search.list === true && graph !== null && (
        <GraphList graph={graph} facts={facts} differences={drawn.differences} onOpen={openNode} />
      )}
      {search.list !== true && layout !== null && (
        <GraphCanvas
          name={name}
          graph={layout.of}
          layout={layout.layout}
          direction={layout.direction}
          facts={facts}
          differences={drawn.differences}
          critical={critical}
          active={active}
          onActive={setActive}
          onOpen={openNode}
        />
      )}
    </div>
  );
}

interface Opening {
  readonly dagId: string;
  readonly runId: string | undefined;
  onActive(id: string): void;
}

/** A group opens or closes where it is, a task beside the graph, and what stands around on its own page. */
function useOpening({ structure, open }: ReturnType<typeof useGraph>, { dagId, runId, onActive }: Opening) {
  const [, change] = useDagSearch();
  const navigate = useNavigate();
  const openAround = useOpenAround();
  return (id: string): void => {
    onActive(id);
    const row = structure?.rows.find((each) => each.id === id);
    if (row?.around !== undefined) openAround(row.around);
    else if (row?.children !== undefined) {
      const next = open.has(id) ? [...open].filter((one) => one !== id) : [...open, id];
      change({ open: next.length === 0 ? [NO_GROUP] : next });
    } else if (runId !== undefined)
      void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params: { dagId, runId, taskId: id } });
  };
}
