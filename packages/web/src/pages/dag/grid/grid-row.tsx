/** A task or a group, over the runs that are on the screen. */
import { memo } from "react";
import { GridCell } from "./grid-cell.tsx";
import type { Band } from "./grid-head.tsx";
import type { Range } from "./grid-keys.ts";
import styles from "./grid.module.css";
import type { CellExtra, GridRow as RowOfGrid } from "./grid.ts";
import { type GridWords, instancesOf } from "./grid-words.ts";
import { RowHeader } from "./row-header.tsx";
import { cellId } from "./use-place.ts";

interface GridRowProps {
  readonly row: RowOfGrid;
  /** Where it is among the shown rows, and among all. */
  readonly index: number;
  readonly number: number;
  readonly top: number;
  /** The column where the keyboard is; -1: on the name; null: in another row. */
  readonly active: number | null;
  /** The first and the last column that are chosen. */
  readonly chosen: Range["columns"] | null;
  readonly band: Band;
  readonly words: GridWords;
  readonly isOpen: boolean;
  onToggle(group: string): void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, number, top, active, chosen, band, words, isOpen, onToggle } = props;
  const newest = band.columns.findLast(({ extra }) => extra.get(number)?.m !== undefined)?.extra.get(number)?.m;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.depth + 1}
      {...(row.children === undefined ? {} : { "aria-expanded": isOpen })}
      className={styles["row"]}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHeader
        id={cellId({ row: index, column: -1 })}
        row={row}
        isOpen={isOpen}
        isActive={active === -1}
        count={newest === undefined ? null : instancesOf(newest).all}
        onToggle={onToggle}
      />
      <div className={styles["cells"]} style={{ width: band.width }} role="presentation">
        {band.items.map(({ index: column, start }) => {
          const one = band.columns[column];
          if (one === undefined) return null;
          return (
            <GridCell
              key={one.run.id}
              id={cellId({ row: index, column })}
              name={words.cellName(row, one, number)}
              letter={one.letters[number] ?? "-"}
              left={start}
              column={column + 2}
              isActive={active === column}
              isChosen={chosen !== null && column >= chosen[0] && column <= chosen[1]}
              marks={marksOf(one.letters[number], one.extra.get(number))}
            />
          );
        })}
      </div>
    </div>
  );
});

function marksOf(letter: string | undefined, extra: CellExtra | undefined): string {
  if (extra === undefined) return "";
  const { m: counts, t: tries, n: note } = extra;
  const isPart = letter === "f" && counts !== undefined && Object.keys(counts).length > 1;
  return [isPart ? "part" : "", tries === undefined ? "" : "retried", note === undefined ? "" : "noted"]
    .filter((mark) => mark !== "")
    .join(" ");
}
