/** Where the keyboard is in a grid, what is chosen, and what the keys do. */
import { useNavigate, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useState } from "react";
import { EXTENDING, moved, type Place, type Range, rangeOf } from "./grid-keys.ts";
import type { Grid, GridColumn } from "./grid.ts";

/** By what stands there, so that it stays when runs come and rows go. */
interface Spot {
  readonly rowId: string;
  /** Null: the name of the row. */
  readonly runId: string | null;
}

export interface Placed {
  readonly dagId: string;
  readonly grid: Grid;
  /** Rows that are shown. */
  readonly shown: readonly number[];
  /** The newest last. */
  readonly columns: readonly GridColumn[];
  readonly closed: ReadonlySet<string>;
  onToggle(group: string): void;
  readonly onAll: ((isOpen: boolean) => void) | undefined;
  /** Leaves what was opened. */
  onClose(): void;
  /** Something was opened by the keyboard. */
  onOpened(): void;
  onAct(kind: "clear" | "mark", range: Range): void;
}

export function cellId({ row, column }: Place): string {
  return column < 0 ? `row-${row}` : `cell-${row}-${column}`;
}

/** @returns null: it is in no cell */
export function placeOfElement(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec(cell?.id ?? "") ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

export function usePlace(placed: Placed) {
  const { dagId, grid, shown, columns } = placed;
  const navigate = useNavigate();
  const { at, first, anchor, put } = useSpots(placed);
  const rowAt = ({ row }: Place) => grid.rows[shown[row] ?? -1];
  const range = at !== null && anchor !== null ? rangeOf(anchor, at) : null;
  const open = (place: Place): void => {
    put(place, null);
    const row = rowAt(place);
    const run = columns[place.column]?.run.id;
    if (run === undefined || row === undefined) return;
    const params = { dagId, runId: run };
    if (row.children !== undefined) void navigate({ to: "/dags/$dagId/runs/$runId", params });
    else void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params: { ...params, taskId: row.id } });
  };
  const letterAt = (place: Place): string => columns[place.column]?.letters[shown[place.row] ?? 0] ?? "-";
  const onKeyDown = (event: KeyboardEvent): void => {
    if (at === null || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const extends_ = event.shiftKey && EXTENDING.has(event.key);
    const done =
      (!extends_ && pressed(event, { placed, at, range, row: rowAt(at), open, put })) ||
      move(event, { at, size: { rows: shown.length, columns: columns.length, letterAt }, put, anchor, extends_ });
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { at, first, range, put, open, onKeyDown };
}

type Put = (at: Place | null, anchor: Place | null) => void;

function useSpots({ grid, shown, columns }: Placed) {
  const { runId, taskId } = useParams({ strict: false });
  const rowIndex = useMemo(
    () => new Map(shown.map((number, index) => [grid.rows[number]?.id ?? "", index])),
    [grid.rows, shown],
  );
  const columnIndex = useMemo(() => new Map(columns.map(({ run }, index) => [run.id, index])), [columns]);
  const placeOf = (spot: Spot | null): Place | null => {
    if (spot === null) return null;
    const row = rowIndex.get(spot.rowId);
    const column = spot.runId === null ? -1 : columnIndex.get(spot.runId);
    return row === undefined || column === undefined ? null : { row, column };
  };
  const spotOf = (place: Place | null): Spot | null => {
    const row = grid.rows[shown[place?.row ?? -1] ?? -1];
    return place === null || row === undefined ? null : { rowId: row.id, runId: columns[place.column]?.run.id ?? null };
  };
  // Of a link to a task the keyboard begins there.
  const [spots, setSpots] = useState<{ readonly at: Spot | null; readonly anchor: Spot | null }>(() => ({
    at: runId === undefined || taskId === undefined ? null : { rowId: taskId, runId },
    anchor: null,
  }));
  const at = placeOf(spots.at);
  const anchor = placeOf(spots.anchor);
  const put: Put = (place, from) => setSpots({ at: spotOf(place), anchor: spotOf(from) });
  const first = { row: 0, column: columnIndex.get(runId ?? "") ?? columns.length - 1 };
  return useMemo(
    () => ({ at, first, anchor, put }),
    [at?.row, at?.column, first.column, anchor?.row, anchor?.column, rowIndex, columnIndex],
  );
}

interface Pressed {
  readonly placed: Placed;
  readonly at: Place;
  readonly range: Range | null;
  readonly row: Grid["rows"][number] | undefined;
  open(place: Place): void;
  readonly put: Put;
}

/** Keys that do something where the keyboard is. @returns whether it was one */
function pressed({ key, ctrlKey }: KeyboardEvent, { placed, at, range, row, open, put }: Pressed): boolean {
  if (ctrlKey) return false;
  const isGroup = row?.children !== undefined;
  const isOpen = isGroup && !placed.closed.has(row.id);
  if (key === "Enter" && at.column >= 0) {
    open(at);
    placed.onOpened();
  } else if (key === "Escape") {
    if (range === null) placed.onClose();
    else put(at, null);
  } else if (isGroup && at.column < 0 && togglesName(key, isOpen)) placed.onToggle(row.id);
  else if (key === " " && at.column >= 0) put(at, range === null ? at : null);
  else if (key === "c" || key === "m") placed.onAct(key === "c" ? "clear" : "mark", range ?? rangeOf(at, at));
  else return false;
  return true;
}

function togglesName(key: string, isOpen: boolean): boolean {
  return key === " " || key === "Enter" || key === (isOpen ? "ArrowLeft" : "ArrowRight");
}

interface Move {
  readonly at: Place;
  readonly anchor: Place | null;
  readonly size: Parameters<typeof moved>[2];
  readonly extends_: boolean;
  readonly put: Put;
}

function move(event: KeyboardEvent, { at, anchor, size, extends_, put }: Move): boolean {
  const next = moved(at, event, size);
  if (next === null) return false;
  put(next, extends_ ? (anchor ?? at) : null);
  return true;
}
