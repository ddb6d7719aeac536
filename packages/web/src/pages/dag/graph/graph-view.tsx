/** A DAG as a graph, with the states of one run: the chosen one, else the newest. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useDagSearch } from "../dag-search.ts";
import type { Grid } from "../grid/grid.ts";
import { GraphCanvas } from "./graph-canvas.tsx";
import { GraphList } from "./graph-list.tsx";
import type { Around } from "./graph-query.ts";
import { GraphToolbar } from "./graph-toolbar.tsx";
import styles from "./graph.module.css";
import { NO_GROUP, useGraph } from "./use-graph.ts";

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
  const [search, change] = useDagSearch();
  const navigate = useNavigate();
  const { taskId } = useParams({ strict: false });
  const run =
    grid?.columns.find((column) => column.run.id === runId)?.run ??
    (runId === undefined ? grid?.columns[0]?.run : undefined);
  const shownRun = runId ?? run?.id;
  const drawn = useGraph({ dagId, runId: shownRun, version: version ?? run?.version, search });
  const { structure, graph, layout, facts, open, error } = drawn;
  const [active, setActive] = useState<string | null>(taskId ?? search.root ?? null);
  const critical = useMemo(() => new Set(drawn.critical), [drawn.critical]);
  const toggle = (group: string): void => {
    const next = open.has(group) ? [...open].filter((one) => one !== group) : [...open, group];
    change({ open: next.length === 0 ? [NO_GROUP] : next });
  };
  const openAround = useOpenAround();
  const openNode = (id: string): void => {
    setActive(id);
    const row = structure?.rows.find((each) => each.id === id);
    if (row?.around !== undefined) openAround(row.around);
    else if (row?.children !== undefined) toggle(id);
    else if (shownRun !== undefined)
      void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params: { dagId, runId: shownRun, taskId: id } });
  };
  return (
    <div className={styles["view"]}>
      <GraphToolbar dagId={dagId} drawn={drawn} grid={grid} runId={shownRun} active={active} onActive={setActive} />
      {error !== null && <ProblemPanel error={error} onRetry={drawn.retry} />}
      {graph?.nodes.length === 0 && <Empty>{t("empty")}</Empty>}
      {search.list === true && graph !== null && (
        <GraphList graph={graph} facts={facts} differences={drawn.differences} onOpen={openNode} />
      )}
      {search.list !== true && layout !== null && (
        <GraphCanvas
          graph={layout.of}
          layout={layout.layout}
          direction={search.tb === true ? "down" : "right"}
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

/** Goes to the asset or the DAG; an alias has no page. */
function useOpenAround(): (around: Around) => void {
  const navigate = useNavigate();
  return ({ kind, name, assetId }) => {
    if (kind === "dag") void navigate({ to: "/dags/$dagId", params: { dagId: name } });
    else if (assetId !== null) void navigate({ to: "/assets/$assetId", params: { assetId: String(assetId) } });
  };
}
