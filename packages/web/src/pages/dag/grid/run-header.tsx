/** A run, above its cells: a bar as long as it took, what kind of run it is, and where another version begins. */
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { readState } from "../../../states/state.ts";
import type { GridRun } from "./grid.ts";
import styles from "./grid.module.css";

const TYPES: { readonly [type: string]: string } = {
  scheduled: "◷",
  manual: "▸",
  backfill: "↺",
  asset_triggered: "◈",
  asset_materialization: "◈",
};

interface RunHeaderProps {
  readonly dagId: string;
  readonly run: GridRun;
  readonly name: string;
  readonly left: number;
  readonly column: number;
  /** Of the longest that is shown. */
  readonly share: number;
  /** Whether the run before has another version. */
  readonly isNewVersion: boolean;
  readonly isOpen: boolean;
}

export const RunHeader = memo(function RunHeader(props: RunHeaderProps) {
  const { dagId, run, name, left, column, share, isNewVersion, isOpen } = props;
  return (
    <div
      role="columnheader"
      aria-colindex={column}
      className={styles["run"]}
      style={{ transform: `translateX(${left}px)` }}
      data-open={isOpen}
    >
      {isNewVersion && <span className={styles["version"]}>v{run.version}</span>}
      <Link
        to="/dags/$dagId/runs/$runId"
        params={{ dagId, runId: run.id }}
        tabIndex={-1}
        title={`${name}\n${run.id}`}
        aria-label={name}
        data-state={readState(run.state)}
        data-noted={run.note}
      >
        <span className={styles["bar"]} style={{ height: Math.max(4, share * 36) }} />
        <span aria-hidden="true">{TYPES[run.type] ?? "⤷"}</span>
      </Link>
    </div>
  );
});
