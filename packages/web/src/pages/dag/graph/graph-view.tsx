/** A DAG as a graph, with the states of one run: the chosen one, else the newest. */
import { useElementSize } from "@mantine/hooks";
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
import type { Around } from "./graph-query.ts";
import { GraphToolbar } from "./graph-toolbar.tsx";
import styles from "./graph.module.css";
import { useGraph } from "./use-graph.ts";

/** Pixels: where there is less room, what follows stands below. */
const WIDE = 720;

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
  const drawn = useGraph({ dagId, runId: shownRun, version: version ?? run?.version, search, direction });
  const { graph, layout, facts, error } = drawn;
  const [active, setActive] = useState<string | null>(taskId ?? search.root ?? null);
  const critical = useMemo(() => new Set(drawn.critical), [drawn.critical]);
  const openNode = useOpening(drawn, { dagId, runId: shownRun, onActive: setActive });
  return (
    <div ref={place} className={styles["view"]}>
      <GraphToolbar
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

/** As somebody chose, else as there is room; null: that is not known yet. */
function useDirection(isDown: boolean | undefined) {
  const { ref: place, width } = useElementSize();
  const isMade = isDown ?? (width === 0 ? null : width < WIDE);
  return { place, direction: isMade === null ? null : isMade ? "down" : "right" } as const;
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

/** Goes to the asset or the DAG; an alias has no page. */
function useOpenAround(): (around: Around) => void {
  const navigate = useNavigate();
  return ({ kind, name, assetId }) => {
    if (kind === "dag") void navigate({ to: "/dags/$dagId", params: { dagId: name } });
    else if (assetId !== null) void navigate({ to: "/assets/$assetId", params: { assetId: String(assetId) } });
  };
}
