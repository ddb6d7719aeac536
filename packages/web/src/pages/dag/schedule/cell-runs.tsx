/** What a cell of the calendar leads to: the list of the runs that it counts. */
import { Link } from "@tanstack/react-router";
import { type Counts, hasRuns, runsOf } from "./calendar-days.ts";
import styles from "./schedule.module.css";

export interface CellPlace {
  readonly dagId: string;
  readonly zone: string;
  /** `2026-11-21`, or `2026-11-21T18` */
  readonly cell: string;
  /** The one cell where Tab stops. */
  readonly stop: string | undefined;
}

interface CellRunsProps extends CellPlace {
  readonly of: Counts | undefined;
  /** The day and its counts. */
  readonly says: string;
  /** Nothing else in the cell says them. */
  readonly isPicture?: true;
}

/** Over the whole of its cell. */
export function CellRuns({ dagId, zone, cell, stop, of, says, isPicture }: CellRunsProps) {
  if (hasRuns(of))
    return (
      <Link
        to="/dags/$dagId/runs"
        params={{ dagId }}
        search={runsOf(cell, zone)}
        className={styles["cellRuns"] ?? ""}
        aria-label={says}
        data-cell={cell}
        tabIndex={cell === stop ? 0 : -1}
      />
    );
  return isPicture && of !== undefined ? <span className="visually-hidden">{says}</span> : null;
}
