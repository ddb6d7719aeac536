/** All that a graph shows: its structure and that of another version, which groups are open, what a run says, and where all stands. */
import { useQuery } from "@tanstack/react-query";
import { startTransition, useEffect, useMemo, useState } from "react";
import { client } from "../../../api/client.ts";
import type { DagSearch } from "../dag-search.ts";
import { useGantt } from "../gantt/gantt-query.ts";
import type { Grid } from "../grid/grid.ts";
import { withAround } from "./graph-around.ts";
import { graphQuery, type Structure } from "./graph-query.ts";
import { layOut } from "./lay-out.ts";
import type { Layout, LayoutInput } from "./layout.ts";
import { factsOf, withBeside } from "./node-facts.ts";
import { comparedGraph, type Difference, openGroups, shownGraph, type ShownGraph, withStates } from "./shown-graph.ts";

const NODE = { width: 180, height: 44 } as const;

/** Steps of the focus, if the address says none. */
export const STANDARD_DEPTH = 1;

interface Wanted {
  readonly dagId: string;
  readonly runId: string | undefined;
  /** Of the run; undefined: the newest. */
  readonly version: number | undefined;
  /** Runs that can be compared with; undefined: none is known. */
  readonly grid: Grid | undefined;
  readonly search: DagSearch;
  /** Null: not known yet. */
  readonly direction: LayoutInput["direction"] | null;
}

const NOTHING: ReadonlyMap<string, Difference> = new Map();

export function useGraph({ dagId, runId, version, grid, search, direction }: Wanted) {
  const own = useQuery(graphQuery(dagId, version));
  const gantt = useGantt(dagId, runId);
  const beside = useGantt(dagId, search.beside);
  const other = grid?.columns.find(({ run }) => run.id === search.beside)?.run.version ?? search.against;
  const compared = useCompared(dagId, own.data, other);
  const tasks = compared.structure ?? own.data;
  const structure = useMemo(
    () => (tasks !== undefined && search.around === true ? withAround(tasks) : tasks),
    [tasks, search.around],
  );
  const { open: opened, root, dir = "both", depth = STANDARD_DEPTH } = search;
  const open = useMemo(() => openGroups(structure?.rows ?? [], opened), [structure, opened]);
  const graph = useMemo(() => {
    const focus = root === undefined ? null : { root, dir, depth };
    return structure === undefined ? null : shownGraph(structure, { open, focus });
  }, [structure, open, root, dir, depth]);
  const facts = useMemo(() => {
    const rows = structure?.rows ?? [];
    return withBeside(factsOf(rows, gantt.data), factsOf(rows, beside.data));
  }, [structure, gantt.data, beside.data]);
  const differences = useMemo(() => withStates(compared.differences, facts), [compared.differences, facts]);
  const layout = useLayout(graph, direction);
  return {
    structure,
    newest: own.data?.version,
    graph,
    facts,
    open,
    layout: layout.layout,
    differences,
    critical: search.critical === true ? (gantt.data?.critical ?? []) : [],
    error: own.error ?? gantt.error ?? beside.error ?? compared.error ?? layout.error,
    retry: () => void Promise.all([own.refetch(), runId === undefined ? null : gantt.refetch()]),
  };
}

function useCompared(dagId: string, now: Structure | undefined, against: number | undefined) {
  const isWanted = against !== undefined && now !== undefined && against !== now.version;
  const then = useQuery({ ...graphQuery(dagId, against), enabled: isWanted });
  const diff = useQuery({
    queryKey: ["versions-diff", dagId, against, now?.version],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/versions/diff", {
        params: { path: { dag_id: dagId }, query: { a: against ?? 0, b: now?.version ?? 0 } },
        signal,
      }),
  });
  return useMemo(() => {
    const error = then.error ?? diff.error;
    if (!isWanted || now === undefined || then.data === undefined)
      return { structure: undefined, differences: NOTHING, error: isWanted ? error : null };
    const changed = new Set(diff.data?.structure.changed.map(({ taskId }) => taskId));
    const { rows, edges, differences } = comparedGraph(now, then.data, changed);
    const structure = { ...now, rows, edges, structure: `${now.structure} ${then.data.structure}` };
    return { structure, differences, error };
  }, [isWanted, now, then.data, then.error, diff.data, diff.error]);
}

interface MadeLayout {
  readonly of: ShownGraph;
  readonly direction: LayoutInput["direction"];
  readonly layout: Layout;
}

/** The one before stays until the next is there. */
function useLayout(graph: ShownGraph | null, direction: Wanted["direction"]) {
  const [made, setMade] = useState<MadeLayout | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (graph === null || direction === null) return;
    let isOver = false;
    const nodes = graph.nodes.map(({ id, parent }) => ({ id, parent, ...NODE }));
    const edges = graph.edges.map(({ from, to }) => [from, to] as const);
    layOut(JSON.stringify([direction, nodes.map(({ id, parent }) => [id, parent]), edges]), { nodes, edges, direction })
      .then((layout) => {
        if (isOver) return;
        // A large one is drawn in steps, between which the page answers.
        startTransition(() => setMade({ of: graph, direction, layout }));
        setError(null);
      })
      .catch((reason: unknown) => !isOver && setError(reason instanceof Error ? reason : new Error(String(reason))));
    return () => {
      isOver = true;
    };
  }, [graph, direction]);
  return { layout: made, error };
}
