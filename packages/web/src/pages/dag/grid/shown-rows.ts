/** Which rows of a grid are shown: what the filter means, and what is in no closed group. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { graphQuery } from "../graph/graph-query.ts";
import { type DagSearch, useDagSearch } from "../dag-search.ts";
import { closedGroups, openOf } from "./closed-groups.ts";
import { type Grid, openRows } from "./grid.ts";
import { needsEdges, neighboursOf, rowsWithProblems, selectedRows, withGroups } from "./select-rows.ts";

export interface ShownRows {
  readonly shown: readonly number[];
  /** How many of them are tasks. */
  readonly tasks: number;
  readonly closed: ReadonlySet<string>;
  onToggle(group: string): void;
  /** Opens all groups, or closes them; undefined: there are none. */
  readonly onAll: ((isOpen: boolean) => void) | undefined;
}

const NONE: Grid = { seq: "", rows: [], rowOf: new Map(), columns: [], next: null, hasNewer: false };

export function useShownRows(dagId: string, found: Grid | undefined, { q = "", problems, open }: DagSearch): ShownRows {
  const grid = found ?? NONE;
  const { data: graph } = useQuery({ ...graphQuery(dagId, undefined), enabled: needsEdges(q) });
  const { rows, columns, rowOf } = grid;
  const neighbours = useMemo(() => {
    if (graph === undefined) return null;
    // Its rows are those of one version; the grid's may be of several.
    const places = graph.rows.map(({ id }) => rowOf.get(id) ?? -1);
    return neighboursOf(
      rows.length,
      graph.edges.map(([from, to]) => [places[from] ?? -1, places[to] ?? -1]),
    );
  }, [graph, rows, rowOf]);
  const chosen = useMemo(() => {
    const meant = selectedRows(q, { rows, columns, neighbours });
    const bad = problems === true ? rowsWithProblems({ rows, columns }) : null;
    const both = meant === null ? bad : bad === null ? meant : meant.intersection(bad);
    return both === null ? null : new Set(withGroups(rows, both));
  }, [q, problems, rows, columns, neighbours]);
  const { closed, onToggle, onAll } = useClosed(grid, open);
  const shown = useMemo(() => {
    const visible = openRows(rows, ({ id }) => !closed.has(id));
    return chosen === null ? visible : visible.filter((row) => chosen.has(row));
  }, [rows, closed, chosen]);
  const tasks = useMemo(() => {
    const isTask = (row: number): boolean => rows[row]?.children === undefined;
    return chosen === null ? rows.filter((_, row) => isTask(row)).length : [...chosen].filter(isTask).length;
  }, [rows, chosen]);
  return { shown, tasks, closed, onToggle, onAll };
}

/** Which groups are closed is in the address, so that whoever gets it sees the same. */
function useClosed({ rows, columns }: Grid, open: readonly string[] | undefined) {
  const [, change] = useDagSearch();
  const closed = useMemo(() => closedGroups({ rows, columns }, open), [rows, columns, open]);
  const close = useCallback(
    (groups: ReadonlySet<string>) => change({ open: openOf({ rows, columns }, groups) }),
    [rows, columns, change],
  );
  const onToggle = useCallback((group: string) => close(closed.symmetricDifference(new Set([group]))), [closed, close]);
  const groups = useMemo(() => rows.flatMap(({ id, children }) => (children === undefined ? [] : [id])), [rows]);
  const onAll = groups.length === 0 ? undefined : (isOpen: boolean) => close(new Set(isOpen ? [] : groups));
  return { closed, onToggle, onAll };
}
