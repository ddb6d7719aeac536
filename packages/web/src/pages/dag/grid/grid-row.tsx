/** A task or a group, over the runs that are on the screen. */
import { memo } from "react";
import { GridCell } from "./grid-cell.tsx";
import type { Band } from "./grid-head.tsx";
import type { Range } from "./grid-keys.ts";
import styles from "./grid.module.css";
import type { CellExtra, GridColumn, GridRow as RowOfGrid } from "./grid.ts";
import { type GridWords, instancesOf } from "./grid-words.ts";
import { RowHeader } from "./row-header.tsx";
import { tasksInside } from "./tasks-inside.ts";
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
  /** Of a group what is inside is counted, like the instances of a mapped task. */
  const extraOf = ({ letters, extra }: GridColumn): CellExtra | undefined => {
    if (row.children === undefined) return extra.get(number);
    const inside = tasksInside(band.rows, letters, number);
    return inside === undefined ? undefined : { m: inside };
  };
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
        aside={asideOf(row, isOpen, () => countsIn(band.columns, extraOf))}
        onToggle={onToggle}
      />
      <div className={styles["cells"]} style={{ width: band.width }} role="presentation">
        {band.items.map(({ index: column, start }) => {
          const one = band.columns[column];
          if (one === undefined) return null;
          const letter = one.letters[number] ?? "-";
          return (
            <GridCell
              key={one.run.id}
              id={cellId({ row: index, column })}
              name={words.cellName(row, one.run, { letter, extra: extraOf(one) })}
              letter={letter}
              left={start}
              column={column + 2}
              isActive={active === column}
              isChosen={chosen !== null && column >= chosen[0] && column <= chosen[1]}
              marks={marksOf(letter, one.extra.get(number))}
            />
          );
        })}
      </div>
    </div>
  );
});

/** `[30]` instances, `2/10` tasks of a closed group that succeeded. */
function asideOf({ kind, children }: RowOfGrid, isOpen: boolean, counted: () => Counts | null): string | null {
  if (kind === "mapped") return `[${counted()?.all ?? " "}]`;
  if (children === undefined) return null;
  const counts = isOpen ? null : counted();
  return counts === null ? String(children) : `${counts.done}/${counts.all}`;
}

type Counts = ReturnType<typeof instancesOf>;

/** Of the newest run that has any. */
function countsIn(
  columns: readonly GridColumn[],
  extraOf: (column: GridColumn) => CellExtra | undefined,
): Counts | null {
  for (let at = columns.length - 1; at >= 0; at--) {
    const column = columns[at];
    const counts = column === undefined ? undefined : extraOf(column)?.m;
    if (counts !== undefined) return instancesOf(counts);
  }
  return null;
}

function marksOf(letter: string, extra: CellExtra | undefined): string {
  if (extra === undefined) return "";
  const { m: counts, t: tries, n: note } = extra;
  const isPart = letter === "f" && counts !== undefined && Object.keys(counts).length > 1;
  return [isPart ? "part" : "", tries === undefined ? "" : "retried", note === undefined ? "" : "noted"]
    .filter((mark) => mark !== "")
    .join(" ");
}
