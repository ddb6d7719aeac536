/** One task in one run: a single element, since there are thousands. What is clicked is found by its id. */
import { memo } from "react";
import styles from "./grid.module.css";

interface GridCellProps {
  readonly id: string;
  /** Task, state, run, and what else there is to say. */
  readonly name: string;
  readonly letter: string;
  readonly left: number;
  readonly column: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** `part`: not all instances failed. `retried`, `noted`: marks in the corners. */
  readonly marks: string;
}

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, name, letter, left, column, isActive, isChosen, marks } = props;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column}
      aria-label={name}
      aria-selected={isChosen}
      className={styles["cell"]}
      data-letter={letter}
      data-active={isActive}
      {...(marks === "" ? {} : { "data-marks": marks })}
      style={{ transform: `translateX(${left}px)` }}
    />
  );
});
