/** Where the keyboard is in a grid, and what its keys do. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { moved, type Place } from "./grid-keys.ts";
import type { Grid, GridColumn } from "./grid.ts";

interface Placed {
  readonly dagId: string;
  readonly grid: Grid;
  /** Rows that are in no closed group. */
  readonly shown: readonly number[];
  /** The newest last. */
  readonly columns: readonly GridColumn[];
  onToggle(group: string): void;
}

export function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

export function usePlace({ dagId, grid, shown, columns, onToggle }: Placed) {
  const navigate = useNavigate();
  const { runId, taskId } = useParams({ strict: false });
  const rowAt = ({ row }: Place) => grid.rows[shown[row] ?? -1];
  // Of a link to a task the keyboard begins there.
  const [at, setAt] = useState<Place | null>(() => {
    const column = columns.findIndex(({ run }) => run.id === runId);
    const row = shown.findIndex((index) => grid.rows[index]?.id === taskId);
    return column < 0 ? null : { row: Math.max(0, row), column };
  });
  const open = (place: Place): void => {
    setAt(place);
    const row = rowAt(place);
    const run = columns[place.column]?.run.id;
    if (run === undefined || row === undefined) return;
    const params = { dagId, runId: run };
    if (row.children !== undefined) void navigate({ to: "/dags/$dagId/runs/$runId", params });
    else void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params: { ...params, taskId: row.id } });
  };
  const letterAt = (place: Place): string => columns[place.column]?.letters[shown[place.row] ?? 0] ?? "-";
  const onKeyDown = (event: KeyboardEvent): void => {
    if (at === null || event.metaKey || event.altKey) return;
    const row = rowAt(at);
    const next = moved(at, event, { rows: shown.length, columns: columns.length, letterAt });
    if (event.key === "Enter") open(at);
    else if (TOGGLING.has(event.key) && row?.children !== undefined && !event.ctrlKey) onToggle(row.id);
    else if (next === null) return;
    else setAt(next);
    event.preventDefault();
  };
  return { at, setAt, open, onKeyDown };
}

const TOGGLING = new Set([" ", "e"]);
