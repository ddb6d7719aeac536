/** Which rows of a grid are shown: what the filter means, and what is in no closed group. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { graphQuery } from "../graph/graph-query.ts";
import type { DagSearch } from "../dag-search.ts";
import { type Grid, openRows } from "./grid.ts";
import { needsEdges, neighboursOf, rowsWithProblems, selectedRows, withGroups } from "./select-rows.ts";

/** Larger DAGs begin with their groups closed, but those in which something has failed. */
const OPEN_ROWS = 200;

export interface ShownRows {
  readonly shown: readonly number[];
  /** How many of them are tasks. */
  readonly tasks: number;
  readonly closed: ReadonlySet<string>;
  onToggle(group: string): void;
  onToggleAll(): void;
}

const NONE: Grid = { seq: "", rows: [], rowOf: new Map(), columns: [], next: null };

export function useShownRows(dagId: string, found: Grid | undefined, { q = "", problems }: DagSearch): ShownRows {
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
  const { closed, onToggle, onToggleAll } = useClosed(grid);
  const shown = useMemo(() => {
    const open = openRows(rows, ({ id }) => !closed.has(id));
    return chosen === null ? open : open.filter((row) => chosen.has(row));
  }, [rows, closed, chosen]);
  const tasks = useMemo(() => {
    const isTask = (row: number): boolean => rows[row]?.children === undefined;
    return chosen === null ? rows.filter((_, row) => isTask(row)).length : [...chosen].filter(isTask).length;
  }, [rows, chosen]);
  return { shown, tasks, closed, onToggle, onToggleAll };
}

/** Which groups are closed: those that the reader closed, and at first those of a large DAG in which all is well. */
function useClosed(grid: Grid) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { rows, columns } = grid;
  const closed = useMemo(() => new Set(closedGroups(grid, chosen)), [rows, columns, chosen]);
  const onToggle = useCallback(
    (group: string) => setChosen((before) => new Map(before).set(group, !closed.has(group))),
    [closed],
  );
  const onToggleAll = useCallback(() => {
    const groups = rows.filter(({ children }) => children !== undefined);
    setChosen(new Map(groups.map(({ id }) => [id, closed.size === 0])));
  }, [rows, closed]);
  return { closed, onToggle, onToggleAll };
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
