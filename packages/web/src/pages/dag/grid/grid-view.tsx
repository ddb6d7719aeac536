/**
 * Tasks by runs: a row a task, a column a run, the newest at the right. Only what is on the screen is in the page. One tab stop:
 * arrows move, Enter opens.
 */
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { GridCell } from "./grid-cell.tsx";
import type { Place } from "./grid-keys.ts";
import styles from "./grid.module.css";
import { type Grid, type GridColumn, type GridRow, openRows } from "./grid.ts";
import { RowHeader } from "./row-header.tsx";
import { RunHeader } from "./run-header.tsx";
import { cellId, usePlace } from "./use-place.ts";

const ROW = 22;
const COLUMN = 20;

interface GridViewProps {
  readonly dagId: string;
  readonly grid: Grid;
  readonly closed: ReadonlySet<string>;
  onToggle(group: string): void;
}

export function GridView({ dagId, grid, closed, onToggle }: GridViewProps) {
  const { t } = useTranslation("dag");
  const scroll = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => openRows(grid.rows, ({ id }) => !closed.has(id)), [grid.rows, closed]);
  // The server's order is the newest first.
  const columns = useMemo(() => grid.columns.toReversed(), [grid.columns]);
  const { at, setAt, open, onKeyDown } = usePlace({ dagId, grid, shown, columns, onToggle });
  const { rows, runs } = useWindow(scroll, { rows: shown.length, columns: columns.length, at });
  const band = { columns, items: runs.getVirtualItems(), width: runs.getTotalSize() };
  return (
    <div ref={scroll} className={styles["scroll"]}>
      <div
        role="treegrid"
        aria-label={t("grid.label", { dag: dagId })}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={at === null ? undefined : cellId(at)}
        tabIndex={0}
        className={styles["grid"]}
        onKeyDown={onKeyDown}
        onFocus={() => at === null && setAt({ row: 0, column: columns.length - 1 })}
      >
        <Head dagId={dagId} band={band} />
        <div className={styles["body"]} style={{ height: rows.getTotalSize() }} role="presentation">
          {rows.getVirtualItems().map(({ index, start }) => {
            const number = shown[index] ?? 0;
            const row = grid.rows[number];
            if (row === undefined) return null;
            const place = { index, number, top: start, active: at?.row === index ? at.column : null };
            return (
              <Row
                key={row.id}
                row={row}
                place={place}
                band={band}
                isOpen={!closed.has(row.id)}
                onToggle={onToggle}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface WindowSize {
  readonly rows: number;
  readonly columns: number;
  readonly at: Place | null;
}

/** What of the grid is on the screen: where the keyboard is always, and at first the newest runs. */
function useWindow(scroll: React.RefObject<HTMLDivElement | null>, { rows: rowCount, columns, at }: WindowSize) {
  const getScrollElement = (): HTMLDivElement | null => scroll.current;
  const rows = useVirtualizer({ count: rowCount, getScrollElement, estimateSize: () => ROW, overscan: 6 });
  const runs = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement,
    estimateSize: () => COLUMN,
    overscan: 4,
  });
  useNewestInView(scroll, columns);
  useLayoutEffect(() => {
    if (at === null) return;
    rows.scrollToIndex(at.row);
    runs.scrollToIndex(at.column);
  }, [at, rows, runs]);
  return { rows, runs };
}

/** The newest run is what people look for: it is on the screen from the first moment, and when another comes while it was. */
function useNewestInView(scroll: React.RefObject<HTMLDivElement | null>, count: number): void {
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const note = (): void => {
      isAtEnd.current = box.scrollLeft + box.clientWidth >= box.scrollWidth - COLUMN;
    };
    box.addEventListener("scroll", note, { passive: true });
    return () => box.removeEventListener("scroll", note);
  }, [scroll]);
  useLayoutEffect(() => {
    if (isAtEnd.current && scroll.current !== null) scroll.current.scrollLeft = scroll.current.scrollWidth;
  }, [scroll, count]);
}

/** The runs, of which those of `items` are on the screen. */
interface Band {
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly width: number;
}

function Head({ dagId, band: { columns, items, width } }: { readonly dagId: string; readonly band: Band }) {
  const { t } = useTranslation("dag");
  const longest = useMemo(() => Math.max(1, ...columns.map(({ run }) => lengthOf(run))), [columns]);
  return (
    <div role="row" aria-rowindex={1} className={styles["head"]}>
      <span role="columnheader" aria-colindex={1} className={styles["corner"]}>
        {t("grid.tasks")}
      </span>
      <div className={styles["runs"]} style={{ width }} role="presentation">
        {items.map(({ index, start }) => {
          const run = columns[index]?.run;
          if (run === undefined) return null;
          return (
            <RunHeader
              key={run.id}
              dagId={dagId}
              run={run}
              left={start}
              column={index + 2}
              share={lengthOf(run) / longest}
            />
          );
        })}
      </div>
    </div>
  );
}

/** In milliseconds; of a run that has not ended nothing. */
function lengthOf({ start, end }: { readonly start: string | null; readonly end: string | null }): number {
  return start === null || end === null ? 0 : Date.parse(end) - Date.parse(start);
}

interface RowProps {
  readonly row: GridRow;
  /** Where it is: among the shown rows, among all, in pixels; and the column where the keyboard is. */
  readonly place: {
    readonly index: number;
    readonly number: number;
    readonly top: number;
    readonly active: number | null;
  };
  readonly band: Band;
  readonly isOpen: boolean;
  onToggle(group: string): void;
  onOpen(place: Place): void;
}

function Row({ row, place, band: { columns, items, width }, isOpen, onToggle, onOpen }: RowProps) {
  const { index, number, top, active } = place;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.depth + 1}
      {...(row.children === undefined ? {} : { "aria-expanded": isOpen })}
      className={styles["row"]}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHeader row={row} isOpen={isOpen} onToggle={onToggle} />
      <div className={styles["cells"]} style={{ width }} role="presentation">
        {items.map(({ index: column, start }) => {
          const one = columns[column];
          if (one === undefined) return null;
          return (
            <GridCell
              key={one.run.id}
              id={cellId({ row: index, column })}
              row={row}
              run={one.run}
              letter={one.letters[number] ?? "-"}
              extra={one.extra.get(number)}
              left={start}
              column={column + 2}
              isActive={active === column}
              onOpen={() => onOpen({ row: index, column })}
            />
          );
        })}
      </div>
    </div>
  );
}
