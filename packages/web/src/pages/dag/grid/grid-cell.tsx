/** One task in one run. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { stateOfLetter } from "../../../states/state.ts";
import type { CellExtra, GridRow, GridRun } from "./grid.ts";
import styles from "./grid.module.css";

interface GridCellProps {
  readonly id: string;
  readonly row: GridRow;
  readonly run: GridRun;
  readonly letter: string;
  readonly extra: CellExtra | undefined;
  readonly left: number;
  readonly column: number;
  readonly isActive: boolean;
  onOpen(): void;
}

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, row, run, letter, extra, left, column, isActive, onOpen } = props;
  const { t } = useTranslation(["dag", "states"]);
  const state = stateOfLetter(letter);
  const words = state === null ? t("dag:grid.notInVersion") : t(`states:${state}`);
  const tries = extra?.t === undefined ? "" : `, ${t("dag:grid.try", { count: extra.t })}`;
  const name = `${row.label ?? row.id}, ${words}, ${run.id}${tries}`;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column}
      aria-label={name}
      title={name}
      className={styles["cell"]}
      data-active={isActive}
      data-retried={extra?.t !== undefined}
      data-noted={extra?.n !== undefined}
      style={{ transform: `translateX(${left}px)` }}
      onClick={onOpen}
    >
      {state === null ? <span className={styles["absent"]}>·</span> : <StateGlyph state={state} size={16} />}
    </div>
  );
}, isSame);

/** What it does when it is opened depends on its place alone, which its id has. */
function isSame(before: GridCellProps, after: GridCellProps): boolean {
  const keys = ["id", "row", "run", "letter", "extra", "left", "column", "isActive"] as const;
  return keys.every((key) => before[key] === after[key]);
}
