/** What the views of a DAG keep in the address: it stays while one looks at one run or task after another. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { usePreferences } from "../../preferences/preferences.ts";
import { flag, oneOf, readSearch, text, texts, whole, yesNo } from "../../url/search.ts";

export const VIEWS = ["grid", "graph", "gantt"] as const;

export const DIRECTIONS = ["both", "up", "down"] as const;

export const ORDERS = ["graph", "start", "duration"] as const;

export const readDagSearch = readSearch({
  view: oneOf(...VIEWS),
  /** Of the grid: how many runs, older than which (a cursor of the API, or a moment), of which state and type, and which tasks. */
  runs: whole(1),
  before: text,
  state: text,
  run_type: text,
  q: text,
  problems: flag,
  /** Of grid and graph: the groups that are open; absent: as is usual for so many tasks. */
  open: texts,
  /** Of the graph: a task with what is so many steps away; the longest chain; beside which version. */
  root: text,
  dir: oneOf(...DIRECTIONS),
  depth: whole(1),
  critical: flag,
  /** Of the graph: with the assets and DAGs around its tasks. */
  around: flag,
  against: whole(1),
  /** Beside which run. */
  beside: text,
  /** From top to bottom; absent: as there is room. */
  tb: yesNo,
  list: flag,
  /** Of the gantt: its order, the milliseconds that are shown (`1200-5000`), and whether it is a table. */
  order: oneOf(...ORDERS),
  zoom: text,
  table: flag,
});

export type DagSearch = ReturnType<typeof readDagSearch>;

export type DagSearchChange = { readonly [Name in keyof DagSearch]?: DagSearch[Name] | undefined };

/** What is shown, and how to change it: undefined takes a value out of the address. */
export function useDagSearch(): readonly [DagSearch, (change: DagSearchChange) => void] {
  const search = useSearch({ strict: false }) as DagSearch;
  const navigate = useNavigate();
  const change = useCallback(
    (some: DagSearchChange) => {
      const to = { to: ".", search: (old: object) => ({ ...old, ...some }), replace: true, resetScroll: false };
      void navigate(to as never);
    },
    [navigate],
  );
  return [search, change];
}

type View = (typeof VIEWS)[number];

/** Grid, graph or gantt: as the address says, or as the reader likes to see DAGs; then the address is made to say it, for whoever gets it. */
export function useView(): readonly [View, (view: View) => void] {
  const { view: usual } = usePreferences();
  const [{ view = usual }, change] = useDagSearch();
  return [view, (next) => change({ view: next === "grid" && usual === "grid" ? undefined : next })];
}

let shownDag: string | null = null;

/** @param dagId null: no view of a DAG is shown any more */
export function keepDagSearch(dagId: string | null): void {
  shownDag = dagId;
}

/** Links within a DAG need not know what its views show; that comes along by itself. */
export function withShownSearch<Search extends object>({
  search,
  next,
}: {
  readonly search: Search;
  next(search: Search): Search;
}): Search {
  const given = next(search);
  return shownDag === null ? given : { ...readDagSearch(search as Record<string, unknown>), ...given };
}
