/** The grid of a DAG, and beside it the run or task that was chosen. The grid stays while one looks at one after another. */
import type { LiveEvent } from "@momiji/client";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { IconX } from "../../../parts/icons.ts";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../dag.module.css";
import { isBefore } from "../../../live/sequence.ts";
import { applyEvent, type Grid, readGrid } from "./grid.ts";
import { GridView } from "./grid-view.tsx";

const RUNS = 25;

/** Larger DAGs begin with their groups closed, but those in which something has failed. */
const OPEN_ROWS = 200;

/** How long the server is left alone after it was asked for what only it knows. */
const SETTLE_MILLIS = 1000;

export function GridPage() {
  const { t } = useTranslation("dag");
  const { dagId, runId } = useParams({ strict: false }) as { dagId: string; runId?: string };
  const { data: grid, error, refetch } = useGrid(dagId);
  const { closed, toggle } = useClosed(grid);
  return (
    <div className={styles["split"]} data-panel={runId !== undefined}>
      <div className={styles["grid"]}>
        {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
        {grid?.columns.length === 0 && <Empty>{t("grid.empty")}</Empty>}
        {grid !== undefined && grid.columns.length > 0 && (
          <GridView dagId={dagId} grid={grid} closed={closed} onToggle={toggle} />
        )}
      </div>
      {runId !== undefined && (
        <aside className={styles["panel"]}>
          <Link to="/dags/$dagId" params={{ dagId }} className={styles["close"]} aria-label={t("closePanel")}>
            <IconX size={18} aria-hidden="true" />
          </Link>
          <Outlet />
        </aside>
      )}
    </div>
  );
}

function useGrid(dagId: string) {
  const queries = useQueryClient();
  const queryKey = ["grid", dagId];
  // What the grid itself can take in needs no request.
  const concerns = (event: LiveEvent): boolean => event.data.d === dagId && !patched(queries, queryKey, event);
  const enabled = useFresh({ topics: [`dag:${dagId}`], queryKey, settleMillis: SETTLE_MILLIS, concerns });
  return useQuery({
    queryKey,
    enabled,
    queryFn: async ({ signal }) =>
      readGrid(
        await client.get("/api/momiji/v1/dags/{dag_id}/grid", {
          params: { path: { dag_id: dagId }, query: { runs: RUNS } },
          signal,
        }),
      ),
  });
}

/** @returns whether what is shown is what is */
function patched(queries: QueryClient, queryKey: readonly string[], event: LiveEvent): boolean {
  const grid = queries.getQueryData<Grid>(queryKey);
  if (grid === undefined || isBefore(event.seq, grid.seq)) return true;
  const changed = applyEvent(grid, event);
  if (changed === "stale") return false;
  if (changed !== grid) queries.setQueryData(queryKey, changed);
  return true;
}

/** Which groups are closed: those that the reader closed, and at first those of a large DAG in which all is well. */
function useClosed(grid: Grid | undefined) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const closed = useMemo(() => new Set(grid === undefined ? [] : closedGroups(grid, chosen)), [grid, chosen]);
  const toggle = useCallback(
    (group: string) => setChosen((before) => new Map(before).set(group, !closed.has(group))),
    [closed],
  );
  return { closed, toggle };
}

/** @param chosen by group, whether the reader closed it */
function closedGroups({ rows, columns }: Grid, chosen: ReadonlyMap<string, boolean>): readonly string[] {
  const isLarge = rows.length > OPEN_ROWS;
  return rows.flatMap(({ id, children }, at) => {
    if (children === undefined) return [];
    const isCalm = !columns.some(({ letters }) => letters[at] === "f");
    return (chosen.get(id) ?? (isLarge && isCalm)) ? [id] : [];
  });
}
